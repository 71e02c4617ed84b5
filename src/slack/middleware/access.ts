import type { WebClient } from "@slack/web-api";
import { type Act, can } from "../../people/permissions";
import type { SlackDeps } from "../deps";
import { memberOf } from "../platform/members";

/** `known`: met by a sync. `newcomer`: a full member whom none has met yet. `guest`: everybody else. */
export type Membership = "known" | "newcomer" | "guest";

/**
 * Finds out whether somebody is one of us. Before the first sync no one is known, so Slack is asked about newcomers;
 * guests, people of other workspaces and bots never become reps.
 */
export async function membership(
  { deps, client }: { readonly deps: Pick<SlackDeps, "role">; readonly client: WebClient },
  userId: string,
): Promise<Membership> {
  if ((await deps.role(userId)) !== null) return "known";
  const { user } = await client.users.info({ user: userId });
  if (user === undefined) return "guest";
  const { bot, guest, deactivated } = memberOf(userId, user);
  return bot || guest || deactivated ? "guest" : "newcomer";
}

/** Checks whether somebody may do what they ask for, whatever page they were shown; a refusal is logged. */
export async function authorize(
  deps: Pick<SlackDeps, "role" | "log">,
  { userId, act, doing }: { userId: string; act: Act; doing: string },
): Promise<boolean> {
  const role = await deps.role(userId);
  if (can({ userId, role }, act)) return true;
  deps.log.info({ userId, role, doing }, "Refused what others may do");
  return false;
}

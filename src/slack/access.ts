import { memberOf } from "./members";
import type { Room } from "./room";

/** `known`: met by a sync. `newcomer`: a full member whom none has met yet. `guest`: everybody else. */
export type Standing = "known" | "newcomer" | "guest";

/**
 * How somebody stands with us. Before the first sync nobody is known, so Slack is asked about strangers; guests,
 * people of other workspaces and bots never become reps.
 */
export async function standing({ needs, client }: Pick<Room, "needs" | "client">, userId: string): Promise<Standing> {
  if ((await needs.role(userId)) !== null) return "known";
  const { user } = await client.users.info({ user: userId });
  if (user === undefined) return "guest";
  const { bot, guest, deactivated } = memberOf(userId, user);
  return bot || guest || deactivated ? "guest" : "newcomer";
}

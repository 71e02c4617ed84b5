import { type Act, can } from "../../people/permissions";
import type { Refusal } from "../../people/refusal-store";
import type { SlackContext, SlackDeps } from "../deps";
import { guestMessage } from "../ui/access-messages";
import type { Message } from "../ui/blocks";

type AccessDeps = Pick<SlackDeps, "actor" | "refusals" | "now" | "log">;

interface Attempt {
  readonly userId: string;
  /** For the log. */
  readonly doing: string;
}

/** Checks whether somebody has no right at all here, whatever they ask for; a refusal is recorded. */
export async function isOutsider(deps: AccessDeps, { userId, doing }: Attempt): Promise<boolean> {
  const { role } = await deps.actor(userId);
  if (role !== "outsider") return false;
  await recordRefusal(deps, { userId, role, what: "anything", doing });
  return true;
}

/** Answers an outsider, and names whom they may ask. */
export async function outsiderMessage({ deps, workspace }: AskedIn): Promise<Message> {
  return guestMessage(await askedAdmins(deps), workspace());
}

/** The place where an outsider is told whom they may ask. */
export interface AskedIn extends Pick<SlackContext, "workspace"> {
  readonly deps: Pick<SlackDeps, "people">;
}

/** Whom an outsider may ask: admins by Slack, not by our own roles. Where these can't be read, nobody. */
export async function askedAdmins({
  people,
}: Pick<SlackDeps, "people">): Promise<readonly { readonly userId: string; readonly name: string }[]> {
  const everybody = await people.all().catch(() => []);
  const admins = everybody.filter(({ active, found }) => active && found.role === "admin");
  return admins.map(({ _id: userId, name }) => ({ userId, name }));
}

/** Checks whether somebody may do what they ask for, whatever page they were shown; a refusal is recorded. */
export async function authorize(
  deps: AccessDeps,
  { userId, act, doing }: Attempt & { readonly act: Act },
): Promise<boolean> {
  const actor = await deps.actor(userId);
  if (can(actor, act)) return true;
  await recordRefusal(deps, { userId, role: actor.role, what: act.does, doing });
  return false;
}

/** Keeps and logs a refusal, once a minute for each person; one that cannot be kept is refused and logged all the same. */
async function recordRefusal(
  { refusals, now, log }: Omit<AccessDeps, "actor">,
  refusal: Omit<Refusal, "at">,
): Promise<void> {
  const first = await refusals.record({ ...refusal, at: now() }).catch((error: unknown) => {
    log.warn({ error }, "A refusal could not be kept");
    return true;
  });
  if (first) log.info(refusal, "Refused what others may do");
}

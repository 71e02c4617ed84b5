import { type Act, can } from "../../people/permissions";
import type { SlackDeps } from "../deps";

type AccessDeps = Pick<SlackDeps, "actor" | "log">;

interface Attempt {
  readonly userId: string;
  /** For the log. */
  readonly doing: string;
}

/** Checks whether somebody has no right at all here, whatever they ask for; a refusal is logged. */
export async function isOutsider(deps: AccessDeps, { userId, doing }: Attempt): Promise<boolean> {
  const { role } = await deps.actor(userId);
  if (role !== "outsider") return false;
  logRefusal(deps, { userId, role, doing });
  return true;
}

/** Checks whether somebody may do what they ask for, whatever page they were shown; a refusal is logged. */
export async function authorize(
  deps: AccessDeps,
  { userId, act, doing }: Attempt & { readonly act: Act },
): Promise<boolean> {
  const actor = await deps.actor(userId);
  if (can(actor, act)) return true;
  logRefusal(deps, { userId, role: actor.role, doing });
  return false;
}

function logRefusal({ log }: Pick<AccessDeps, "log">, refusal: Attempt & { readonly role: string }): void {
  log.info(refusal, "Refused what others may do");
}

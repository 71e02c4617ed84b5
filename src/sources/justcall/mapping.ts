import { type Fact, safeId } from "../../metrics/fact";
import { NO_OWNER } from "../../metrics/lost-owners";
import type { ZoneDays } from "../../time/day";
import type { Call } from "./schema";

/** What the mapping must know in addition to the call. */
export interface JustCallContext {
  readonly days: ZoneDays;
  /** Email addresses by agent, for calls that name the agent alone. */
  readonly addresses: ReadonlyMap<string, string>;
}

/** Why a call may not count. */
const IN_PROGRESS = "call is still in progress";

/**
 * Counts a call once, whichever way it went and however it ended, and its conversation by the second. One that is in
 * progress is not final and does not count yet.
 */
export function justcallCallFacts(call: Call, { days, addresses }: JustCallContext): readonly Fact[] {
  const { at, talkSeconds, name } = call;
  const owner = call.agentEmail?.trim().toLowerCase() || (addresses.get(call.agentId ?? "") ?? "");
  const recordId = safeId(call.id);
  const day = days.dayOf(at);
  const judged = verdict(call, owner);
  const named = name === undefined ? {} : { name };
  const fact = (type: Fact["type"], amount: number): Fact => {
    return { source: "justcall", recordId, type, at, day, owner, amount, ...named, ...judged };
  };
  const count = fact("phone_call_quantity", 1);
  return talkSeconds > 0 ? [count, fact("talk_time_minutes", talkSeconds)] : [count];
}

function verdict({ type }: Call, owner: string): { counts: true } | { counts: false; why: string } {
  if (type?.trim().toLowerCase() === "in progress") return { counts: false, why: IN_PROGRESS };
  return owner === "" ? { counts: false, why: NO_OWNER.agent } : { counts: true };
}

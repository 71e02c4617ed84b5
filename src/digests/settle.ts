import { arrived, type Timing } from "./after-post";
import { attemptsOf, type Change, type Delivery } from "./delivery";
import { MOST_ATTEMPTS, MOST_STARTS } from "./delivery-times";

/** What Slack's history says of a message. */
export type Look =
  /** Time stamps of every copy, the earliest first; at least one. */
  | { readonly kind: "found"; readonly channel: string; readonly copies: readonly [string, ...string[]] }
  | { readonly kind: "absent"; readonly channel: string }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Slack may show a message late, so one that was not seen once is looked for again. */
const LOOKS = 2;

/**
 * What becomes of a message of unknown outcome after a look: found, it is sent; absent twice, it may be posted again
 * while there is time; what cannot be read stays unknown, and is never posted blindly.
 */
export function afterLook(row: Delivery, look: Look, { now, times }: Timing): Change {
  if (look.kind === "unreadable") {
    return { state: "unknown", reason: look.reason, nextInMs: times.lookAgainMs };
  }
  const { channel } = look;
  if (look.kind === "found") return found(row, look, { now, times });
  const looks = row.looks + 1;
  if (looks < LOOKS) return { state: "unknown", channel, looks, nextInMs: times.lookAgainMs };
  return { ...afterAbsence(row, now), channel, looks: 0 };
}

function found(row: Delivery, { channel, copies }: Extract<Look, { kind: "found" }>, timing: Timing): Change {
  const change = { ...arrived(row, timing), channel, ts: copies[0] };
  return copies.length === 1 ? change : { ...change, nextInMs: timing.times.repairMs[0] ?? null };
}

function afterAbsence(row: Delivery, now: Date): Change {
  if (row.starts >= MOST_STARTS) return { state: "failed", reason: QUARANTINED, nextInMs: null };
  if (attemptsOf(row) >= MOST_ATTEMPTS) {
    return { state: "failed", reason: `${MOST_ATTEMPTS} attempts did not arrive`, nextInMs: null };
  }
  if (now >= row.cutOffAt) return { state: "missed", reason: "it could not be posted in time", nextInMs: null };
  return { state: "due", nextInMs: 0 };
}

/** Why a message that seems to end the process is not begun again. */
export const QUARANTINED = `Paceline stopped ${MOST_STARTS} times while it worked on it, so it is left alone`;

/** After a search for late copies of a sent message: the earliest one stays. */
export function afterRepair(row: Delivery, look: Look, { times }: Timing): Change {
  if (look.kind === "unreadable") return { state: "sent", nextInMs: times.lookAgainMs };
  const looks = row.looks + 1;
  const nextInMs = times.repairMs[looks] ?? null;
  if (look.kind === "absent") return { state: "sent", looks, nextInMs };
  return { state: "sent", looks, nextInMs, channel: look.channel, ts: look.copies[0] };
}

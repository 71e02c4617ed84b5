import { type DueRow, isByHand } from "../planned-message";
import { attemptsOf, type Change, type Delivery } from "./delivery";
import type { PostOutcome } from "./post-outcome";

/** How long the parts of a delivery take, in milliseconds. Tests pass shorter ones. */
export interface DeliveryTimes {
  /** How long a claim holds; much longer than one call to Slack may take. */
  readonly leaseMs: number;
  /** From a claim whose outcome is unknown until it is looked up in Slack's history. */
  readonly reconcileAfterMs: number;
  /** Between two lookups. */
  readonly lookupPauseMs: number;
  /** Before a post that did not reach Slack is tried again, by how many attempts there were; the last one for all after. */
  readonly retryMs: readonly number[];
  /** When copies that appear late are searched for, one time after the other, once a message that may have been posted twice has arrived. */
  readonly repairMs: readonly number[];
  /** A round ends after this long and leaves the rest to the next, so that no tick hides behind it. */
  readonly roundMs: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** An unknown outcome is reconciled in under eight minutes: 90 s of lease, at least two lookups, and a tick's minute each. */
export const DELIVERY_TIMES: DeliveryTimes = {
  leaseMs: 90 * SECOND,
  reconcileAfterMs: 120 * SECOND,
  lookupPauseMs: 58 * SECOND,
  retryMs: [10 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE],
  repairMs: [2 * MINUTE, 8 * MINUTE, 20 * MINUTE, 60 * MINUTE, 120 * MINUTE],
  roundMs: 50 * SECOND,
};

/** Attempts of one message to reach Slack, a day. */
const MAX_ATTEMPTS = 5;

/** A message that was begun so often without coming to an end ends the process, it seems: it is not begun again. */
export const MAX_STARTS = 3;

/** From this long after its due instant a message counts as late. */
const LATE_MESSAGE_MS = 15 * MINUTE;

/** When, on the clock of days, and how long things take. */
export interface Timing {
  readonly now: Date;
  readonly times: DeliveryTimes;
}

/** What becomes of a claimed message after its post had this outcome. */
export function afterPost(row: Delivery, outcome: PostOutcome, { now, times }: Timing): Change {
  switch (outcome.kind) {
    case "sent": {
      const { channel, ts } = outcome;
      return { ...delivered(row, { now, times }), channel, ts };
    }
    case "limited":
      return { state: "due", uncounted: true, starts: 0, nextInMs: 0 };
    case "signed-out":
      return { state: "due", uncounted: true, starts: 0, nextInMs: 0, reason: outcome.reason };
    case "not-posted":
      return notPosted(row, outcome.reason, times);
    case "permanent":
      return { state: refusedState(row), reason: outcome.reason, starts: 0, nextInMs: null };
    case "unknown":
      return { state: "unknown", reason: outcome.reason, looks: 0, starts: 0, nextInMs: times.reconcileAfterMs };
  }
}

/** Whoever posts by hand is told what Slack refused, mends it and presses again; the schedule still has its turn. */
function refusedState(row: Delivery): Delivery["state"] {
  return isByHand(row) ? "skipped" : "failed";
}

/** Releases a claimed message without counting the attempt, because we chose not to post it now. */
export function released(reason: string): Change {
  return { state: "due", uncounted: true, starts: 0, reason, nextInMs: 0 };
}

/** Whether a message that is due may be posted now. */
export type StillWanted =
  /** With its times as its receiver's clock has them now; absent where they are the row's. */
  | { readonly kind: "wanted"; readonly slot?: Pick<DueRow, "dueAt" | "cutOffAt"> }
  /** Its receiver does not want it now. If that changes before its cut-off, the plan has it again. */
  | { readonly kind: "skip"; readonly reason: string }
  /** Its time has not come where its receiver is now; it is asked about again, since they may go back before any plan. */
  | { readonly kind: "early"; readonly reason: string }
  /** Too late for its receiver: it is never posted, and the admins are told. */
  | { readonly kind: "missed"; readonly reason: string };

/** An answer by which a message is not posted now. */
export type NotWanted = Exclude<StillWanted, { kind: "wanted" }>;

/** What becomes of a message that is not wanted. */
export function unwanted({ kind, reason }: NotWanted): Change {
  return {
    state: kind === "missed" ? "missed" : "skipped",
    starts: 0,
    reason,
    nextInMs: kind === "early" ? 0 : null,
  };
}

/** Marks a message as sent. If another copy may appear late, it is searched for. */
function delivered(row: Delivery, { now, times }: Timing): Change {
  const late = now.getTime() - row.dueAt.getTime() >= LATE_MESSAGE_MS;
  const alone = attemptsOf(row) <= 1 && row.orphans.length === 0;
  const nextInMs = alone ? null : (times.repairMs[0] ?? null);
  return { state: "sent", late, reason: null, looks: 0, starts: 0, nextInMs };
}

function notPosted(row: Delivery, reason: string, { retryMs }: DeliveryTimes): Change {
  const attempts = attemptsOf(row);
  if (attempts >= MAX_ATTEMPTS) return { state: "failed", reason, starts: 0, nextInMs: null };
  return { state: "due", reason, starts: 0, nextInMs: retryMs[attempts - 1] ?? retryMs.at(-1) ?? 0 };
}

/** What Slack's history says of a message. */
export type HistoryLookup =
  /** Time stamps of every copy, the earliest first; at least one. */
  | { readonly kind: "found"; readonly channel: string; readonly copies: readonly [string, ...string[]] }
  | { readonly kind: "absent"; readonly channel: string }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Slack may show a message late, so one lookup that does not find it is not enough. */
const LOOKUPS = 2;

/**
 * What becomes of a message of unknown outcome after a lookup: found, it is sent; absent twice, it may be posted again
 * while there is time; what cannot be read stays unknown, and is never posted blindly.
 */
export function afterLookup(row: Delivery, lookup: HistoryLookup, { now, times }: Timing): Change {
  if (lookup.kind === "unreadable") {
    return { state: "unknown", reason: lookup.reason, nextInMs: times.lookupPauseMs };
  }
  const { channel } = lookup;
  if (lookup.kind === "found") return found(row, lookup, { now, times });
  const looks = row.looks + 1;
  if (looks < LOOKUPS) return { state: "unknown", channel, looks, nextInMs: times.lookupPauseMs };
  return { ...afterAbsence(row, now), channel, looks: 0 };
}

function found(row: Delivery, { channel, copies }: Extract<HistoryLookup, { kind: "found" }>, timing: Timing): Change {
  const change = { ...delivered(row, timing), channel, ts: copies[0] };
  return copies.length === 1 ? change : { ...change, nextInMs: timing.times.repairMs[0] ?? null };
}

function afterAbsence(row: Delivery, now: Date): Change {
  if (row.starts >= MAX_STARTS) return { state: "failed", reason: QUARANTINED, nextInMs: null };
  if (attemptsOf(row) >= MAX_ATTEMPTS) {
    return { state: "failed", reason: `${MAX_ATTEMPTS} attempts did not arrive`, nextInMs: null };
  }
  if (now >= row.cutOffAt) return { state: "missed", reason: "it could not be posted in time", nextInMs: null };
  return { state: "due", nextInMs: 0 };
}

/** Why a message that seems to end the process is not begun again. */
export const QUARANTINED = `Paceline stopped ${MAX_STARTS} times while it worked on it, so it is left alone`;

/** What becomes of a sent message after a search for late copies: the earliest one stays. */
export function afterRepair(row: Delivery, lookup: HistoryLookup, { times }: Timing): Change {
  if (lookup.kind === "unreadable") return { state: "sent", nextInMs: times.lookupPauseMs };
  const looks = row.looks + 1;
  const nextInMs = times.repairMs[looks] ?? null;
  if (lookup.kind === "absent") return { state: "sent", looks, nextInMs };
  return { state: "sent", looks, nextInMs, channel: lookup.channel, ts: lookup.copies[0] };
}

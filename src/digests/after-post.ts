import { attemptsOf, type Change, type Delivery } from "./delivery";
import { type DeliveryTimes, LATE_MS, MOST_ATTEMPTS } from "./delivery-times";
import type { Outcome } from "./outcome";

/** When, on the clock of days, and how long things take. */
export interface Timing {
  readonly now: Date;
  readonly times: DeliveryTimes;
}

/** What becomes of a claimed message after its post had this outcome. */
export function afterPost(row: Delivery, outcome: Outcome, { now, times }: Timing): Change {
  switch (outcome.kind) {
    case "sent": {
      const { channel, ts } = outcome;
      return { ...arrived(row, { now, times }), channel, ts };
    }
    case "limited":
      return { state: "due", spare: true, starts: 0, nextInMs: 0 };
    case "signed-out":
      return { state: "due", spare: true, starts: 0, nextInMs: 0, reason: outcome.reason };
    case "not-posted":
      return notPosted(row, outcome.reason, times);
    case "permanent":
      return { state: "failed", reason: outcome.reason, starts: 0, nextInMs: null };
    case "unknown":
      return { state: "unknown", reason: outcome.reason, looks: 0, starts: 0, nextInMs: times.settleMs };
  }
}

/** Of a claimed message that will not be posted now, for a reason of our own. */
export function letGo(reason: string): Change {
  return { state: "due", spare: true, starts: 0, reason, nextInMs: 0 };
}

/** It is in Slack. If another copy may show up late, it is searched for. */
export function arrived(row: Delivery, { now, times }: Timing): Change {
  const late = now.getTime() - row.dueAt.getTime() >= LATE_MS;
  const alone = attemptsOf(row) <= 1 && row.orphans.length === 0;
  const nextInMs = alone ? null : (times.repairMs[0] ?? null);
  return { state: "sent", late, reason: null, looks: 0, starts: 0, nextInMs };
}

function notPosted(row: Delivery, reason: string, { retryMs }: DeliveryTimes): Change {
  const attempts = attemptsOf(row);
  if (attempts >= MOST_ATTEMPTS) return { state: "failed", reason, starts: 0, nextInMs: null };
  return { state: "due", reason, starts: 0, nextInMs: retryMs[attempts - 1] ?? retryMs.at(-1) ?? 0 };
}

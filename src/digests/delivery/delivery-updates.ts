import type { Document, Filter } from "mongodb";
import type { Change, Delivery, MessageRef } from "./delivery";
import type { DeliveryTimes } from "./transitions";

// Updates of deliveries as pipelines, so that only the server's clock decides.

/** The rows with which the next thing may be done. */
export const REACHED: Filter<Delivery> = {
  nextAttemptAt: { $type: "date" },
  $expr: { $lte: ["$nextAttemptAt", "$$NOW"] },
};

/** Claims a message for posting. */
export function claimed(now: Date, leaseMs: number): Document {
  return {
    state: "sending",
    attempt: { $add: ["$attempt", 1] },
    starts: { $add: ["$starts", 1] },
    since: { $ifNull: ["$since", now] },
    nextAttemptAt: inMs(leaseMs),
  };
}

/** Marks an abandoned message as unknown: its lease expired and its holder never recorded an outcome. */
export function expiredLeases({ reconcileAfterMs, leaseMs }: DeliveryTimes): Document {
  const reason = "Paceline stopped, or was held up, while it posted";
  return {
    state: "unknown",
    looks: 0,
    reason,
    nextAttemptAt: { $add: ["$nextAttemptAt", reconcileAfterMs - leaseMs] },
  };
}

/** Marks a message as missed that was still due at its cut-off. */
export function missedDeadline(): Document {
  return { state: "missed", reason: { $ifNull: ["$reason", "it could not be posted in time"] }, nextAttemptAt: null };
}

/** The instant so many milliseconds from now on the database's clock; before now when negative. */
export function inMs(ms: number): Document {
  return { $add: ["$$NOW", ms] };
}

/** Applies a change. Texts come from Slack, where a dollar sign is no field, so they are set as literals. */
export function applyChange({ nextInMs, uncounted, ...plain }: Change): Document {
  const literal = Object.entries(plain).map(([name, value]) => [name, { $literal: value }]);
  return {
    ...Object.fromEntries(literal),
    nextAttemptAt: nextInMs === null ? { $literal: null } : inMs(nextInMs),
    ...(uncounted ? { spared: { $add: ["$spared", 1] } } : {}),
    ...(plain.state === "sent" ? { sentAt: { $ifNull: ["$sentAt", "$$NOW"] } } : {}),
  };
}

/** Records a copy that an expired holder posted: the message has arrived, unless another holder is posting it right now, whose copy is found afterwards. */
export function orphaned({ channel, ts }: MessageRef): Document {
  const held = { $eq: ["$state", "sending"] };
  const standing = { $in: ["$state", ["sending", "sent"]] };
  return {
    orphans: { $concatArrays: ["$orphans", [{ channel: { $literal: channel }, ts: { $literal: ts } }]] },
    state: { $cond: [standing, "$state", "sent"] },
    channel: { $literal: channel },
    ts: { $cond: [standing, "$ts", { $literal: ts }] },
    sentAt: { $cond: [standing, "$sentAt", "$$NOW"] },
    looks: { $cond: [held, "$looks", 0] },
    nextAttemptAt: { $cond: [held, "$nextAttemptAt", "$$NOW"] },
  };
}

import type { Document, Filter } from "mongodb";
import type { Change, Delivery, MessageRef } from "./delivery";
import type { DeliveryTimes } from "./transitions";

/** What MongoDB is asked to set, as pipelines: only its own clock says when. */

/** The rows with which the next thing may be done. */
export const REACHED: Filter<Delivery> = {
  nextAttemptAt: { $type: "date" },
  $expr: { $lte: ["$nextAttemptAt", "$$NOW"] },
};

/** Of a message that somebody posts from now on. */
export function claimed(now: Date, leaseMs: number): Document {
  return {
    state: "sending",
    attempt: { $add: ["$attempt", 1] },
    starts: { $add: ["$starts", 1] },
    since: { $ifNull: ["$since", now] },
    nextAttemptAt: inMs(leaseMs),
  };
}

/** Of one whose holder has not been heard of since its lease ended. */
export function expiredLeases({ reconcileAfterMs, leaseMs }: DeliveryTimes): Document {
  const reason = "Paceline stopped, or was held up, while it posted";
  return {
    state: "unknown",
    looks: 0,
    reason,
    nextAttemptAt: { $add: ["$nextAttemptAt", reconcileAfterMs - leaseMs] },
  };
}

/** Of one that was due until its cut-off. */
export function missedDeadline(): Document {
  return { state: "missed", reason: { $ifNull: ["$reason", "it could not be posted in time"] }, nextAttemptAt: null };
}

/** So many milliseconds from now on the database's clock; before now when negative. */
export function inMs(ms: number): Document {
  return { $add: ["$$NOW", ms] };
}

/** Texts come from Slack, where a dollar sign is no field. */
export function applyChange({ nextInMs, uncounted, ...plain }: Change): Document {
  const literal = Object.entries(plain).map(([name, value]) => [name, { $literal: value }]);
  return {
    ...Object.fromEntries(literal),
    nextAttemptAt: nextInMs === null ? { $literal: null } : inMs(nextInMs),
    ...(uncounted ? { spared: { $add: ["$spared", 1] } } : {}),
    ...(plain.state === "sent" ? { sentAt: { $ifNull: ["$sentAt", "$$NOW"] } } : {}),
  };
}

/** It has arrived, then, unless another holder is posting it right now: that one's copy is found afterwards. */
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

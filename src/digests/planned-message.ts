import type { MetricType } from "../metrics/metrics";
import type { Day, DayRange } from "../time/day";

/** A digest goes to a person, a board to a channel. */
export type DeliveryKind = "digest" | "board";

/** One message that somebody is to get. */
export interface PlannedMessage {
  readonly kind: DeliveryKind;
  /** A Slack member's id for a digest, a channel's for a board. */
  readonly to: string;
  /** The local day it is for: each receiver gets one a day. */
  readonly day: Day;
  readonly dueAt: Date;
  /** From here on it is not posted any more. */
  readonly cutOffAt: Date;
}

/** What a message is made for. */
export type DueRow = PlannedMessage & { readonly _id: string };

/** A message as it is posted: blocks of Slack's, and the same in plain words. */
export interface RenderedMessage {
  readonly text: string;
  readonly blocks: readonly object[];
  /** The same in plainer blocks, for where Slack refuses those. */
  readonly plain?: readonly object[] | undefined;
  /** The figures in it that somebody may remember. */
  readonly reported?: readonly ReportedFigure[];
}

export function deliveryId({ kind, to, day }: Pick<PlannedMessage, "kind" | "to" | "day">): string {
  return `${kind}:${to}:${day}`;
}

/** A figure that a digest told: what days that are over came to, both included, in the metric's unit. */
export interface ReportedFigure extends DayRange {
  readonly type: MetricType;
  readonly value: number;
}

import type { GoalLine } from "../../../goals/overview";

/** One period of a goal in mrkdwn, a line that begins with its sign; or all days of a daily one, since nobody reads thirty. */
export interface HistoryRow {
  readonly text: string;
  /** The figure whose records can be asked for: its metric, and the days that it is of. */
  readonly of: Pick<GoalLine, "type" | "title" | "from" | "to">;
  /** Whether it was missed or is behind, so that its records are asked for first. */
  readonly isMissed: boolean;
  /** Whether days of it that are over are not synced. */
  readonly isUnread: boolean;
}

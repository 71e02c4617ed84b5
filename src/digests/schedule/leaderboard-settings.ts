import type { MetricType } from "../../metrics/metrics";
import { type LocalTime, localTime } from "../../time/time-of-day";

/** How people are ranked: by what they came to, or by their share of their own goal. */
export type RankedBy = "value" | "share";

/** When and where the leaderboard is posted, and what it shows. */
export interface LeaderboardSettings {
  /** A channel's id; `null` for no board. */
  readonly channel: string | null;
  /** 1 for Monday to 7 for Sunday; `null` for the working days of the team's week. */
  readonly days: readonly number[] | null;
  /** In the team's zone. */
  readonly at: LocalTime;
  /** `null` for every metric that somebody has figures in. */
  readonly metrics: readonly MetricType[] | null;
  /** Ranks shown a metric; who ties for the last one is shown, too. */
  readonly topN: number;
  readonly by: RankedBy;
}

/** What holds until something is set. */
export const DEFAULT_LEADERBOARD_SETTINGS: LeaderboardSettings = {
  channel: null,
  days: null,
  at: localTime("08:00"),
  metrics: null,
  topN: 3,
  by: "value",
};

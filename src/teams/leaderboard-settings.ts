import { z } from "zod";
import { METRICS, type MetricType } from "../metrics/metrics";
import { type LocalTime, localTime } from "../time/time-of-day";

/** How people are ranked: by what they came to, or by their share of their own goal. */
export type RankedBy = "value" | "share";

/** When and where a leaderboard is posted, and what it shows. */
export interface LeaderboardSettings {
  /** Whether it is posted; `/goals board` shows it all the same. */
  readonly on: boolean;
  /** A channel's id; `null` for no board. */
  readonly channel: string | null;
  /** 1 for Monday to 7 for Sunday; `null` for the working days of the team's week. */
  readonly days: readonly number[] | null;
  /** In the company's zone. */
  readonly at: LocalTime;
  /** `null` for every metric that somebody has figures in. */
  readonly metrics: readonly MetricType[] | null;
  /** Ranks shown a metric; who ties for the last one is shown, too. */
  readonly topN: number;
  readonly by: RankedBy;
}

/** The most ranks that a board shows. */
export const MAX_TOP = 10;

/** Checks settings that come from outside: a stored document, or what a form carries. */
export const leaderboardSettingsSchema = z.object({
  on: z.boolean(),
  channel: z.string().nullable(),
  days: z.array(z.int().min(1).max(7)).readonly().nullable(),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .transform(localTime),
  metrics: z
    .array(z.enum(METRICS.map(({ type }) => type)))
    .readonly()
    .nullable(),
  topN: z.int().min(1).max(MAX_TOP),
  by: z.enum(["value", "share"]),
});

/** What was chosen for a team's board, beside its channel; all else is as by default. */
export type BoardChoice = Partial<Omit<LeaderboardSettings, "channel">>;

/** The settings until something is set. */
export const DEFAULT_LEADERBOARD_SETTINGS: LeaderboardSettings = {
  on: true,
  channel: null,
  days: null,
  at: localTime("08:00"),
  metrics: null,
  topN: 3,
  by: "value",
};

/** The settings of the board of a team: what was chosen for it, in the team's channel. */
export function boardOf(team: { readonly channel?: string; readonly board?: BoardChoice }): LeaderboardSettings {
  return { ...DEFAULT_LEADERBOARD_SETTINGS, ...team.board, channel: team.channel ?? null };
}

/** Tells whether two boards are set alike. */
export function isSameBoard(one: LeaderboardSettings, other: LeaderboardSettings): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ on, channel, days, at, metrics, topN, by }: LeaderboardSettings): string {
  return JSON.stringify([on, channel, days, at, metrics, topN, by]);
}

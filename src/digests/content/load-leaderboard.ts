import { workingCalendar } from "../../goals/calendar";
import { periodOf } from "../../goals/goal";
import type { OverviewStore } from "../../goals/overview-store";
import type { Freshness } from "../../sync/state/freshness";
import { addDays, type Day } from "../../time/day";
import type { DueRow } from "../planned-message";
import { leaderboardDays } from "../schedule/leaderboard-schedule";
import type { LeaderboardSettingsStore } from "../schedule/leaderboard-settings-store";
import { type Leaderboard, leaderboard, leaderboardCandidates } from "./leaderboard";
import type { LoadDigestsDeps } from "./load-digests";

/** A leaderboard, ready to be shown. */
export interface LoadedLeaderboard {
  readonly leaderboard: Leaderboard;
  /** Covers every source but those that are off. */
  readonly freshness: readonly Freshness[];
}

export interface LoadLeaderboardDeps extends Omit<LoadDigestsDeps, "reportedFigures" | "goalChanges" | "overviews"> {
  readonly overviews: Pick<OverviewStore, "activeGoals">;
  readonly leaderboards: LeaderboardSettingsStore;
}

/** The days of a leaderboard begin at most so long before its own. */
const DAYS_BACK = 13;

/** Loads the leaderboard for a day of the team's, in a few queries, however many people there are. */
export async function loadLeaderboard(
  day: Day,
  { overviews, metrics, people, settings, book, freshness, days, leaderboards }: LoadLeaderboardDeps,
): Promise<LoadedLeaderboard> {
  const [shown, everybody, team] = await Promise.all([leaderboards.read(), people.all(), settings.read()]);
  // The week before may lie in the month before, whose days a monthly goal is prorated by.
  const { from } = periodOf("monthly", addDays(day, -DAYS_BACK));
  const holidays = new Set(book.of(team, { from, to: periodOf("monthly", day).to }).map((one) => one.day));
  const range = leaderboardDays(day, workingCalendar({ week: team.workdays, holidays }));
  const [goals, sums, states] = await Promise.all([overviews.activeGoals(), metrics.sums([range]), freshness()]);
  const candidates = leaderboardCandidates(everybody, {
    day,
    days,
    goals,
    sums,
    team: { week: team.workdays, holidays },
  });
  return {
    leaderboard: leaderboard({ day, range, candidates, ...shown }),
    freshness: states.filter(({ state }) => state !== "off"),
  };
}

/** Loads the leaderboards of these rows by their ids. */
export async function loadLeaderboards(
  rows: readonly Pick<DueRow, "_id" | "day">[],
  deps: LoadLeaderboardDeps,
): Promise<ReadonlyMap<string, LoadedLeaderboard>> {
  return new Map(await Promise.all(rows.map(async ({ _id, day }) => [_id, await loadLeaderboard(day, deps)] as const)));
}

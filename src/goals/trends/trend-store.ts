import type { Db } from "mongodb";
import type { DayRange } from "../../time/day";
import { type Goal, periodOf } from "../goal";
import { teamCalendarOf } from "../holidays";
import type { TeamMember } from "../overview";
import type { OverviewStoreDeps } from "../overview-store";
import { PERIODS } from "../range-sums";
import { seriesRanges } from "./series";
import { memberTrends, type Trend, type TrendFigures, type TrendRange, teamTrends } from "./trends";

/** Figures over time as of the last sync: three queries, of however many people and days. */
export interface TrendStore {
  ofMember(member: TeamMember, asked: TrendRange): Promise<readonly Trend[]>;
  /** Everybody together: against the team's goals, and where there are none, against the sum of these members'. */
  ofTeam(members: readonly TeamMember[], asked: TrendRange): Promise<readonly Trend[]>;
}

export function trendStore(
  db: Db,
  { metrics, settings, book, paceDays }: Pick<OverviewStoreDeps, "metrics" | "settings" | "book" | "paceDays">,
): TrendStore {
  const goals = db.collection<Goal>("goals");
  const figures = async ({ range, day }: TrendRange, userId?: string): Promise<TrendFigures> => {
    const ranges = seriesRanges(range, day);
    const [found, rows, team] = await Promise.all([
      goals.find({ ...(userId === undefined ? {} : { userId }), active: true }).toArray(),
      metrics.sums(ranges, userId === undefined ? undefined : [userId]),
      settings.read(),
    ]);
    const calendar = teamCalendarOf({ team, book, paceDays }, [wholePeriods(range)]);
    return { goals: found, sums: { ranges, rows }, calendar };
  };
  return {
    ofMember: async (member, asked) => memberTrends(member, { figures: await figures(asked, member._id), asked }),
    ofTeam: async (members, asked) => teamTrends(members, { figures: await figures(asked), asked }),
  };
}

/** The days of all periods that a range touches: a day's share of a target depends on its whole period. */
function wholePeriods({ from, to }: DayRange): DayRange {
  const firsts = PERIODS.map((period) => periodOf(period, from).from).sort();
  const lasts = PERIODS.map((period) => periodOf(period, to).to).sort();
  return { from: firsts[0] ?? from, to: lasts.at(-1) ?? to };
}

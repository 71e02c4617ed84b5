import type { Db } from "mongodb";
import { membershipCuts, piecesOf } from "../../teams/membership";
import type { Team } from "../../teams/team";
import type { Goal } from "../goal";
import { teamCalendarOf } from "../holidays";
import type { TeamMember } from "../overview";
import type { OverviewStoreDeps } from "../overview-store";
import { eachOnce } from "../range-sums";
import { ownTeamSettings } from "../team-settings";
import { seriesRanges } from "./series";
import { teamTrends } from "./team-trends";
import { memberTrends, type Trend, type TrendFigures, type TrendRange, wholePeriods } from "./trends";

/** Figures over time as of the last sync: three queries, of however many people and days. */
export interface TrendStore {
  ofMember(member: TeamMember, asked: TrendRange): Promise<readonly Trend[]>;
  /**
   * A named team, or with `null` everybody together: against the team's goals, and where there are none, against the sum of
   * its members'; `people` are all who are active.
   */
  ofTeam(people: readonly TeamMember[], asked: TrendRange & { readonly team: Team | null }): Promise<readonly Trend[]>;
}

export function trendStore(
  db: Db,
  { metrics, settings, book, paceDays }: Pick<OverviewStoreDeps, "metrics" | "settings" | "book" | "paceDays">,
): TrendStore {
  const goals = db.collection<Goal>("goals");
  const read = async ({ range, day }: TrendRange, { userId, team = null }: { userId?: string; team?: Team | null }) => {
    const cuts = team === null ? [] : membershipCuts([team], range);
    const ranges = eachOnce(seriesRanges(range, day).flatMap((one) => [one, ...piecesOf(one, cuts)]));
    const [found, rows, company] = await Promise.all([
      goals.find({ ...(userId === undefined ? {} : { userId }), active: true }).toArray(),
      metrics.sums(ranges, userId === undefined ? undefined : [userId]),
      settings.read(),
    ]);
    const calendarOf = (own: typeof company) => teamCalendarOf({ team: own, book, paceDays }, [wholePeriods(range)]);
    const figures: TrendFigures = { goals: found, sums: { ranges, rows, cuts }, calendar: calendarOf(company) };
    return { figures, team: team === null ? null : { ...team, calendar: calendarOf(ownTeamSettings(team, company)) } };
  };
  return {
    ofMember: async (member, asked) => {
      return memberTrends(member, { figures: (await read(asked, { userId: member._id })).figures, asked });
    },
    ofTeam: async (people, { team, ...asked }) => teamTrends(people, { ...(await read(asked, { team })), asked }),
  };
}

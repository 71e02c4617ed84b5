import type { Db } from "mongodb";
import { membershipCuts, piecesOf } from "../../teams/membership";
import type { Team } from "../../teams/team";
import type { Goal } from "../goal";
import { teamCalendarOf } from "../holidays";
import type { TeamMember } from "../overview";
import type { OverviewStoreDeps } from "../overview-store";
import { eachOnce } from "../range-sums";
import { ownTeamSettings, type TeamSettings } from "../team-settings";
import { teamPromises, teamTrends } from "./team-trends";
import {
  memberPromises,
  memberTrends,
  type Promised,
  promisedRanges,
  type Trend,
  type TrendFigures,
  type TrendRange,
  wholePeriods,
} from "./trends";

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
  const read = async (filter: Partial<Pick<Goal, "userId">>) =>
    Promise.all([goals.find({ ...filter, active: true }).toArray(), settings.read()]);
  const calendarOf = (own: TeamSettings, { range }: TrendRange) =>
    teamCalendarOf({ team: own, book, paceDays }, [wholePeriods(range)]);
  /** The sums that these promises need, which begin when they do. */
  const sumsOf = async (
    promised: readonly Promised[],
    { asked, team, userId }: { readonly asked: TrendRange; readonly team?: Team | null; readonly userId?: string },
  ): Promise<TrendFigures["sums"]> => {
    const summed = promised.flatMap(({ of }) => (of === null ? [] : [{ members: of }]));
    const cuts = membershipCuts(team == null ? summed : [team, ...summed], asked.range);
    const ranges = eachOnce(promisedRanges(promised, asked).flatMap((one) => [one, ...piecesOf(one, cuts)]));
    return { ranges, rows: await metrics.sums(ranges, userId === undefined ? undefined : [userId]), cuts };
  };
  return {
    ofMember: async (member, asked) => {
      const { _id: userId } = member;
      const [found, company] = await read({ userId });
      const sums = await sumsOf(memberPromises(member, { goals: found, asked }), { asked, userId });
      return memberTrends(member, { figures: { goals: found, sums, calendar: calendarOf(company, asked) }, asked });
    },
    ofTeam: async (people, { team, ...asked }) => {
      const [found, company] = await read({});
      const figures = { goals: found, calendar: calendarOf(company, asked) };
      const own = team === null ? null : { ...team, calendar: calendarOf(ownTeamSettings(team, company), asked) };
      const sums = await sumsOf(teamPromises(people, { figures, asked, team: own }), { asked, team });
      return teamTrends(people, { figures: { ...figures, sums }, asked, team: own });
    },
  };
}

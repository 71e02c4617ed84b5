import type { Db } from "mongodb";
import type { MetricStore } from "../metrics/metric-store";
import type { MetricType } from "../metrics/metrics";
import { membershipCuts, piecesOf } from "../teams/membership";
import type { Team } from "../teams/team";
import { addDays, type Day, type DayRange, type ZoneDays } from "../time/day";
import { lastEndedDay, type ReaderDay, type ReaderDays, readerDay, readerDays } from "../time/reader-day";
import { countedDays, type PaceDays, type ShortWeek, shortWeek, type TeamCalendar } from "./calendar";
import { type GoalFigures, type MeasuredTeam, overviewOf, type ReadThrough } from "./figures";
import { type Goal, type Period, periodOf } from "./goal";
import { type HolidayBook, teamCalendarOf } from "./holidays";
import type { Overview, TeamMember, TeamOverview } from "./overview";
import { eachOnce, figureRanges, PERIODS, periodCuts } from "./range-sums";
import { ownTeamSettings, type TeamSettings } from "./team-settings";
import type { TeamSettingsStore } from "./team-settings-store";
import { namedTeamOverviews, teamOverviewOf } from "./teams/team-figures";
import { summedMembers, type TeamWhole, teamWhole } from "./teams/team-parts";
import { glancePast, glancePastRanges } from "./trends/glance-past";

export interface OverviewStoreDeps {
  readonly metrics: Pick<MetricStore, "sums">;
  readonly settings: Pick<TeamSettingsStore, "read">;
  readonly book: Pick<HolidayBook, "of">;
  readonly paceDays: PaceDays;
  readonly days: ZoneDays;
  /** Reads until when sources were read; without it all count as read. */
  readonly readThrough?: () => Promise<ReadThrough>;
}

/** A request for figures: of whom, and for which days. */
export interface FiguresQuery {
  readonly now: Date;
  /** Everybody when absent. */
  readonly userId?: string;
  /** Whoever reads, where that is known: only days that their clocks show are summed, instead of all that any clock does. */
  readonly readers?: readonly TeamMember[];
  /** Dates of readers beside those that clocks show at `now`. */
  readonly dates?: readonly Day[];
  /** The named teams whose figures are wanted. */
  readonly teams?: readonly Team[];
  /** Further ranges to be summed, whose holidays are known, too. */
  readonly also?: readonly DayRange[];
}

/** One person's figures as they see them: with what the days before brought, and what this week lacks. */
export interface OwnOverview extends Overview {
  readonly shortWeek?: ShortWeek | null;
}

/** Everybody's figures as of the last sync: three queries, and one of how far sources were read, of however many. `current` is summed, never trusted. */
export interface OverviewStore {
  /** Which days pace counts. */
  readonly paceDays: PaceDays;
  /** Somebody's figures by the day on their own clock. */
  overview(member: TeamMember, now: Date): Promise<Overview>;
  /** Somebody's figures as they see them, by as many queries. */
  ownOverview(member: TeamMember, now: Date): Promise<OwnOverview>;
  /**
   * Each of these members by the day on their own clock, Everyone by the company's. A goal set for Everyone is everybody's;
   * where there is none, those of these members are summed.
   */
  teamOverview(members: readonly TeamMember[], now: Date): Promise<TeamOverview>;
  /** The overviews of named teams by their ids, all by the same three queries; `people` are all who are active, `reader` one of them. */
  teamOverviews(query: {
    readonly people: readonly TeamMember[];
    readonly teams: readonly Team[];
    readonly reader?: string;
    readonly now: Date;
  }): Promise<ReadonlyMap<string, TeamOverview>>;
  /**
   * Reads what a figure of a team is the sum of, or with `null` of Everyone: one query, of however many people, and one more
   * for a sum of individual goals, `sum`, to which only those of these people count who have one, while it is in force.
   */
  teamWhole(query: {
    readonly type: MetricType;
    readonly team: Team | null;
    readonly range: DayRange;
    readonly sum?: { readonly period: Period; readonly people: readonly TeamMember[] } | undefined;
  }): Promise<TeamWhole>;
  /** Reads what goals and overviews are computed from. */
  figures(query: FiguresQuery): Promise<GoalFigures>;
  /** Everybody's active goals, those whose first target lies ahead as well. */
  activeGoals(): Promise<readonly Goal[]>;
}

export function overviewStore(
  db: Db,
  { metrics, settings, book, paceDays, days: teamDays, readThrough: readDays }: OverviewStoreDeps,
): OverviewStore {
  const goals = db.collection<Goal>("goals");
  const calendarOf = (
    team: TeamSettings,
    { readers, also = [] }: { readonly readers: readonly ReaderDay[]; readonly also?: readonly DayRange[] },
  ): TeamCalendar => {
    const ranges = readers.flatMap(({ today }) => PERIODS.map((period) => periodOf(period, today)));
    return teamCalendarOf({ team, book, paceDays }, [...ranges, ...around(also)]);
  };
  const figures: OverviewStore["figures"] = async (query) => {
    const { now, userId, readers: members, dates = [], teams = [], also = [] } = query;
    const days = readerDays(now, teamDays);
    const readers = possibleDays(days, { members, dates });
    const cuts = periodCuts(teams, days.team.today);
    const ranges = eachOnce([...figureRanges(readers, { day: days.team, cuts }), ...also]);
    const [found, rows, company, readThrough] = await Promise.all([
      goals.find({ ...(userId === undefined ? {} : { userId }), active: true }).toArray(),
      metrics.sums(ranges, userId === undefined ? undefined : [userId]),
      settings.read(),
      readDays?.(),
    ]);
    const calendar = calendarOf(company, { readers, also });
    const measured = teams.map((team): [string, MeasuredTeam] => {
      const own = team.workdays !== undefined || team.holidays !== undefined;
      return [
        team._id,
        { ...team, calendar: own ? calendarOf(ownTeamSettings(team, company), { readers: [days.team] }) : calendar },
      ];
    });
    const figures = { days, goals: found, sums: { ranges, rows, cuts }, calendar, teams: new Map(measured) };
    return readThrough === undefined ? figures : { ...figures, readThrough };
  };
  return {
    paceDays,
    figures,
    overview: async (member, now) => {
      const read = await figures({ now, userId: member._id, readers: [member] });
      return overviewOf(member, { figures: read, day: read.days.of(member) });
    },
    ownOverview: async (member, now) => {
      const readers = readerDays(now, teamDays);
      const day = readers.of(member);
      const past = { today: day.today, through: lastEndedDay(readers) };
      const read = await figures({ now, userId: member._id, readers: [member], also: glancePastRanges(past) });
      const overview = overviewOf(member, { figures: read, day });
      const given = { days: past, sums: read.sums, counted: countedDays(member.schedule, read.calendar), paceDays };
      const glance = overview.glance.map((line) => {
        return { ...line, past: glancePast({ userId: member._id, type: line.type }, given) };
      });
      return { ...overview, glance, shortWeek: shortWeek(day.today, { schedule: member.schedule, ...read }) };
    },
    teamOverview: async (members, now) => teamOverviewOf(members, await figures({ now, readers: members })),
    teamOverviews: async ({ people, teams, reader, now }) =>
      namedTeamOverviews(people, { ...(await figures({ now, readers: people, teams })), reader }),
    teamWhole: async ({ type, team, range, sum }) => {
      const of = async ({ period, people }: NonNullable<typeof sum>) => {
        const found = await goals.find({ type, period, active: true }).toArray();
        return { members: summedMembers({ type, period, range }, { people, goals: found, team }) };
      };
      const counting = sum === undefined ? team : await of(sum);
      const cuts = counting === null ? [] : membershipCuts([counting], range);
      const ranges = eachOnce([range, ...piecesOf(range, cuts)]);
      const rows = await metrics.sums(ranges);
      return teamWhole({ type, team: counting }, { range, sums: { ranges, rows, cuts } });
    },
    activeGoals: () => goals.find({ active: true }).toArray(),
  };
}

/** One range that holds all of these: holidays are looked up once a range. */
function around(ranges: readonly DayRange[]): readonly DayRange[] {
  const [from] = ranges.map((range) => range.from).sort();
  const to = ranges
    .map((range) => range.to)
    .sort()
    .at(-1);
  return from === undefined || to === undefined ? [] : [{ from, to }];
}

/** The company's day and those of its members' clocks. Clocks anywhere show the team's date, the one before or the one after. */
function possibleDays(
  { team, of }: ReaderDays,
  { members, dates }: { readonly members: readonly TeamMember[] | undefined; readonly dates: readonly Day[] },
): readonly ReaderDay[] {
  const near =
    members === undefined
      ? [-1, 0, 1].map((days) => addDays(team.today, days))
      : [team.today, ...members.map((member) => of(member).today)];
  return [...new Set([...near, ...dates])].map((today) => readerDay(today, team.today));
}

import type { Db } from "mongodb";
import type { MetricStore } from "../metrics/metric-store";
import type { Day } from "../time/day";
import type { PaceDays, TeamCalendar } from "./calendar";
import { type GoalFigures, overviewOf, PERIODS } from "./figures";
import { type Goal, periodOf } from "./goal";
import type { HolidayBook } from "./holidays";
import type { Overview, TeamMember, TeamOverview } from "./overview";
import { teamOverviewOf } from "./team-figures";
import type { TeamSettingsStore } from "./team-settings-store";

export interface OverviewStoreDeps {
  readonly metrics: Pick<MetricStore, "sums">;
  readonly settings: Pick<TeamSettingsStore, "read">;
  readonly book: Pick<HolidayBook, "of">;
  readonly paceDays: PaceDays;
}

/** Everybody's figures as of the last sync: three queries, of however many. `current` is summed, never trusted. */
export interface OverviewStore {
  overview(member: TeamMember, today: Day): Promise<Overview>;
  /** A goal set for the team is everybody's; where there is none, those of these members are summed. */
  teamOverview(members: readonly TeamMember[], today: Day): Promise<TeamOverview>;
  /** What figures are made of; everybody's when no person is named. */
  figures(today: Day, userId?: string): Promise<GoalFigures>;
}

export function overviewStore(db: Db, { metrics, settings, book, paceDays }: OverviewStoreDeps): OverviewStore {
  const goals = db.collection<Goal>("goals");
  const teamCalendar = async (today: Day): Promise<TeamCalendar> => {
    const team = await settings.read();
    const ranges = PERIODS.map((period) => periodOf(period, today));
    const days = ranges.flatMap((range) => book.of(team, range).map(({ day }) => day));
    return { paceDays, week: team.workdays, holidays: new Set(days) };
  };
  const figures: OverviewStore["figures"] = async (today, userId) => {
    const ranges = PERIODS.map((period) => periodOf(period, today));
    const [found, sums, calendar] = await Promise.all([
      goals.find({ ...(userId === undefined ? {} : { userId }), active: true }).toArray(),
      metrics.sums(ranges, userId === undefined ? undefined : [userId]),
      teamCalendar(today),
    ]);
    return { today, goals: found, sums, calendar };
  };
  return {
    figures,
    overview: async (member, today) => overviewOf(member, await figures(today, member._id)),
    teamOverview: async (members, today) => teamOverviewOf(members, await figures(today)),
  };
}

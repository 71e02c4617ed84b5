import { type GoalEditStore, goalEditStore } from "../goals/edit-store";
import { type GoalStore, goalStore } from "../goals/goal-store";
import { type HolidayBook, holidayBook } from "../goals/holidays";
import { type OverviewStore, overviewStore } from "../goals/overview-store";
import { type ShownFiguresStore, shownFiguresStore } from "../goals/shown/shown-figures-store";
import { type TeamSettingsStore, teamSettingsStore } from "../goals/team-settings-store";
import { type TrendStore, trendStore } from "../goals/trends/trend-store";
import type { MetricStore } from "../metrics/metric-store";
import { type PeopleStore, peopleStore } from "../people/people-store";
import type { Freshness } from "../sync/state/freshness";
import { lastReadDay } from "../sync/state/read-days";
import { type TeamStore, teamStore } from "../teams/team-store";
import type { ZoneDays } from "../time/day";
import type { AppDeps } from "./deps";

/** People and teams, what is promised of them, and what is shown of it. */
export interface TeamStores {
  readonly people: PeopleStore;
  readonly teams: TeamStore;
  readonly overviews: OverviewStore;
  readonly shownFigures: ShownFiguresStore;
  readonly goalEdits: GoalEditStore;
  readonly settings: TeamSettingsStore;
  readonly holidays: HolidayBook;
}

/** Assembles goals, what they are computed from, and what changes them. */
export function assembleGoals(
  {
    metrics,
    days,
    freshness,
  }: {
    readonly metrics: MetricStore;
    readonly days: ZoneDays;
    readonly freshness: () => Promise<readonly Freshness[]>;
  },
  { config, database: { db }, newId, log }: AppDeps,
): { readonly stores: TeamStores; readonly goals: GoalStore; readonly trends: TrendStore } {
  const holidays = holidayBook();
  const settings = teamSettingsStore(db, holidays);
  const reading = { metrics, settings, book: holidays, paceDays: config.PACE_DAYS, days };
  const readThrough = async () => lastReadDay(await freshness(), days);
  const stores = {
    ...{
      people: peopleStore(db),
      teams: teamStore(db, newId),
      overviews: overviewStore(db, { ...reading, readThrough }),
      shownFigures: shownFiguresStore(db, { log }),
    },
    ...{ goalEdits: goalEditStore(db, { metrics, newId }), settings, holidays },
  };
  return { stores, goals: goalStore(db, metrics), trends: trendStore(db, reading) };
}

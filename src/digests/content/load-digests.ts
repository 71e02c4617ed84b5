import type { HolidayBook } from "../../goals/holidays";
import type { OverviewStore } from "../../goals/overview-store";
import type { TeamSettingsStore } from "../../goals/team-settings-store";
import { wholePeriods } from "../../goals/trends/trends";
import type { MetricStore } from "../../metrics/metric-store";
import { metricOf } from "../../metrics/metrics";
import type { PeopleStore } from "../../people/people-store";
import { namesOf } from "../../people/person";
import type { Freshness } from "../../sync/state/freshness";
import { readDays } from "../../sync/state/read-days";
import { addDays, type ZoneDays } from "../../time/day";
import { readerDays } from "../../time/reader-day";
import type { ReportedFiguresStore } from "../delivery/reported-figures-store";
import type { ReportedOrders } from "../planned-message";
import { buildDigests, digestRows, neededRanges, type WantedDigest } from "./build-digests";
import type { Digest } from "./digest";
import type { FirstDigestsStore } from "./first-digests-store";
import type { NamedGoalChange } from "./goal-changes";
import type { GoalChangesStore } from "./goal-changes-store";
import { type MonthOrdersDeps, withMonthOrders } from "./orders/load-month-orders";

/** One person's digest, ready to be shown. */
export interface LoadedDigest {
  readonly digest: Digest;
  /** The orders of which the money of months in it consists. */
  readonly orders?: readonly ReportedOrders[];
  /** Covers the sources that this person's goals are counted from, but for those that are off. */
  readonly freshness: readonly Freshness[];
  /** What others changed in the person's goals and no digest has told yet, the oldest first. */
  readonly goalChanges: readonly NamedGoalChange[];
  /** Whether no digest has arrived before. */
  readonly isFirst: boolean;
}

export interface LoadDigestsDeps {
  readonly overviews: Pick<OverviewStore, "figures">;
  readonly metrics: Pick<MetricStore, "sums">;
  readonly people: Pick<PeopleStore, "all">;
  readonly settings: Pick<TeamSettingsStore, "read">;
  readonly book: Pick<HolidayBook, "of">;
  readonly reportedFigures: ReportedFiguresStore;
  readonly goalChanges: Pick<GoalChangesStore, "untold">;
  readonly firstDigests: FirstDigestsStore;
  readonly orders: MonthOrdersDeps;
  freshness(): Promise<readonly Freshness[]>;
  readonly days: ZoneDays;
}

/** The last working day is searched for this far back, and a month that has ended begins no earlier. */
const DAYS_BACK = 70;

/** Loads these digests by their rows' ids, all from the same few queries, however many there are. */
export async function loadDigests(
  { rows, now }: { readonly rows: readonly WantedDigest[]; readonly now: Date },
  {
    overviews,
    metrics,
    people,
    settings,
    book,
    reportedFigures,
    goalChanges,
    firstDigests,
    orders,
    freshness,
    days,
  }: LoadDigestsDeps,
): Promise<ReadonlyMap<string, LoadedDigest>> {
  if (rows.length === 0) return new Map();
  const today = days.dayOf(now);
  const [figures, everybody, team, states, reported, praised, changes] = await Promise.all([
    overviews.figures({ now, dates: rows.map(({ day }) => day) }),
    people.all(),
    settings.read(),
    freshness(),
    reportedFigures.lately(rows),
    reportedFigures.praised(rows),
    goalChanges.untold(rows),
  ]);
  // What pace asked of a day depends on its whole week and month, which may go on.
  const { to } = wholePeriods({ from: today, to: addDays(today, 1) });
  const holidays = book.of(team, { from: addDays(today, -DAYS_BACK), to });
  const calendar = { today, week: team, holidays: new Set(holidays.map(({ day }) => day)) };
  const wanted = digestRows(rows, { people: everybody, team: calendar });
  const ranges = neededRanges(wanted, { goals: figures.goals, reported });
  const receivers = new Set(rows.map(({ to }) => to));
  const [sums, awaited] = await Promise.all([
    metrics.sums(ranges),
    firstDigests.awaited(everybody.filter(({ _id }) => receivers.has(_id))),
  ]);
  const { isFinal, isRead } = readDays({ states, days, now });
  const digests = buildDigests(wanted, {
    ...{ figures, sums, ranges, reported, praised, isFinal, isRead, teamZone: days.zone },
    calendar: { ...calendar, paceDays: figures.calendar.paceDays },
  });
  const names = namesOf(everybody);
  const changed = (id: string) =>
    (changes.get(id) ?? []).map((change) => ({ ...change, by: names.get(change.by) ?? change.by }));
  const readers = new Map(rows.map(({ _id, to }) => [_id, to]));
  const known = await withMonthOrders(digests, { readers, people: everybody }, orders);
  return new Map(
    [...known].map(([id, one]) => {
      const isFirst = awaited.has(readers.get(id) ?? "");
      return [id, { ...one, freshness: sourcesOf(one.digest, states), goalChanges: changed(id), isFirst }];
    }),
  );
}

/** Loads somebody's digest as it would be now, by their own calendar; `null` for whoever is unknown or has no goals. */
export async function loadPreview(
  { userId, now }: { readonly userId: string; readonly now: Date },
  deps: LoadDigestsDeps,
): Promise<LoadedDigest | null> {
  const person = (await deps.people.all()).find(({ _id }) => _id === userId);
  if (person === undefined) return null;
  const { goals } = await deps.overviews.figures({ now, userId });
  if (goals.length === 0) return null;
  const day = readerDays(now, deps.days).of(person).today;
  const loaded = await loadDigests({ rows: [{ _id: userId, to: userId, day }], now }, deps);
  return loaded.get(userId) ?? null;
}

/** A source that is switched off is nothing to wait for. */
function sourcesOf({ goals }: Digest, states: readonly Freshness[]): readonly Freshness[] {
  const wanted = new Set(goals.flatMap(({ type }) => metricOf(type).sources));
  return states.filter(({ source, state }) => wanted.has(source) && state !== "off");
}

import type { Calendar } from "../../goals/calendar";
import { type Goal, type Period, periodOf, targetOn } from "../../goals/goal";
import { byPerson } from "../../goals/team-figures";
import type { UserSum } from "../../metrics/metric-store";
import { METRICS, type Metric, type MetricType, type Unit } from "../../metrics/metrics";
import type { Person } from "../../people/person";
import { isRep } from "../../people/roster";
import { addDays, type Day, type DayRange, daysBetween, type ZoneDays } from "../../time/day";
import type { LeaderboardSettings, RankedBy } from "../schedule/leaderboard-settings";
import { workdaysOf } from "../schedule/recipient";

/** Names and results; no target, nor anything one could be worked out from. */
export interface Leaderboard extends DayRange {
  /** The day it is for. */
  readonly day: Day;
  readonly by: RankedBy;
  /** One section a metric that somebody has results in, in the order of the METRICS table. */
  readonly sections: readonly LeaderboardSection[];
}

export interface LeaderboardSection {
  readonly type: MetricType;
  readonly title: string;
  readonly unit: Unit;
  readonly rows: readonly LeaderboardRow[];
  /** How many more have results and are not shown. */
  readonly more: number;
}

export interface LeaderboardRow {
  /** 1, 2, 2, 4: who is equal shares a rank. */
  readonly rank: number;
  readonly userId: string;
  readonly name: string;
  /** In the metric's unit; by share, the share of their own goal for these days, 1 for all of it. */
  readonly result: number;
  readonly away: boolean;
  readonly isNew: boolean;
}

/** Somebody who may be on a leaderboard. */
export interface LeaderboardCandidate {
  readonly userId: string;
  readonly name: string;
  readonly away: boolean;
  readonly isNew: boolean;
  readonly calendar: Calendar;
  readonly goals: readonly Goal[];
  /** Their total of the leaderboard's days. */
  readonly sum: (type: MetricType) => number;
}

export interface LeaderboardInput extends Pick<LeaderboardSettings, "metrics" | "topN" | "by"> {
  readonly day: Day;
  readonly range: DayRange;
  readonly candidates: readonly LeaderboardCandidate[];
}

/** Ranks these days. Whoever has no results is not shown. */
export function leaderboard({ day, range, candidates, metrics, topN, by }: LeaderboardInput): Leaderboard {
  const shown = METRICS.filter(({ type }) => metrics === null || metrics.includes(type));
  const sections = shown.map((metric) => section(metric, { range, candidates, topN, by }));
  return { day, ...range, by, sections: sections.filter(({ rows }) => rows.length > 0) };
}

function section(
  { type, title, unit }: Metric,
  { range, candidates, topN, by }: Pick<LeaderboardInput, "range" | "candidates" | "topN" | "by">,
): LeaderboardSection {
  const results = candidates.flatMap((candidate): Omit<LeaderboardRow, "rank">[] => {
    const result = by === "value" ? candidate.sum(type) : shareOf(candidate, { type, range });
    if (result === null || result <= 0) return [];
    const { userId, name, away, isNew } = candidate;
    return [{ userId, name, result, away, isNew }];
  });
  const ranked = rankedRows(results);
  const rows = ranked.filter(({ rank }) => rank <= topN);
  return { type, title, unit, rows, more: ranked.length - rows.length };
}

function rankedRows(results: readonly Omit<LeaderboardRow, "rank">[]): readonly LeaderboardRow[] {
  const sorted = [...results].sort((a, b) => b.result - a.result || (a.name < b.name ? -1 : 1));
  return sorted.map((row) => ({ rank: sorted.findIndex(({ result }) => result === row.result) + 1, ...row }));
}

/** Which of several goals in one metric counts: the one whose period is nearest to a leaderboard's days. */
const NEAREST: readonly Period[] = ["weekly", "monthly", "daily"];

/** The share of one's own goal, prorated by one's working days; in whole percent, so that equals are equal. */
function shareOf(
  { goals, calendar, sum }: LeaderboardCandidate,
  { type, range }: { readonly type: MetricType; readonly range: DayRange },
): number | null {
  const period = NEAREST.find((one) => goals.some((goal) => goal.type === type && goal.period === one));
  const goal = goals.find((one) => one.type === type && one.period === period);
  const target = goal === undefined ? null : targetOn(goal, range.to);
  if (period === undefined || target === null) return null;
  const worked = calendar.workingDays(range);
  const whole = period === "daily" ? 1 : calendar.workingDays(periodOf(period, range.to));
  if (worked === 0 || whole === 0) return null;
  return Math.floor((sum(type) / ((target * worked) / whole)) * 100 + 1e-9) / 100;
}

/** A person counts as new for so many days. */
const NEW_DAYS = 14;

/** Lists everybody who may be on a leaderboard: active reps, and whoever has a goal. `sums` holds its days alone. */
export function leaderboardCandidates(
  people: readonly Person[],
  given: {
    readonly day: Day;
    readonly days: ZoneDays;
    readonly goals: readonly Goal[];
    readonly sums: readonly UserSum[];
    readonly team: { readonly week: readonly number[]; readonly holidays: ReadonlySet<Day> };
  },
): readonly LeaderboardCandidate[] {
  const { day, days, goals, sums, team } = given;
  const goalsOf = byPerson(goals);
  const sumsOf = new Map(sums.map((one) => [`${one.userId} ${one.type}`, one.sums[0] ?? 0]));
  const firstDay = earliest(people, days);
  return people
    .filter((person) => person.active && (isRep(person) || goalsOf.has(person._id)))
    .map((person) => ({
      userId: person._id,
      name: person.name,
      away: (person.schedule?.timeOff ?? []).some(({ from, to }) => from <= day && day <= to),
      isNew: isNew(person, { day, days, firstDay }),
      calendar: workdaysOf(person, team),
      goals: goalsOf.get(person._id) ?? [],
      sum: (type) => sumsOf.get(`${person._id} ${type}`) ?? 0,
    }));
}

function isNew(
  { schedule, firstSeen }: Person,
  { day, days, firstDay }: { readonly day: Day; readonly days: ZoneDays; readonly firstDay: Day | null },
): boolean {
  const seen = firstSeen === undefined ? null : days.dayOf(firstSeen);
  // People whom the first sync met were there before us.
  const met = seen !== null && firstDay !== null && seen > addDays(firstDay, 1) ? seen : null;
  const since = schedule?.startDate ?? met;
  return since !== null && since <= day && daysBetween(since, day) < NEW_DAYS;
}

function earliest(people: readonly Person[], days: ZoneDays): Day | null {
  const seen = people.flatMap(({ firstSeen }) => (firstSeen === undefined ? [] : [days.dayOf(firstSeen)]));
  return [...seen].sort()[0] ?? null;
}

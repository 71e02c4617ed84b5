import { type Calendar, countedDays, daysOf, type TeamCalendar } from "../../goals/calendar";
import { type Goal, targetOn } from "../../goals/goal";
import { goalSum, type RangeSums } from "../../goals/range-sums";
import { type PastFigures, type PastPeriod, pastPeriod } from "../../goals/trends/past-period";
import { memberTrends, sinceBegin, type Trend } from "../../goals/trends/trends";
import { unreadDays } from "../../goals/trends/unread-days";
import { METRICS, type MetricType, metricOf, type Unit } from "../../metrics/metrics";
import type { Day, DayRange } from "../../time/day";
import type { WorkSchedule } from "../../time/work-schedule";
import type { RecapSpan } from "../planned-message";
import { periodBefore } from "../schedule/recap-spans";

/** What somebody's week or month came to. */
export interface Recap extends RecapSpan {
  /** Those missed first, then in the order of the METRICS table; without what had no goal of its own and brought nothing twice. */
  readonly lines: readonly RecapLine[];
  /**
   * Their figures by day beside pace, of what was the most behind, whatever its goal's period, and was read whole; one that brought something
   * before one that did not; `null` where nothing was read.
   */
  readonly trend: Trend | null;
}

/** One metric with what its goals asked; figures in the metric's unit. */
export interface RecapLine {
  readonly type: MetricType;
  readonly title: string;
  readonly unit: Unit;
  readonly value: number;
  /** The days that were not read; none where all were. */
  readonly unread: readonly DayRange[];
  /** What its goal of this very period came to; `null` where it has none. */
  readonly goal: PastPeriod | null;
  /** On how many of its counted days its daily goal was reached, and how many more were not read; `null` where it has none. */
  readonly days: { readonly reached: number; readonly counted: number; readonly unread: number } | null;
  /** What the period before brought; `null` where not all days of both were read. */
  readonly before: number | null;
  /** The day that alone brought most; `null` where not all days were read. */
  readonly best: { readonly day: Day; readonly value: number } | null;
  /** How many periods in a row the goal was reached, this one included; `RECAP_LOOK_BACK` at most. */
  readonly streak: number;
}

/** So many periods are looked at for a streak. */
export const RECAP_LOOK_BACK: Readonly<Record<RecapSpan["period"], number>> = { weekly: 8, monthly: 3 };

/** Every range whose sums recaps of somebody with these goals need; their trends begin when a goal does. */
export function recapRanges(spans: readonly RecapSpan[], goals: readonly Goal[]): readonly DayRange[] {
  return spans.flatMap((span) => [
    ...inRow(span),
    ...daysOf(span).map((day) => ({ from: day, to: day })),
    ...goals.map((goal) => sinceBegin({ targetOn: (day) => targetOn(goal, day) ?? 0 }, rangeOf(span))),
  ]);
}

/** What a recap is made of: the person, their goals with all their targets, and their figures. */
export interface RecapInput {
  readonly person: { readonly _id: string; readonly schedule?: WorkSchedule };
  readonly goals: readonly Goal[];
  /** Hold `recapRanges`. */
  readonly sums: RangeSums;
  /** Holds the holidays of the span's periods. */
  readonly calendar: TeamCalendar;
  readonly isRead: PastFigures["isRead"];
  /** The reader's date. */
  readonly today: Day;
}

/** Says what a week or a month came to for somebody; `null` where they had no goal in it or nothing of it counted. */
export function recap(span: RecapSpan, input: RecapInput): Recap | null {
  const { person, goals, sums, calendar, isRead, today } = input;
  const counted = countedDays(person.schedule, calendar);
  // One that was archived on the last day was in force on the days before.
  const known = goals.filter((goal) => daysOf(span).some((day) => targetOn(goal, day) !== null));
  const lines = METRICS.flatMap(({ type }) => metricLine(type, { ...input, span, counted, goals: known }));
  if (lines.length === 0 || (counted.workingDays(span) === 0 && lines.every(({ value }) => value === 0))) return null;
  const asked = { range: { from: span.from, to: span.to }, day: { today, ended: false }, types: null };
  const made = memberTrends(person, { figures: { goals: known, sums, calendar }, asked });
  // A day that was not read would be drawn as one on which nothing was done.
  const read = made.filter(({ type }) => isRead(type, asked.range));
  const some = read.filter(({ series }) => series.total.actual !== 0);
  const trend = drawnTrend(some.length > 0 ? some : read, span);
  const told = lines.filter((line) => !isNoise(line));
  return { ...span, lines: told.sort((a, b) => Number(isMissed(b)) - Number(isMissed(a))), trend };
}

/** Finds what was behind the most in the end, by its goal of the span's period where that was behind as well; else what that period asked. */
function drawnTrend(trends: readonly Trend[], { period }: RecapSpan): Trend | null {
  const behind = trends.filter(({ series: { ended } }) => ended !== null && ended.actual < ended.pace);
  const [worst] = behind;
  const same = behind.find((one) => one.type === worst?.type && one.period === period);
  return same ?? worst ?? trends.find((one) => one.period === period) ?? trends[0] ?? null;
}

interface LineInput extends RecapInput {
  readonly span: RecapSpan;
  readonly counted: Calendar;
}

/** One line a metric that has a goal, judged by that of the span's period and a daily one; where it has neither, its figure alone. */
function metricLine(type: MetricType, input: LineInput): readonly RecapLine[] {
  const { span, goals, person, sums, isRead } = input;
  const own = goals.filter((one) => one.type === type);
  if (own.length === 0) return [];
  const goal = own.find(({ period }) => period === span.period);
  const daily = own.find(({ period }) => period === "daily");
  const { title, unit } = metricOf(type);
  const totalOf = (range: DayRange) => goalSum({ userId: person._id, type }, { range, sums });
  const earlier = periodBefore(span.period, span);
  const whole = isRead(type, rangeOf(span));
  const days = daysOf(span).map((day) => ({ day, value: totalOf({ from: day, to: day }) }));
  const [best, second] = [...days].sort((a, b) => b.value - a.value);
  const leads = whole && best !== undefined && best.value > 0 && best.value !== second?.value;
  const line: RecapLine = {
    ...{ type, title, unit, value: totalOf(span) },
    unread: whole ? [] : unreadDays({ type, ...rangeOf(span) }, isRead),
    goal: goal === undefined ? null : pastPeriod(goal, { ...input, range: rangeOf(span) }),
    days: daily === undefined ? null : reachedDays(daily, input),
    before: whole && isRead(type, earlier) ? totalOf(earlier) : null,
    best: leads ? best : null,
    streak: goal === undefined ? 0 : streakOf(goal, input),
  };
  return [line];
}

/** Judges each day as the history does. */
function reachedDays(goal: Goal, input: LineInput): RecapLine["days"] {
  const counted = daysOf(input.span).filter(input.counted.isWorkingDay);
  const outcomes = counted.flatMap(
    (day) => pastPeriod(goal, { ...input, range: { from: day, to: day } })?.outcome ?? [],
  );
  const unread = outcomes.filter((outcome) => outcome === "unread").length;
  const reached = outcomes.filter((outcome) => outcome === "reached").length;
  return { reached, counted: outcomes.length - unread, unread };
}

function streakOf(goal: Goal, input: LineInput): number {
  const outcomes = inRow(input.span).map((range) => pastPeriod(goal, { ...input, range })?.outcome);
  const broken = outcomes.findIndex((outcome) => outcome !== "reached");
  return broken === -1 ? outcomes.length : broken;
}

/** A span's period and those before it, the latest first. */
function inRow({ period, ...range }: RecapSpan): readonly DayRange[] {
  const ranges = [rangeOf(range)];
  while (ranges.length < RECAP_LOOK_BACK[period]) ranges.push(periodBefore(period, ranges.at(-1) ?? range));
  return ranges;
}

function rangeOf({ from, to }: DayRange): DayRange {
  return { from, to };
}

/** A zero that no goal of the span asks about and that was none before either tells nobody anything. */
function isNoise({ goal, days, value, before }: RecapLine): boolean {
  return goal === null && days === null && value === 0 && before === 0;
}

/** Tells whether nothing was done in a period that was read whole. */
export function isSilent({ lines }: Pick<Recap, "lines">): boolean {
  return lines.every(({ value, goal, days, before }) => {
    const isWhole = goal === null ? before !== null : goal.outcome !== "unread";
    return value === 0 && isWhole && (days?.unread ?? 0) === 0;
  });
}

function isMissed({ goal }: RecapLine): boolean {
  return goal?.outcome === "missed";
}

import type { Calendar, ShortWeek } from "../../goals/calendar";
import type { Goal } from "../../goals/goal";
import type { GoalLine } from "../../goals/overview";
import { type GoalStatus, goalStatus } from "../../goals/status";
import { METRICS, type Metric, type MetricType } from "../../metrics/metrics";
import type { Day, DayRange } from "../../time/day";
import type { RecapSpan, ReportedFigure } from "../planned-message";
import { lastWorkingDays } from "../schedule/digest-schedule";
import { type Correction, corrections, finalFigures } from "./corrections";
import { type DayFigures, withDayResults } from "./day-results";
import { fallenMonths, monthFigures, monthToDate } from "./month-to-date";
import { endedPeriods, type Praise, praises } from "./praise";
import type { Recap } from "./recap";

/** One person's morning; figures in the metrics' units, of the team's days of these dates. */
export interface Digest {
  /** By the person's own calendar. */
  readonly day: Day;
  /** Whether the team's day of that date has ended, so that nothing more counts for it. */
  readonly ended: boolean;
  /** Figures that were reported so far and have become others until their days ended; each is final. */
  readonly settled: readonly FinalFigure[];
  /** The last working day that has ended for the team, and the days off since. */
  readonly yesterday: DayFigures;
  /** What is over by the person's clock, and goes on for the team. */
  readonly soFar: DayFigures | null;
  /** What is behind first, then in the order of Home. */
  readonly goals: readonly GoalLine[];
  /** Each thing that was reached and not praised before. */
  readonly praise: readonly Praise[];
  /** Figures that the digests of the last week reported differently. */
  readonly corrections: readonly Correction[];
  /** The week and the month that ended, on the first working morning after each. */
  readonly recaps: readonly Recap[];
  /** Those that go on for the team, which the next digest looks back on. */
  readonly recapsWaiting?: readonly RecapSpan[];
  /** The figures that this digest reports for the days before, but for those of its recaps. */
  readonly reported: readonly ReportedFigure[];
  /** The totals of its recaps, which the message that shows them reports; absent where there are none. */
  readonly recapFigures?: readonly ReportedFigure[];
  /** What this week lacks of the person's working days; `null` or absent where it lacks none. */
  readonly shortWeek?: ShortWeek | null;
  /** The zone of the person's clock, and whether it is their own: it is the team's where Slack has none of theirs. */
  readonly zone: { readonly zone: string; readonly own: boolean };
}

export interface FinalFigure extends DayRange {
  readonly type: MetricType;
  readonly value: number;
}

export interface DigestInput extends Pick<Digest, "day" | "ended" | "zone" | "recaps" | "shortWeek"> {
  readonly past: PastDays;
  /** The person's current goals as everywhere else. */
  readonly lines: readonly GoalLine[];
  /** The person's goals with all their targets. */
  readonly goals: readonly Goal[];
  /** The person's total of one of the ranges that `digestRanges` names. */
  readonly sum: (type: MetricType, range: DayRange) => number;
  /** Whether these days have ended and every source of the metric was read since. */
  readonly isFinal: (type: MetricType, range: DayRange) => boolean;
  /** The figures that the person's digests of the last week reported, the oldest first; `sum` covers these days, too. */
  readonly reported: readonly ReportedFigure[];
  /** Keys of what the person's digests praised before. */
  readonly praised: ReadonlySet<string>;
}

/** One person's digest. */
export function digest(input: DigestInput): Digest {
  const { day, ended, zone, past, lines, goals, sum, isFinal, reported, praised, recaps, shortWeek = null } = input;
  const types = new Set(lines.map(({ type }) => type));
  const metrics = METRICS.filter(({ type }) => types.has(type));
  const known = reported.filter(({ type }) => types.has(type));
  const corrected = corrections(known, sum);
  const settled = finalFigures(known, { finished: past.finished, isFinal });
  const days = [past.finished, ...(past.soFar === null ? [] : [past.soFar])];
  const figures = (range: DayRange) => dayFigures(range, { metrics, sum });
  return {
    day,
    ended,
    zone,
    shortWeek,
    settled: settled.filter(({ value, ...figure }) => sum(figure.type, figure) !== value).map(settledFigure(sum)),
    yesterday: withDayResults(figures(past.finished), { goals, sum, isFinal }),
    soFar: past.soFar === null ? null : figures(past.soFar),
    goals: [...lines].sort((a, b) => urgency(a) - urgency(b)),
    praise: praises({ finished: past.finished, goals, lines, sum, praised }),
    corrections: [...fallenMonths(known, { day, sum, corrected }), ...corrected],
    recaps,
    recapFigures: recapTotals(recaps).map(({ type, ...range }) => reportedFigure(type, { range, sum, isFinal })),
    reported: [
      ...settled.map(({ type, ...range }) => reportedFigure(type, { range, sum, isFinal })),
      ...days.flatMap((range) => metrics.map(({ type }) => reportedFigure(type, { range, sum, isFinal }))),
      ...corrected.map(({ type, from, to, now }) => ({ type, from, to, value: now })),
      ...monthFigures(lines, { range: monthToDate(day, past), sum }),
    ],
  };
}

/** The days whose sums a digest needs: those it speaks of, the periods that ended in the finished ones, and the month up to these. */
export function digestRanges(day: Day, past: PastDays): readonly DayRange[] {
  const { finished, soFar } = past;
  const toDate = monthToDate(day, past);
  return [
    ...[finished, ...(soFar === null ? [] : [soFar])],
    ...endedPeriods(finished).map(({ range }) => range),
    ...(toDate === null ? [] : [toDate]),
  ];
}

function dayFigures(
  { from, to }: DayRange,
  { metrics, sum }: Pick<DigestInput, "sum"> & { readonly metrics: readonly Metric[] },
): DayFigures {
  return {
    from,
    to,
    figures: metrics.map(({ type }) => ({ type, value: sum(type, { from, to }) })),
  };
}

/** Each total that a recap tells, once. */
function recapTotals(recaps: readonly Recap[]): readonly (DayRange & { readonly type: MetricType })[] {
  return recaps.flatMap(({ from, to, lines }) =>
    [...new Set(lines.map(({ type }) => type))].map((type) => ({ type, from, to })),
  );
}

function settledFigure(sum: DigestInput["sum"]) {
  return ({ type, from, to }: ReportedFigure): FinalFigure => ({ type, from, to, value: sum(type, { from, to }) });
}

/** What was read before its days had ended may go on, which is no correction. */
function reportedFigure(
  type: MetricType,
  { range, sum, isFinal }: Pick<DigestInput, "sum" | "isFinal"> & { readonly range: DayRange },
): ReportedFigure {
  const { from, to } = range;
  return { type, from, to, value: sum(type, range), ...(isFinal(type, range) ? {} : { soFar: true }) };
}

/** By the states that its rows say: what has been caught up is behind no more. */
const URGENCY: Readonly<Record<GoalStatus, number>> = {
  behind: 0,
  short: 1,
  missed: 1,
  unread: 2,
  "caught-up": 2,
  "not-started": 3,
  "on-pace": 3,
  ahead: 4,
  reached: 5,
  off: 6,
};

function urgency(goal: GoalLine): number {
  return URGENCY[goalStatus(goal)];
}

/** The days before a morning that it speaks of, both ends included. */
export interface PastDays {
  /** The last working day that has ended in the team's zone, and the days off since that have. */
  readonly finished: DayRange;
  /** Days that are over by the reader's clock and still go on in the team's zone. */
  readonly soFar: DayRange | null;
}

/**
 * What a morning speaks of. Where the reader's clock is ahead, yesterday still goes on for the team: it is told so far,
 * and the working day before it is the last that has ended.
 *
 * @param day the reader's date.
 */
export function pastDays(
  day: Day,
  { teamToday, calendar }: { readonly teamToday: Day; readonly calendar: Calendar },
): PastDays {
  const yesterday = lastWorkingDays(day, calendar);
  if (yesterday.to < teamToday) return { finished: yesterday, soFar: null };
  const from = yesterday.from > teamToday ? yesterday.from : teamToday;
  return { finished: lastWorkingDays(teamToday, calendar), soFar: { from, to: yesterday.to } };
}

import type { MetricType } from "../../metrics/metrics";
import type { Team } from "../../teams/team";
import type { Day, DayRange } from "../../time/day";
import type { ReaderDay } from "../../time/reader-day";
import { type Calendar, daysOf } from "../calendar";
import { type Period, periodOf } from "../goal";
import { goalSum, type RangeSums } from "../range-sums";
import { endedDays, inWeeks, MAX_POINTS, type SeriesPoint, type SeriesStep, seriesSteps } from "./steps";

/** Figures over time. Every chart, recap, history and export reads this and nothing else. */
export interface Series {
  readonly by: SeriesStep;
  /** In the order of their days, at most 20. Days that ask for nothing and brought nothing are left out. */
  readonly points: readonly SeriesPoint[];
  /** All days of the range. */
  readonly total: SeriesPoint;
  /** The days of the range that have ended, by which somebody is judged; `null` while none has. */
  readonly ended: SeriesPoint | null;
}

/** Names whose figures are summed, and what was promised of them. */
export interface SeriesSubject {
  readonly type: MetricType;
  readonly userId?: string | undefined;
  /** Set for everybody whose sums are given. */
  readonly team?: string | undefined;
  /** The named team with this id: its members count on their days in it, whose pieces the sums hold. */
  readonly named?: Pick<Team, "_id" | "members"> | undefined;
  /** The period of the targets. */
  readonly period: Period;
  /** The target in force in the period of a day, 0 where there is none. */
  readonly targetOn: (day: Day) => number;
  readonly counted: Calendar;
}

/** Every range whose sums `series` needs, each once. */
export function seriesRanges(range: DayRange, day: ReaderDay): readonly DayRange[] {
  const all = [range, endedDays(range, day), ...seriesSteps(range).ranges].filter(({ from, to }) => from <= to);
  return [...new Map(all.map((one) => [`${one.from} ${one.to}`, one])).values()];
}

/**
 * Sets what each stretch of a range brought beside what it was asked for: by day where at most 20 days count or brought
 * something, else by week, and where these are too many, by month. The stretches' sum is `goalSum` of the range.
 *
 * @throws {RangeError} where the sums do not hold what `seriesRanges` names.
 */
export function series(
  subject: SeriesSubject,
  { range, day, sums }: { readonly range: DayRange; readonly day: ReaderDay; readonly sums: RangeSums },
): Series {
  const asked = askedOf(subject);
  const point = (of: DayRange): SeriesPoint => ({
    ...of,
    actual: goalSum(subject, { range: of, sums, team: subject.named }),
    pace: asked(of),
  });
  const { by, ranges } = seriesSteps(range);
  const all = ranges.map(point);
  const last = endedDays(range, day);
  return {
    ...(by === "day" ? byDayOrWeek(all, subject.counted) : { by, points: all }),
    total: point(range),
    ended: last.from <= last.to ? point(last) : null,
  };
}

function byDayOrWeek(days: readonly SeriesPoint[], counted: Calendar): Pick<Series, "by" | "points"> {
  const shown = days.filter(({ from, actual }) => actual !== 0 || counted.isWorkingDay(from));
  return shown.length <= MAX_POINTS ? { by: "day", points: shown } : { by: "week", points: inWeeks(days) };
}

/** Sums what each day asks: its period's target, spread evenly over the period's counted days. */
function askedOf({ period, targetOn, counted }: SeriesSubject): (range: DayRange) => number {
  const shares = new Map<Day, number>();
  const share = (of: Day): number => {
    const whole = periodOf(period, of);
    const known = shares.get(whole.from);
    if (known !== undefined) return known;
    const days = counted.workingDays(whole);
    const found = days === 0 ? 0 : targetOn(of) / days;
    shares.set(whole.from, found);
    return found;
  };
  return (range) =>
    daysOf(range)
      .filter(counted.isWorkingDay)
      .reduce((sum, of) => sum + share(of), 0);
}

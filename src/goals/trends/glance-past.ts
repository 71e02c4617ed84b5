import type { MetricType } from "../../metrics/metrics";
import { addDays, type Day, type DayRange, day as dayOf } from "../../time/day";
import { type Calendar, daysOf, type PaceDays } from "../calendar";
import { periodOf } from "../goal";
import { goalSum, type RangeSums } from "../range-sums";

/** Days and what was done on them, in the metric's unit. */
export interface DaysDone extends DayRange {
  readonly value: number;
}

/** The days of a period that have ended, beside as many of the period before: none of today's, which has only begun. */
export interface SameDays {
  readonly current: DaysDone;
  readonly before: DaysDone;
}

/** What the days that have ended brought in one metric, in its unit, to be set beside this week and this month. */
export interface GlancePast {
  /** The last day that has ended: all that stands here goes through it. */
  readonly through: Day;
  /** `null` where no day of this week or of this month has ended. */
  readonly week: SameDays | null;
  readonly month: SameDays | null;
  /** The last ten counted days that have ended, the earliest first; fewer where a month holds fewer. */
  readonly recent: readonly { readonly day: Day; readonly value: number }[];
  /** Which days are counted. */
  readonly paceDays: PaceDays;
}

/** The day of a reader, and up to which days have ended. */
export interface PastDays {
  /** The date on the reader's clock, whose week and month it is. */
  readonly today: Day;
  /** The last day that has ended in the team's zone: today for a reader far enough behind it, the day before yesterday for one ahead. */
  readonly through: Day;
}

const RECENT_DAYS = 10;
const LOOKED_AT = 31;

/** Every range whose sums `glancePast` needs. */
export function glancePastRanges(days: PastDays): readonly DayRange[] {
  const compared = [sameDays("weekly", days), sameDays("monthly", days)];
  return [
    ...compared.flatMap((ranges) => (ranges === null ? [] : [ranges.current, ranges.before])),
    ...lookedAt(days).map(single),
  ];
}

/** Sums what somebody did in one metric on the days that have ended. @throws {RangeError} where the sums lack a range. */
export function glancePast(
  { userId, type }: { readonly userId: string; readonly type: MetricType },
  {
    days,
    sums,
    counted,
    paceDays,
  }: {
    readonly days: PastDays;
    readonly sums: RangeSums;
    readonly counted: Calendar;
    readonly paceDays: PaceDays;
  },
): GlancePast {
  const done = (range: DayRange) => ({ ...range, value: goalSum({ userId, type }, { range, sums }) });
  const compared = (period: "weekly" | "monthly") => {
    const ranges = sameDays(period, days);
    return ranges === null ? null : { current: done(ranges.current), before: done(ranges.before) };
  };
  const recent = lookedAt(days).filter(counted.isWorkingDay).slice(-RECENT_DAYS);
  return {
    through: days.through,
    week: compared("weekly"),
    month: compared("monthly"),
    recent: recent.map((day) => ({ day, value: done(single(day)).value })),
    paceDays,
  };
}

/** The days of this week or month that have ended, and those of the one before up to the same; `null` where none has. */
function sameDays(period: "weekly" | "monthly", { today, through }: PastDays): Record<keyof SameDays, DayRange> | null {
  const { from } = periodOf(period, today);
  if (through < from) return null;
  const before = periodOf(period, addDays(from, -1));
  const to = period === "weekly" ? addDays(through, -7) : sameNumber(through, before);
  return { current: { from, to: through }, before: { from: before.from, to } };
}

/** The day of a month with a day's number, or the end of a month that has no such day. */
function sameNumber(of: Day, { from, to }: DayRange): Day {
  const number = of.slice(8);
  return number < to.slice(8) ? dayOf(`${from.slice(0, 8)}${number}`) : to;
}

/** The last days that have ended. */
function lookedAt({ through }: PastDays): readonly Day[] {
  return daysOf({ from: addDays(through, 1 - LOOKED_AT), to: through });
}

function single(day: Day): DayRange {
  return { from: day, to: day };
}

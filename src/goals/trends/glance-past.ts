import type { MetricType } from "../../metrics/metrics";
import { addDays, type Day, type DayRange, day as dayOf } from "../../time/day";
import { firstOpenDay, type ReaderDay } from "../../time/reader-day";
import { type Calendar, daysOf, type PaceDays } from "../calendar";
import { periodOf } from "../goal";
import { goalSum, type RangeSums } from "../range-sums";

/** What the days before brought in one metric, in its unit, to be set beside this week and this month. */
export interface GlancePast {
  /** The days of last week and of last month that this week and this month have had by today. */
  readonly lastWeek: DayRange & { readonly value: number };
  readonly lastMonth: DayRange & { readonly value: number };
  /** The last ten counted days that have ended, the earliest first; fewer where a month holds fewer. */
  readonly recent: readonly { readonly day: Day; readonly value: number }[];
  /** Which days are counted. */
  readonly paceDays: PaceDays;
}

const RECENT_DAYS = 10;
const LOOKED_AT = 31;

/** Every range whose sums `glancePast` needs. */
export function glancePastRanges(reader: ReaderDay): readonly DayRange[] {
  return [sameDaysLastWeek(reader.today), sameDaysLastMonth(reader.today), ...lookedAt(reader).map(single)];
}

/** Sums what somebody did in one metric on the days before. @throws {RangeError} where the sums lack a range. */
export function glancePast(
  { userId, type }: { readonly userId: string; readonly type: MetricType },
  {
    reader,
    sums,
    counted,
    paceDays,
  }: {
    readonly reader: ReaderDay;
    readonly sums: RangeSums;
    readonly counted: Calendar;
    readonly paceDays: PaceDays;
  },
): GlancePast {
  const totalOf = (range: DayRange) => goalSum({ userId, type }, { range, sums });
  const [week, month] = [sameDaysLastWeek(reader.today), sameDaysLastMonth(reader.today)];
  const recent = lookedAt(reader).filter(counted.isWorkingDay).slice(-RECENT_DAYS);
  return {
    lastWeek: { ...week, value: totalOf(week) },
    lastMonth: { ...month, value: totalOf(month) },
    recent: recent.map((day) => ({ day, value: totalOf(single(day)) })),
    paceDays,
  };
}

function sameDaysLastWeek(today: Day): DayRange {
  const to = addDays(today, -7);
  return { from: periodOf("weekly", to).from, to };
}

/** From the first to the day with today's number, or to the end of a month that has no such day. */
function sameDaysLastMonth(today: Day): DayRange {
  const { from, to } = periodOf("monthly", addDays(periodOf("monthly", today).from, -1));
  const number = today.slice(8);
  return { from, to: number < to.slice(8) ? dayOf(`${from.slice(0, 8)}${number}`) : to };
}

/** The days before the first that has not ended. */
function lookedAt(reader: ReaderDay): readonly Day[] {
  const to = addDays(firstOpenDay(reader), -1);
  return daysOf({ from: addDays(to, 1 - LOOKED_AT), to });
}

function single(day: Day): DayRange {
  return { from: day, to: day };
}

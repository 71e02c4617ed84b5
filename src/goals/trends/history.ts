import { METRICS } from "../../metrics/metrics";
import { addDays, type Day, type DayRange, weekday } from "../../time/day";
import { firstOpenDay, type ReaderDay } from "../../time/reader-day";
import { daysOf } from "../calendar";
import { type Goal, type Period, periodOf } from "../goal";
import { eachOnce, PERIODS } from "../range-sums";
import { type PastFigures, type PastPeriod, pastPeriod } from "./past-period";

/** What one goal came to in each of its periods of a month that have ended, the earliest first. */
export interface GoalHistory {
  readonly period: Period;
  /** At least one. */
  readonly periods: readonly PastPeriod[];
}

/** The month that lies so many before the one of the reader's day; 0 is the one that goes on. */
export function monthBack(reader: ReaderDay, months: number): DayRange {
  let month = periodOf("monthly", firstOpenDay(reader));
  for (let count = 0; count < months; count += 1) month = periodOf("monthly", addDays(month.from, -1));
  return month;
}

/** In the first days of a month there is little of it to look back on: then the one before is shown first. */
const FIRST_DAYS = 7;

/**
 * How many months before the one of the reader's day lies the one whose history is shown first: 1 in a month's first seven days, else 0. As
 * `monthBack`, it goes by the first day whose figures are still open to them.
 */
export function latestMonthsBack(reader: ReaderDay): number {
  return Number(firstOpenDay(reader).slice(8)) <= FIRST_DAYS ? 1 : 0;
}

/** Every range whose sums `goalHistories` needs. */
export function historyRanges(month: DayRange, reader: ReaderDay): readonly DayRange[] {
  return eachOnce(PERIODS.flatMap((period) => endedIn(month, { period, reader })));
}

/** The goals of somebody with what their periods of a month came to that have ended, in the order of the METRICS table. */
export function goalHistories(
  goals: readonly Goal[],
  { month, reader, ...figures }: PastFigures & { readonly month: DayRange; readonly reader: ReaderDay },
): readonly GoalHistory[] {
  const inOrder = METRICS.flatMap(({ type }) =>
    PERIODS.flatMap((period) => goals.filter((goal) => goal.type === type && goal.period === period)),
  );
  return inOrder.flatMap((goal): GoalHistory[] => {
    const { period } = goal;
    const ranges = endedIn(month, { period, reader }).filter(
      (range) => period !== "daily" || figures.counted.isWorkingDay(range.from),
    );
    const periods = ranges.flatMap((range) => pastPeriod(goal, { ...figures, range }) ?? []);
    return periods.length === 0 ? [] : [{ period, periods }];
  });
}

/** A week lies in the month that has its Thursday, and so most of its days: each week in one month, five at most. */
const THURSDAY = 4;

/** The month in whose history a goal's period stands, from its first day until long after it has ended. */
export function historyMonth({ period, from }: { readonly period: Period; readonly from: Day }): DayRange {
  return periodOf("monthly", period === "weekly" ? addDays(from, THURSDAY - 1) : from);
}

/** The periods of a month that have ended. */
function endedIn(
  month: DayRange,
  { period, reader }: { readonly period: Period; readonly reader: ReaderDay },
): readonly DayRange[] {
  const open = firstOpenDay(reader);
  const places = (day: Day) => (period === "weekly" ? weekday(day) === THURSDAY : periodOf(period, day).to === day);
  return daysOf(month)
    .filter(places)
    .map((day) => periodOf(period, day))
    .filter(({ to }) => to < open);
}

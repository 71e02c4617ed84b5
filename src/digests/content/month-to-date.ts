import { periodOf } from "../../goals/goal";
import type { GoalLine } from "../../goals/overview";
import { type MetricType, metricOf } from "../../metrics/metrics";
import type { Day, DayRange } from "../../time/day";
import type { ReportedFigure } from "../planned-message";
import { type Correction, contains } from "./corrections";

type Sum = (type: MetricType, range: DayRange) => number;

/** The days of a date's month that have ended; `null` before any has. */
export function monthToDate(day: Day, { finished: { to } }: { readonly finished: DayRange }): DayRange | null {
  const { from } = periodOf("monthly", day);
  return to < from ? null : { from, to };
}

/** The money of a month up to these days, of each metric with a monthly goal, whose row says what it has come to. */
export function monthFigures(
  lines: readonly GoalLine[],
  { range, sum }: { readonly range: DayRange | null; readonly sum: Sum },
): readonly ReportedFigure[] {
  if (range === null) return [];
  const { from, to } = range;
  return lines.flatMap(({ type, unit, period }) =>
    unit === "dollars" && period === "monthly" ? [{ type, from, to, value: sum(type, { from, to }), month: true }] : [],
  );
}

/**
 * Lists the money of a month that has become less since the last digest told it, by more than what its corrected days lost: an order of
 * weeks ago was voided or repriced, of which no figure of a day told lately says anything.
 *
 * @param day the reader's date: of a month that is over its recap tells.
 */
export function fallenMonths(
  reported: readonly ReportedFigure[],
  {
    day,
    sum,
    corrected,
  }: {
    readonly day: Day;
    readonly sum: Sum;
    readonly corrected: readonly Correction[];
  },
): readonly Correction[] {
  return latestMonths(reported).flatMap(({ type, from, to, value }): Correction[] => {
    const { title, unit } = metricOf(type);
    const now = sum(type, { from, to });
    const days = corrected.filter((one) => one.type === type && contains({ from, to }, one));
    const lost = days.reduce((all, one) => all + one.now - one.reported, 0);
    const isSaid = now - value > Math.min(lost, 0) - 0.005;
    return from !== periodOf("monthly", day).from || isSaid
      ? []
      : [{ type, title, unit, from, to, reported: value, now, isMonth: true }];
  });
}

/** The goal of a month that fell, which says what the month has come to, today included; `null` where there is none. */
export function monthNow(
  { type, from }: Pick<Correction, "type" | "from">,
  goals: readonly GoalLine[],
): GoalLine | null {
  return goals.find((goal) => goal.type === type && goal.period === "monthly" && goal.from === from) ?? null;
}

/** The figures whose days are looked at again: of the money of months the last of each metric, which is all that is compared. */
export function comparedFigures(reported: readonly ReportedFigure[]): readonly ReportedFigure[] {
  return [...reported.filter((one) => one.month !== true), ...latestMonths(reported)];
}

function latestMonths(reported: readonly ReportedFigure[]): readonly ReportedFigure[] {
  const months = reported.filter((one) => one.month === true);
  return [...new Map(months.map((figure) => [figure.type, figure])).values()];
}

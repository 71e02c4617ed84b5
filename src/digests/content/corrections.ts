import { type MetricType, metricOf, type Unit } from "../../metrics/metrics";
import type { MovedRecord } from "../../metrics/moved/moved-records";
import type { DayRange } from "../../time/day";
import type { ReportedFigure } from "../planned-message";

/** A figure of finished days that has become another one since a digest reported it. */
export interface Correction extends DayRange {
  readonly type: MetricType;
  readonly title: string;
  readonly unit: Unit;
  readonly reported: number;
  readonly now: number;
  /** It is the money of a month, which fell. */
  readonly isMonth?: boolean;
  /** The orders by which a month differs from what was told, which come to what its goal says now; absent where they are not known. */
  readonly moved?: readonly MovedRecord[];
}

/**
 * Lists the figures that have changed since a digest reported them, the earliest days first. What was reported so far
 * is not corrected: it has only gone on.
 *
 * @param reported the oldest first: of the same figure the latest counts, so that a correction is reported once.
 * @param sum the total of days as it is now, in the metric's unit.
 */
export function corrections(
  reported: readonly ReportedFigure[],
  sum: (type: MetricType, range: DayRange) => number,
): readonly Correction[] {
  return latestReported(ofDays(reported))
    .filter(({ soFar }) => soFar !== true)
    .flatMap(({ type, from, to, value }): Correction[] => {
      const { title, unit } = metricOf(type);
      const now = sum(type, { from, to });
      // Both have two decimals at most; what lies below is how numbers are added.
      return Math.abs(now - value) < 0.005 ? [] : [{ type, title, unit, from, to, reported: value, now }];
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Figures that were told so far and are final by now, but for those of days that are told as finished anyway. */
export function finalFigures(
  reported: readonly ReportedFigure[],
  {
    finished,
    isFinal,
  }: { readonly finished: DayRange; readonly isFinal: (type: MetricType, range: DayRange) => boolean },
): readonly ReportedFigure[] {
  return latestReported(ofDays(reported))
    .filter(({ soFar, type, from, to }) => soFar === true && isFinal(type, { from, to }))
    .filter((figure) => !contains(finished, figure));
}

/** All but the money of months, which holds the days that have figures of their own. */
function ofDays(reported: readonly ReportedFigure[]): readonly ReportedFigure[] {
  return reported.filter((one) => one.month !== true);
}

/** What somebody knows: of the same figure the latest, and nothing of days that a later figure holds as well. */
export function latestReported(reported: readonly ReportedFigure[]): readonly ReportedFigure[] {
  return reported.filter(
    (figure, index) =>
      !reported.slice(index + 1).some((later) => later.type === figure.type && contains(later, figure)),
  );
}

/** Whether all days of the second range are days of the first. */
export function contains(outer: DayRange, inner: DayRange): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

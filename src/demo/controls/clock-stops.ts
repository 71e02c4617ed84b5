import { max } from "date-fns/max";
import type { OrderExport } from "../passing/order-exports";

/** A moment at which the clock stops on its way. */
export interface ClockStop {
  readonly at: Date;
  /** What Fishbowl exports then; at a stop without, a job is due. */
  readonly exported?: OrderExport;
}

const DAY_MS = 86_400_000;
/** The clock stops a little after a due time, so that the job is due by then. */
const AFTER_MS = 1_000;

/** From when on the days on the way are lived through: the last day before the target. */
export function livedFrom(target: Date, now: Date): Date {
  return max([now, new Date(target.getTime() - DAY_MS)]);
}

/**
 * Plans where the clock stops before the target, in the order of time: at each due time and each export of the last day. What was
 * exported earlier arrives as that day begins, of each sold day the last export alone: the app, which did nothing of what was due
 * until then, is not woken for it.
 *
 * @param exports in the order of time.
 */
export function clockStops(
  target: Date,
  {
    now,
    exports,
    due,
  }: { readonly now: Date; readonly exports: readonly OrderExport[]; readonly due: readonly Date[] },
): readonly ClockStop[] {
  const from = livedFrom(target, now);
  const earlier = new Map(exports.filter(({ at }) => at < from).map((one) => [one.sold, one]));
  const stops = [
    ...[...earlier.values()].map((exported) => ({ at: from, exported })),
    ...exports.filter(({ at }) => at >= from).map((exported) => ({ at: exported.at, exported })),
    ...due.map((at) => ({ at: new Date(at.getTime() + AFTER_MS) })).filter(({ at }) => at < target),
  ];
  return stops.sort((a, b) => a.at.getTime() - b.at.getTime());
}

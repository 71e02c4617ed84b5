import { addDays, type InstantRange, type ZoneDays } from "../../metrics/day";

const HOUR_MS = 3_600_000;
/** Of longer ago, or of more days at once, JustCall gives no calls. */
export const MOST_DAYS = 90;

/**
 * The zone of JustCall's filter is not ours, and not documented: it is asked for so much more on either side, which
 * covers every zone there is.
 */
export const ZONE_MARGIN_MS = 14 * HOUR_MS;

/** A sync may run this long before what it asks for first has grown older than three months. */
const SLACK_MS = HOUR_MS;

/** How far back JustCall can be asked. */
export interface Reach {
  /** The earliest time of any clock that may be named in a filter; earlier ones are refused. */
  readonly oldestAsked: number;
  /** Where the range begins when not all of it can be read. */
  readonly from: Date | null;
  /** Says which days are read, and what becomes of the others. */
  readonly note: string | null;
}

/** JustCall gives calls of the last three months, and 90 days at most; the range is cut to whole days within both. */
export function reach(range: InstantRange, { now, days }: { now: Date; days: ZoneDays }): Reach {
  const oldestAsked = new Date(now).setUTCMonth(now.getUTCMonth() - 3) + ZONE_MARGIN_MS + SLACK_MS;
  const last = days.dayOf(new Date(range.until.getTime() - 1));
  const widest = days.startOf(addDays(last, 1 - MOST_DAYS)).getTime();
  const earliest = new Date(Math.max(oldestAsked + ZONE_MARGIN_MS, widest));
  if (range.since >= earliest) return { oldestAsked, from: null, note: null };
  const first = days.dayOf(earliest);
  const from = days.startOf(first) < earliest ? addDays(first, 1) : first;
  const note =
    `JustCall gives calls of the last three months only, and at most ${MOST_DAYS} days: ` +
    `they are read from ${from} on; earlier days keep what was read before.`;
  return { oldestAsked, from: days.startOf(from), note };
}

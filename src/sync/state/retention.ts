import type { SourceId } from "../../metrics/sources";
import type { Source } from "../../sources/source";
import { addDays, type Day, type DayRange, daysBetween, type ZoneDays } from "../../time/day";
import { datedInWords, rangeInWords } from "../../words/dates";
import type { SyncProblem } from "../report";
import type { Freshness } from "./freshness";

/** Warnings begin so many days before the first record is lost. */
const AHEAD_DAYS = 15;

/**
 * Says which sources soon lose days for good: days that were not read since the last complete reading, and that the
 * vendor gives for a while only. A source that was never read loses nothing that it had.
 *
 * @param today in the team's zone.
 */
export function retentionWarnings(watched: Watched, { today, days }: AsOf): readonly SyncProblem[] {
  return expiringDays(watched, { today, days }).map(({ source, unread, lostFrom, reachDays }) => {
    const [last, first] = [unread.from, lostFrom].map((one) => datedInWords(one, today));
    const when = lostFrom > today ? `from ${first} on, records are lost for good` : "records are being lost for good";
    const message =
      `It was last read without a gap on ${last} and only provides ${reachDays} days of records: ${when}. ` +
      `Sync ${rangeInWords(unread, today)}`;
    return { source, kind: "expiring", message };
  });
}

interface Watched {
  readonly sources: readonly Pick<Source, "id" | "off" | "reachDays">[];
  readonly states: readonly Freshness[];
}

interface AsOf {
  readonly today: Day;
  readonly days: ZoneDays;
}

/** Days of a source that were not read since its last complete reading, the first of which it gives until `lostFrom`. */
export interface ExpiringDays {
  readonly source: SourceId;
  readonly unread: DayRange;
  readonly lostFrom: Day;
  readonly reachDays: number;
}

/** Lists the sources that lose unread days within fifteen days, or do so already. */
export function expiringDays({ sources, states }: Watched, { today, days }: AsOf): readonly ExpiringDays[] {
  return sources.flatMap(({ id, off, reachDays }) => {
    const asOf = states.find(({ source }) => source === id)?.asOf ?? null;
    if (off !== undefined || reachDays === undefined || asOf === null) return [];
    const since = days.dayOf(asOf);
    const lostFrom = addDays(since, reachDays);
    if (daysBetween(today, lostFrom) > AHEAD_DAYS) return [];
    return [{ source: id, unread: { from: since, to: today }, lostFrom, reachDays }];
  });
}

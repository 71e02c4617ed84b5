import type { Source } from "../../sources/source";
import { addDays, type Day, daysBetween, type ZoneDays } from "../../time/day";
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
export function retentionWarnings(
  { sources, states }: { readonly sources: readonly Source[]; readonly states: readonly Freshness[] },
  { today, days }: { readonly today: Day; readonly days: ZoneDays },
): readonly SyncProblem[] {
  return sources.flatMap(({ id, off, reachDays }): readonly SyncProblem[] => {
    const asOf = states.find(({ source }) => source === id)?.asOf ?? null;
    if (off !== undefined || reachDays === undefined || asOf === null) return [];
    const since = days.dayOf(asOf);
    const lost = addDays(since, reachDays);
    if (daysBetween(today, lost) > AHEAD_DAYS) return [];
    const [last, first] = [since, lost].map((one) => datedInWords(one, today));
    const when = lost > today ? `from ${first} on, records are lost for good` : "records are being lost for good";
    const message =
      `It was last read without a gap on ${last} and only provides ${reachDays} days of records: ${when}. ` +
      `Sync ${rangeInWords({ from: since, to: today }, today)}`;
    return [{ source: id, kind: "expiring", message }];
  });
}

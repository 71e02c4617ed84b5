import { addDays, type Day, type DayRange, type ZoneDays } from "../../time/day";
import { datedInWords } from "../../words/dates";
import { DateRangeError } from "../date-range";
import type { Fence } from "../lease";
import type { Expiry, ExpiryStore } from "./expiry-store";

export interface ExpireFactsDeps {
  readonly expiry: ExpiryStore;
  /** How many days records are kept, beside today. */
  readonly retentionDays: number;
  readonly days: ZoneDays;
  readonly fence: Fence;
}

/**
 * Deletes records by whole days of the team, once they are older than they are kept: at the first run of a day, for the
 * holder of the lease. Their totals are frozen before that, so that nothing makes them anew of records that are gone; a longer
 * retention brings none of them back.
 *
 * @returns the first day whose records are kept.
 */
export async function expireFacts(today: Day, deps: ExpireFactsDeps): Promise<Day> {
  const { expiry, retentionDays, days, fence } = deps;
  const { retainedFrom, deletedBefore } = await expiry.read();
  const from = firstRetainedDay(today, { retainedFrom, retentionDays });
  if (from === deletedBefore) return from;
  await fence.check();
  await expiry.freezeBefore(from);
  await expiry.deleteBefore(from, days);
  return from;
}

/** Says which is the first day whose records are kept: a longer retention brings none back that have expired. */
export function firstRetainedDay(
  today: Day,
  { retainedFrom, retentionDays }: Pick<Expiry, "retainedFrom"> & Pick<ExpireFactsDeps, "retentionDays">,
): Day {
  const wanted = addDays(today, -retentionDays);
  return retainedFrom !== null && retainedFrom > wanted ? retainedFrom : wanted;
}

/**
 * Cuts off of a range the days whose records are not kept any more.
 *
 * @param retainedFrom `null` while all are kept.
 * @throws {DateRangeError} where none is left.
 */
export function retainedRange(range: DayRange, retainedFrom: Day | null): DayRange {
  if (retainedFrom === null || range.from >= retainedFrom) return range;
  if (range.to >= retainedFrom) return { from: retainedFrom, to: range.to };
  throw new DateRangeError(
    `Records before ${datedInWords(retainedFrom, range.to)} are no longer kept, so their figures stay. Sync later days.`,
  );
}

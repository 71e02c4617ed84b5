import { addDays, type ZoneDays } from "../../time/day";
import { type LocalTime, zoneTimes } from "../../time/time-of-day";
import type { Freshness } from "./freshness";

/** A night's sync may take this long before its figures are missed; under a vendor's limit it reads the newest days first. */
const NIGHT_RUN_MS = 2 * 3_600_000;

/**
 * When the last sync that should be done by now began: the latest night's, once two hours have passed since its time.
 *
 * @param time the time of night in the team's zone; `null` where there is no nightly sync, and so nothing is expected.
 */
export function lastExpectedSync(
  now: Date,
  { time, days }: { readonly time: LocalTime | null; readonly days: ZoneDays },
): Date | null {
  if (time === null) return null;
  const times = zoneTimes(days.zone);
  const today = days.dayOf(now);
  const tonight = times.at(today, time);
  return now.getTime() - tonight.getTime() >= NIGHT_RUN_MS ? tonight : times.at(addDays(today, -1), time);
}

/**
 * When the next scheduled sync begins.
 *
 * @param time the time of night in the team's zone; `null` where there is no nightly sync.
 */
export function nextScheduledSync(
  now: Date,
  { time, days }: { readonly time: LocalTime | null; readonly days: ZoneDays },
): Date | null {
  if (time === null) return null;
  const times = zoneTimes(days.zone);
  const tonight = times.at(days.dayOf(now), time);
  return tonight > now ? tonight : times.at(addDays(days.dayOf(now), 1), time);
}

/**
 * Marks as stale the sources whose figures are not what they should be: one that failed, was never read, or stands as of
 * before the last expected sync. One that is off is nobody's fault, and one that is imported is as old as its last import.
 */
export function markStale(freshness: readonly Freshness[], expectedAt: Date | null): readonly Freshness[] {
  return freshness.map((one) => (isStale(one, expectedAt) ? { ...one, stale: true } : one));
}

function isStale({ state, asOf, imported }: Freshness, expectedAt: Date | null): boolean {
  if (state === "off") return false;
  if (state === "failed" || asOf === null) return true;
  return imported !== true && expectedAt !== null && asOf < expectedAt;
}

import { addDays, type Day, type DayRange, daysBetween, type ZoneDays } from "../../time/day";
import { DEFAULT_DAYS } from "../date-range";
import type { Freshness } from "./freshness";

/**
 * Records are logged late, edited and deleted, so these days are read again every night, and more if they come later.
 */
const LOOK_BACK_DAYS = 3;
/** Once a week as many days are read as by a sync that names none. */
const DEEP_EVERY_DAYS = 7;
/** After a pause all missed days are read, but no more than every vendor still gives. */
const MAX_LOOK_BACK_DAYS = 90;

/**
 * The days that the nightly sync reads: the last three, or as many as records were late of late, but no more than 30;
 * and more where a source was not read without a gap, or not for the last 30 days within a week. Sources that are off
 * ask for nothing, nor do those that change by imports alone, which are read when they come.
 *
 * @param today in the team's zone.
 */
export function nightlyDays(
  sources: readonly Freshness[],
  { today, days }: { readonly today: Day; readonly days: ZoneDays },
): DayRange {
  const asked = sources.filter(({ state, imported }) => state !== "off" && !imported);
  const firsts = asked.map((source) => firstDay(source, { today, days }));
  const late = Math.max(0, ...asked.map(({ settlingDays = 0 }) => settlingDays));
  const [from = today] = [addDays(today, 1 - lookBackDays(late)), ...firsts].sort();
  const tooFar = daysBetween(from, today) >= MAX_LOOK_BACK_DAYS;
  return { from: tooFar ? addDays(today, 1 - MAX_LOOK_BACK_DAYS) : from, to: today };
}

/**
 * The days that the sync before the digests reads: late records are left to the night, because messages wait for it.
 */
export function digestLookBackDays(
  sources: readonly Freshness[],
  at: { readonly today: Day; readonly days: ZoneDays },
): DayRange {
  return nightlyDays(
    sources.map(({ settlingDays: _, ...source }) => source),
    at,
  );
}

/** Tells how many days are read again every night if records come so many days late. */
export function lookBackDays(lateDays: number): number {
  return Math.min(DEFAULT_DAYS, Math.max(LOOK_BACK_DAYS, lateDays + 1));
}

function firstDay({ asOf, from, deepOn }: Freshness, { today, days }: { today: Day; days: ZoneDays }): Day {
  const deep = addDays(today, 1 - DEFAULT_DAYS);
  const gap = asOf === null ? today : days.dayOf(asOf);
  const due = deepOn === undefined || daysBetween(deepOn, today) >= DEEP_EVERY_DAYS;
  const shallow = from === undefined || from > deep;
  return (due || shallow) && deep < gap ? deep : gap;
}

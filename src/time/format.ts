import { formatInTimeZone } from "date-fns-tz";

/** "14:05": the time of day that clocks in the zone show. */
export function clockTime(at: Date, zone: string): string {
  return formatInTimeZone(at, zone, "HH:mm");
}

/** "14:05 EDT". */
export function clockTimeWithZone(at: Date, zone: string): string {
  return formatInTimeZone(at, zone, "HH:mm zzz");
}

/** "2026-10-28 14:05 EDT". */
export function dateAndTime(at: Date, zone: string): string {
  return formatInTimeZone(at, zone, "yyyy-MM-dd HH:mm zzz");
}

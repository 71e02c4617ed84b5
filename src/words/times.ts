import { formatInTimeZone } from "date-fns-tz/formatInTimeZone";
import type { LocalTime } from "../time/time-of-day";

/** Writes the time of day that clocks in the zone show: "2:05 PM". */
export function clockTime(at: Date, zone: string): string {
  return formatInTimeZone(at, zone, "h:mm a");
}

/** Writes a zone's time of day with the zone's name: "2:05 PM EDT". */
export function clockTimeWithZone(at: Date, zone: string): string {
  return formatInTimeZone(at, zone, "h:mm a zzz");
}

/** Writes an instant in full: "Oct 28, 2026, 2:05 PM EDT". */
export function dateAndTime(at: Date, zone: string): string {
  return formatInTimeZone(at, zone, "MMM d, yyyy, h:mm a zzz");
}

/** Names a zone's place: "Los Angeles" of "America/Los_Angeles". */
export function zonePlace(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** Names a zone by its place: "Los Angeles time" of "America/Los_Angeles". */
export function zoneInWords(zone: string): string {
  return `${zonePlace(zone)} time`;
}

/** Names a zone's place so that no two zones are called the same: "Louisville (America, Kentucky)" of "America/Kentucky/Louisville". */
export function zoneInFull(zone: string): string {
  const around = zone.replaceAll("_", " ").split("/").slice(0, -1);
  return around.length === 0 ? zonePlace(zone) : `${zonePlace(zone)} (${around.join(", ")})`;
}

/** Writes a time of day, `HH:MM`, as people say it: "8:00 AM". */
export function timeInWords(time: LocalTime | string): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return `${hours % 12 || 12}:${String(minutes).padStart(2, "0")} ${hours < 12 ? "AM" : "PM"}`;
}

import type { LocalTime } from "../time/time-of-day";

/** Writes the time of day that clocks in the zone show: "2:05 PM". */
export function clockTime(at: Date, zone: string): string {
  const { hour, minute, dayPeriod } = shown(at, zone);
  return `${hour}:${minute} ${dayPeriod}`;
}

/** Writes a zone's time of day with the zone's name: "2:05 PM EDT". */
export function clockTimeWithZone(at: Date, zone: string): string {
  return `${clockTime(at, zone)} ${shown(at, zone).timeZoneName}`;
}

/** Writes an instant in full: "Oct 28, 2026, 2:05 PM EDT". */
export function dateAndTime(at: Date, zone: string): string {
  const { month, day, year } = shown(at, zone);
  return `${month} ${day}, ${year}, ${clockTimeWithZone(at, zone)}`;
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

type Shown = Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>>;

/** What calendars and clocks in the zone show, part by part. */
function shown(at: Date, zone: string): Shown {
  return Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
}

/** Formats by their zones: making one takes as long as many answers. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const format = FORMATS.get(zone) ?? newFormat(zone);
  FORMATS.set(zone, format);
  return format;
}

function newFormat(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    ...{ timeZone: zone, timeZoneName: "short", hour12: true, hour: "numeric", minute: "2-digit" },
    ...{ year: "numeric", month: "short", day: "numeric" },
  });
}

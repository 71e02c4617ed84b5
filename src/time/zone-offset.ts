const WEEK_MS = 7 * 86_400_000;
/** Instants of four years, among them some on either side of each change of clocks. */
const SAMPLES = Array.from({ length: 209 }, (_, week) => Date.UTC(2025, 0, 1) + week * WEEK_MS);

/**
 * Identifies what a zone's clocks show: the same for all names of one zone, such as Asia/Calcutta and Asia/Kolkata, and
 * for zones whose clocks show the same from 2025 through 2028.
 *
 * @throws {RangeError} for a zone that does not exist.
 */
export function clockOf(zone: string): string {
  return SAMPLES.map(zoneOffset(zone)).join(" ");
}

/**
 * How far a zone's clocks are ahead of UTC at an instant, in milliseconds. The instant is a UTC one: date-fns-tz's
 * `getTimezoneOffset` takes it for a wall-clock time and is wrong for hours around every change of clocks.
 *
 * @throws {RangeError} for a zone that does not exist.
 */
export function zoneOffset(zone: string): (at: number) => number {
  const format = formatOf(zone);
  return (at) => {
    const second = Math.floor(at / 1_000) * 1_000;
    const shown = format.format(second).match(/\d+/g) ?? [];
    const [months = 1, days = 1, years = 1970, hours = 0, minutes = 0, seconds = 0] = shown.map(Number);
    return Date.UTC(years, months - 1, days, hours, minutes, seconds) - second;
  };
}

/** Formats by their zones: making one takes as long as a hundred answers, and a thousand people share a few zones. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const format = FORMATS.get(zone) ?? newFormat(zone);
  FORMATS.set(zone, format);
  return format;
}

function newFormat(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
}

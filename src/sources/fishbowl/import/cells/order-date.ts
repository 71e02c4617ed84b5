import { addDays, type Day, day, parseDay, type ZoneDays } from "../../../../time/day";

/** Excel counts days from here, since it takes 1900 for a leap year. */
const EXCEL_BEGINS = day("1899-12-30");
const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;

/**
 * Reads the day of a cell, as Fishbowl, reports and spreadsheets write it: `2026-10-15`, `10/15/2026`, `10-15-26`, each
 * with a time of day or without, or Excel's serial number. The month comes first; a year of two digits is of this
 * century. An instant, `2026-11-01T02:30:00Z`, stands for the team's day it lies in.
 *
 * @returns `null` for anything else, and for days before 1990 or after 2099, which are slips.
 */
export function orderDay(cell: string, days: Pick<ZoneDays, "dayOf">): Day | null {
  const text = cell.trim();
  const found = serialDay(text) ?? instantDay(text, days) ?? isoDay(text) ?? monthFirst(text);
  if (found === null) return null;
  const year = Number(found.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR ? found : null;
}

function serialDay(text: string): Day | null {
  const [, days] = /^(\d{5})(?:\.\d+)?$/.exec(text) ?? [];
  return days === undefined ? null : addDays(EXCEL_BEGINS, Number(days));
}

function instantDay(text: string, days: Pick<ZoneDays, "dayOf">): Day | null {
  const [, date, time, zone] =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})$/i.exec(text) ?? [];
  if (date === undefined || zone === undefined || parseDay(date) === null) return null;
  const instant = new Date(`${date}T${time}${zone.toUpperCase().replace(/(\d{2})(\d{2})$/, "$1:$2")}`);
  return Number.isNaN(instant.getTime()) ? null : days.dayOf(instant);
}

function isoDay(text: string): Day | null {
  const [, date] = /^(\d{4}-\d{2}-\d{2})(?:[T ][\d:.]+)?$/.exec(text) ?? [];
  return date === undefined ? null : parseDay(date);
}

const TIME = String.raw`(?:,? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?)?`;
const MONTH_FIRST = new RegExp(String.raw`^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`);

function monthFirst(text: string): Day | null {
  const [, month, , date, year] = MONTH_FIRST.exec(text) ?? [];
  if (month === undefined || date === undefined || year === undefined) return null;
  return parseDay(`${year.padStart(4, "20")}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
}

import type { DayRange } from "../../time/day";

/** A cell of an exported table: a text, which may be foreign, a number of ours, or nothing. */
export type CsvCell = string | number | null;

/** Excel takes a file for UTF-8 only where it begins with this. */
const BYTE_ORDER_MARK = "\uFEFF";
/** Spreadsheets take a text that begins so for a formula, which could send away what stands beside it. */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;

/**
 * Writes a table as CSV by RFC 4180, for spreadsheets: a text that one could take for a formula begins with an apostrophe;
 * numbers stay numbers, two decimals at most.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(written).join(",")}\r\n`).join("");
}

/** Writes days as a cell: "2026-10-01..2026-10-14 2026-10-20". */
export function daysCell(days: readonly DayRange[]): string {
  return days.map(({ from, to }) => (from === to ? from : `${from}..${to}`)).join(" ");
}

function written(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(Math.round(cell * 100) / 100 + 0);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import { addDays, type Day } from "../../time/day";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const NAMES =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const NAMED = new RegExp(`\\b(${NAMES})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (20\\d\\d))?(?![\\d,])`, "g");
const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/(20\d\d|\d\d))?(?![\d/])/g;

/** The date that is typed without a year: the last one up to today, or the next one from today on. */
export type Toward = "past" | "ahead";

/**
 * Writes the days in some normalized words, such as "oct 28", "october 28, 2026", "10/28" or "10/28/26", as `YYYY-MM-DD`.
 *
 * @example
 * withIsoDays("calls oct 1 - oct 28", { today, toward: "past" }); // => "calls 2026-10-01 - 2026-10-28"
 */
export function withIsoDays(words: string, of: { readonly today: Day; readonly toward: Toward }): string {
  return words
    .replace(NAMED, (_, month: string, date: string, year?: string) => {
      return isoDay({ month: MONTHS.indexOf(month.slice(0, 3)) + 1, date: Number(date), year }, of);
    })
    .replace(SLASHED, (_, month: string, date: string, year?: string) => {
      return isoDay({ month: Number(month), date: Number(date), year }, of);
    });
}

function isoDay(
  { month, date, year }: { readonly month: number; readonly date: number; readonly year: string | undefined },
  { today, toward }: { readonly today: Day; readonly toward: Toward },
): string {
  const inYear = (of: string | number) => `${of}-${two(month)}-${two(date)}`;
  if (year !== undefined) return inYear(year.padStart(4, "20"));
  const thisYear = inYear(today.slice(0, 4));
  if (toward === "past" && thisYear > addDays(today, 1)) return inYear(Number(today.slice(0, 4)) - 1);
  return toward === "ahead" && thisYear < today ? inYear(Number(today.slice(0, 4)) + 1) : thisYear;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

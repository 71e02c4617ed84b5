import { type Day, parseDay } from "../../time/day";

/** Days as they were typed: one alone, or two ends of which one may be left open. */
export type ParsedDays =
  | { readonly kind: "one"; readonly day: Day }
  | { readonly kind: "ends"; readonly from: Day | undefined; readonly to: Day | undefined }
  /** The text is no day; `fault` says so in a sentence. */
  | { readonly kind: "fault"; readonly fault: string };

/** The longest range of days in one request. */
export const MAX_PARSED_DAYS = 366;

const DATE = "(\\d{4}-\\d{1,2}-\\d{1,2})";
const ENDS = new RegExp(`^${DATE}?\\s*(?:\\.{2,}|-+|to|until)\\s*${DATE}?$`);
const ONE_DAY = new RegExp(`^${DATE}$`);
const COUNT = /^(?:the )?(?:last )?(\d{1,6}) ?(?:d|days?)$/;

/** Parses `2026-10-05`, `2026-10-01..2026-10-31`, `2026-10-1 to` and the like; `null` for any other text. */
export function parseDays(words: string): ParsedDays | null {
  const alone = ONE_DAY.exec(words)?.[1];
  const [from, to] = alone === undefined ? (ENDS.exec(words)?.slice(1) ?? []) : [alone];
  if (from === undefined && to === undefined) return null;
  const days = [from, to].map((text) =>
    text === undefined ? undefined : parseDay(text.replace(/-(\d)(?=-|$)/g, "-0$1")),
  );
  const missing = [from, to].find((text, index) => text !== undefined && days[index] === null);
  if (missing !== undefined)
    return { kind: "fault", fault: `There's no ${missing}. Write a day as 2026-10-28 or Oct 28.` };
  const [first, last] = [days[0] ?? undefined, days[1] ?? undefined];
  return alone !== undefined && first !== undefined
    ? { kind: "one", day: first }
    : { kind: "ends", from: first, to: last };
}

/** Reads the number in `7d`, `7 days` or `last 7 days`; `null` for any other text. */
export function parseCount(words: string): number | null {
  const count = COUNT.exec(words)?.[1];
  return count === undefined ? null : Number(count);
}

/** Says that a range is longer than one request may ask for. */
export function tooManyDays(count: number): string {
  return `That's ${count.toLocaleString("en-US")} days; ${MAX_PARSED_DAYS} at most.`;
}

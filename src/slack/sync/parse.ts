import { addDays, type Day, type DayRange, daysBetween } from "../../time/day";
import { datedInWords } from "../../words/dates";
import { withIsoDays } from "../parse/american-days";
import { namedDays } from "../parse/day-range";
import { MAX_PARSED_DAYS, parseCount, parseDays, tooManyDays } from "../parse/days";
import { normalizeText } from "../parse/normalize";
import { nearestWord, notUnderstood } from "../parse/suggest";

/** What was typed after `/sync`. */
export type ParsedSync =
  | { readonly kind: "range"; readonly range: DayRange }
  | { readonly kind: "help" }
  /** The days cannot be synced, or the text is not understood; `fault` says so in a sentence, as mrkdwn, `near` which days may have been meant. */
  | { readonly kind: "fault"; readonly fault: string; readonly near?: string };

const DEFAULT_DAYS = 30;

/** Understands what was typed after `/sync`. One day alone runs to today, an end alone takes 30 days. */
export function parseSync(text: string, today: Day): ParsedSync {
  const words = normalizeText(text);
  if (words === "") return { kind: "range", range: lastThirtyDays(today) };
  if (words === "help" || words === "?") return { kind: "help" };
  const named = namedDays(words, today);
  if (named !== null) return range(named.from, { to: named.to > today ? today : named.to, today });
  const count = parseCount(words);
  if (count !== null) return lastDays(count, today);
  return dates(withIsoDays(words, { today, toward: "past" }), today) ?? unknown(text, words);
}

/** What is suggested for what is not understood. */
const DAYS = ["today", "yesterday", "this week", "last week", "this month", "last month", "7d", "30d"];
const SUGGESTED = [...DAYS, "help"];

function unknown(text: string, words: string): ParsedSync {
  const near = nearestWord(words, SUGGESTED);
  if (near === null) return { kind: "fault", fault: notUnderstood(text, null) };
  const fault = notUnderstood(text, `/sync ${near}`);
  return { kind: "fault", fault, ...(DAYS.includes(near) && { near }) };
}

/** Today and the 29 days before it. */
export function lastThirtyDays(today: Day): DayRange {
  return { from: addDays(today, 1 - DEFAULT_DAYS), to: today };
}

/** What to type to sync these days again: `/sync` alone where they are among its 30. */
export function syncCommand({ from, to }: DayRange, today: Day): string {
  return from >= lastThirtyDays(today).from ? "/sync" : `/sync ${from}..${to}`;
}

function lastDays(count: number, today: Day): ParsedSync {
  if (count < 1) return { kind: "fault", fault: "Ask for at least one day, such as `/sync 1d`." };
  if (count > MAX_PARSED_DAYS) return { kind: "fault", fault: tooManyDays(count) };
  return range(addDays(today, 1 - count), { to: today, today });
}

function dates(words: string, today: Day): ParsedSync | null {
  const parsed = parseDays(words);
  if (parsed === null || parsed.kind === "fault") return parsed;
  if (parsed.kind === "one") return range(parsed.day, { to: today, today });
  const { from, to = today } = parsed;
  return range(from ?? addDays(to, 1 - DEFAULT_DAYS), { to, today });
}

function range(from: Day, { to, today }: { to: Day; today: Day }): ParsedSync {
  const inWords = (of: Day) => datedInWords(of, today);
  const ahead = [from, to].find((one) => one > today);
  if (ahead !== undefined)
    return { kind: "fault", fault: `${inWords(ahead)} is in the future. The last day to sync is today.` };
  if (from > to)
    return { kind: "fault", fault: `${inWords(from)} is after ${inWords(to)}. Put the earlier day first.` };
  const count = daysBetween(from, to) + 1;
  return count > MAX_PARSED_DAYS
    ? { kind: "fault", fault: tooManyDays(count) }
    : { kind: "range", range: { from, to } };
}

import { addDays, type Day, type DayRange, daysBetween } from "../../time/day";
import { MAX_PARSED_DAYS, parseCount, parseDays, tooManyDays } from "../parse/days";
import { normalizeText } from "../parse/normalize";
import { sentence } from "../ui/text";

/** What was typed after `/sync`. */
export type ParsedSync =
  | { readonly kind: "range"; readonly range: DayRange }
  | { readonly kind: "help" }
  /** The days cannot be synced, or the text is not understood; `fault` says so in a sentence, as mrkdwn. */
  | { readonly kind: "fault"; readonly fault: string };

const DEFAULT_DAYS = 30;

/** Understands what was typed after `/sync`. One day alone runs to today, an end alone takes 30 days. */
export function parseSync(text: string, today: Day): ParsedSync {
  const words = normalizeText(text);
  if (words === "") return { kind: "range", range: lastThirtyDays(today) };
  if (words === "help" || words === "?") return { kind: "help" };
  if (words === "today") return range(today, { to: today, today });
  if (words === "yesterday") return range(addDays(today, -1), { to: addDays(today, -1), today });
  const count = parseCount(words);
  if (count !== null) return lastDays(count, today);
  return dates(words, today) ?? { kind: "fault", fault: `I do not understand “${sentence(text, 60)}”.` };
}

/** Today and the 29 days before it. */
export function lastThirtyDays(today: Day): DayRange {
  return { from: addDays(today, 1 - DEFAULT_DAYS), to: today };
}

function lastDays(count: number, today: Day): ParsedSync {
  if (count < 1) return { kind: "fault", fault: "That is no day at all: ask for at least one, such as `/sync 1d`." };
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
  const ahead = [from, to].find((one) => one > today);
  if (ahead !== undefined)
    return { kind: "fault", fault: `${ahead} lies ahead: the last day to sync is today, ${today}.` };
  if (from > to) return { kind: "fault", fault: `${from} comes after ${to}: write the earlier day first.` };
  const count = daysBetween(from, to) + 1;
  return count > MAX_PARSED_DAYS
    ? { kind: "fault", fault: tooManyDays(count) }
    : { kind: "range", range: { from, to } };
}

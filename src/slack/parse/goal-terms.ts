import { type Period, periodOf } from "../../goals/goal";
import { addDays, type Day } from "../../time/day";
import { type ParsedAmount, parseAmount } from "./amount";
import { parseDays } from "./days";

/** One thing found in a normalized text, and the text without it. */
export interface Extracted<T> {
  readonly found: T;
  readonly rest: string;
}

const MENTION = /<@([uw][a-z0-9]+)(?:\|[^>]*)?>/;
const TEAM_WORDS = /(?:^| )(?:for |of )?(?:the )?(?:whole )?team(?:s)?(?= |$)/;
const PERIODS: readonly (readonly [Period, RegExp])[] = [
  ["daily", /(?:^| )(?:daily|(?:a|per|each|every|\/) ?day)(?= |$)/],
  ["weekly", /(?:^| )(?:weekly|(?:a|per|each|every|\/) ?week)(?= |$)/],
  ["monthly", /(?:^| )(?:monthly|(?:a|per|each|every|\/) ?month)(?= |$)/],
];
const FROM =
  /(?:^| )(?:from|since|starting|as of|beginning)(?: on)? (today|tomorrow|this week|this month|next week|next month|next monday|\d[\d-]*\d)(?= |$)/;
const BARE_FROM = /(?:^| )(\d{4}-\d{1,2}-\d{1,2})(?= |$)/;
const NUMBER =
  /(?:^| )((?:\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,2})?) ?h(?:(?:ou)?rs?)?(?: ?\d{1,2} ?m(?:in(?:ute)?s?)?)?(?= |$)|-?\$?-?\d[\d,.]*(?: \d{3})*(?:\.\d+)? ?(?:k|m)?(?: ?(?:\$|dollars?|usd|min|mins|minutes))?)(?= |$)/;

/** Finds the Slack id of the first person mentioned; `null` where no one is. */
export function extractMention(words: string): Extracted<string | null> {
  const [mention, id] = MENTION.exec(words) ?? [];
  if (mention === undefined || id === undefined) return { found: null, rest: words };
  return { found: id.toUpperCase(), rest: without(words, mention) };
}

/** Finds whose goal it is, by a mention or the word "team"; `unpicked` for an `@` that Slack made no mention of. */
export function extractSubject(words: string): Extracted<{ readonly userId: string } | "me" | "team" | "unpicked"> {
  const { found: userId, rest } = extractMention(words);
  if (userId !== null) return { found: { userId }, rest };
  if (/(?:^| )@/.test(words)) return { found: "unpicked", rest: words };
  const [team] = TEAM_WORDS.exec(words) ?? [];
  return team === undefined ? { found: "me", rest: words } : { found: "team", rest: without(words, team) };
}

/** Finds the period; `null` where none is named or more than one. */
export function extractPeriod(words: string): Extracted<Period | null> {
  const named = PERIODS.flatMap(([period, pattern]) => {
    const [found] = pattern.exec(words) ?? [];
    return found === undefined ? [] : [{ period, found }];
  });
  const [only] = named;
  if (only === undefined || named.length > 1) return { found: null, rest: words };
  return { found: only.period, rest: without(words, only.found) };
}

/** Finds the day after "from"; today where none is named; a fault where there is no such day. */
export function extractDay(words: string, today: Day): Extracted<Day | { readonly fault: string }> {
  const [found, named] = FROM.exec(words) ?? BARE_FROM.exec(words) ?? [];
  if (found === undefined || named === undefined) return { found: today, rest: words };
  const rest = without(words, found);
  const relative = RELATIVE[named]?.(today);
  if (relative !== undefined) return { found: relative, rest };
  const parsed = parseDays(named);
  if (parsed?.kind === "one") return { found: parsed.day, rest };
  const fault = parsed?.kind === "fault" ? parsed.fault : "Write the start day as 2026-12-01 or Dec 1.";
  return { found: { fault }, rest };
}

/** Finds the first number in the text. */
export function extractAmount(words: string): Extracted<ParsedAmount | null> {
  const [found, number] = NUMBER.exec(words) ?? [];
  if (found === undefined || number === undefined) return { found: null, rest: words };
  return { found: parseAmount(number), rest: without(words, found) };
}

const RELATIVE: Readonly<Record<string, (today: Day) => Day>> = {
  today: (today) => today,
  tomorrow: (today) => addDays(today, 1),
  "this week": (today) => periodOf("weekly", today).from,
  "this month": (today) => periodOf("monthly", today).from,
  "next week": (today) => addDays(periodOf("weekly", today).to, 1),
  "next monday": (today) => addDays(periodOf("weekly", today).to, 1),
  "next month": (today) => addDays(periodOf("monthly", today).to, 1),
};

function without(words: string, found: string): string {
  return words.replace(found, " ").replace(/ +/g, " ").trim();
}

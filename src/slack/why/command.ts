import { periodOf } from "../../goals/goal";
import { metricOf } from "../../metrics/metrics";
import { addDays, type Day, type DayRange, daysBetween } from "../../time/day";
import type { SlackContext } from "../deps";
import type { CommandEvent, CommandResponse } from "../middleware/commands";
import { MAX_PARSED_DAYS, parseCount, parseDays, tooManyDays } from "../parse/days";
import { extractMention } from "../parse/goal-terms";
import { parseMetric } from "../parse/metric";
import { normalizeText } from "../parse/normalize";
import { whyHelp } from "../ui/help";
import { listed, sentence } from "../ui/text";
import { ownToday, recordsOf, respondToWhy } from "./answer";
import type { WhyQuestion } from "./button-view";
import { whyMessage } from "./view";

/** `/goals why …`: the records behind a figure; only whoever typed it sees them. */
export function whyCommand(context: SlackContext, { userId, text }: CommandEvent): CommandResponse {
  const { deps } = context;
  // Faults that stand on whichever date a clock somewhere shows are answered at once.
  const dates = [1, -1].map((count) => addDays(deps.days.dayOf(deps.now()), count));
  const [fault, ...others] = dates.map((today) => parseWhy(text, today));
  if (fault?.kind === "fault" && others.every(({ kind }) => kind === "fault")) {
    return { kind: "now", message: whyHelp(fault.fault) };
  }
  const work = async () => {
    const { whose } = subjectTerms(text);
    const parsed = parseWhy(text, await ownToday(deps, recordsOf(whose, userId)));
    if (parsed.kind === "fault") return whyHelp(parsed.fault);
    const answer = await respondToWhy(context, userId, { ...parsed, page: 0 });
    if (answer.kind === "refused") return answer.message;
    return whyMessage(answer.why, { days: deps.days, now: deps.now(), reader: userId });
  };
  return { kind: "later", doing: "/goals why", work };
}

/** What was typed after `why`; without days, the goal's period is meant. */
export type ParsedWhy =
  | ({ readonly kind: "why"; readonly range: DayRange | null } & Pick<WhyQuestion, "whose" | "type">)
  /** `fault` says as mrkdwn what is not understood. */
  | { readonly kind: "fault"; readonly fault: string };

const UNMATCHED_WORDS = new Set(["nobody", "nobodys", "unmatched"]);
/** Words without a meaning here. */
const STOP_WORDS = new Set(["my", "me", "mine", "the", "for", "of", "on", "in", "from", "is", "are"]);

/** Understands `why calls`, `why my e-mails last week`, `why talk time <@U0BEN|ben> 2026-10-01..2026-10-31`. */
export function parseWhy(text: string, today: Day): ParsedWhy {
  const { whose, terms } = subjectTerms(text);
  if (terms.some((word) => word.startsWith("@")))
    return fault("Choose the person from the list that Slack opens at `@`.");
  if (terms.length === 0) return fault("Which number? Name it behind `why`.");
  const named = parseMetric(terms);
  if (named === null) return fault(`I know no metric “${sentence(terms.join(" "), 60)}”.`);
  const [type, ...others] = named.types;
  if (type === undefined || others.length > 0) return fault(whichOne(named.types.map((one) => metricOf(one).title)));
  const range = named.rest.length === 0 ? null : parseRange(named.rest.join(" "), today);
  return typeof range === "string" ? fault(range) : { kind: "why", whose, type, range };
}

/** Splits what was typed into whose records are meant and the other words. */
function subjectTerms(text: string): { readonly whose: string; readonly terms: string[] } {
  const words = normalizeText(text)
    .replace(/^why\b/, "")
    .replace(/\?+$/, "");
  const mentioned = extractMention(words);
  const rest = mentioned.rest.split(" ").filter((word) => word !== "" && !STOP_WORDS.has(word));
  const whose = mentioned.found ?? (rest.some((word) => UNMATCHED_WORDS.has(word)) ? "nobody" : "me");
  return { whose, terms: rest.filter((word) => !UNMATCHED_WORDS.has(word)) };
}

function whichOne(titles: readonly string[]): string {
  return `Which one: ${listed(
    titles.map((title) => `\`/goals why ${title.toLowerCase()}\``),
    "or",
  )}?`;
}

/** Parses the days; a string says what is wrong with them. */
function parseRange(words: string, today: Day): DayRange | string {
  const named = namedDays(words, today) ?? countedDays(words, today) ?? datedDays(words, today);
  if (named === null) return `I do not understand the days “${sentence(words, 60)}”.`;
  if (typeof named === "string") return named;
  const { from, to } = named;
  if (from > to) return `${from} comes after ${to}: write the earlier day first.`;
  if (from > today) return `${from} lies ahead: there is nothing to explain yet.`;
  const count = daysBetween(from, to) + 1;
  return count > MAX_PARSED_DAYS ? tooManyDays(count) : named;
}

function namedDays(words: string, today: Day): DayRange | null {
  const week = periodOf("weekly", today);
  const month = periodOf("monthly", today);
  switch (words) {
    case "today":
    case "daily":
      return { from: today, to: today };
    case "yesterday":
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case "this week":
    case "week":
    case "weekly":
      return week;
    case "last week":
      return periodOf("weekly", addDays(week.from, -1));
    case "this month":
    case "month":
    case "monthly":
      return month;
    case "last month":
      return periodOf("monthly", addDays(month.from, -1));
    default:
      return null;
  }
}

function countedDays(words: string, today: Day): DayRange | string | null {
  const count = parseCount(words);
  if (count === null) return null;
  if (count < 1) return "That is no day at all: ask for at least one.";
  return count > MAX_PARSED_DAYS ? tooManyDays(count) : { from: addDays(today, 1 - count), to: today };
}

/** One day is that day; an open end is today, an open beginning 30 days. */
function datedDays(words: string, today: Day): DayRange | string | null {
  const parsed = parseDays(words);
  if (parsed === null) return null;
  if (parsed.kind === "fault") return parsed.fault;
  if (parsed.kind === "one") return { from: parsed.day, to: parsed.day };
  const { from, to = today } = parsed;
  return { from: from ?? addDays(to, -29), to };
}

function fault(text: string): ParsedWhy {
  return { kind: "fault", fault: text };
}

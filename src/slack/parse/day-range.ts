import { periodOf } from "../../goals/goal";
import { addDays, type Day, type DayRange, daysBetween } from "../../time/day";
import { datedInWords } from "../../words/dates";
import { sentence } from "../ui/text";
import { withIsoDays } from "./american-days";
import { MAX_PARSED_DAYS, parseCount, parseDays, tooManyDays } from "./days";

const COUNTED_PERIODS = /^(?:the )?(?:last |past )?(\d{1,3}) ?(w|weeks?|months?)$/;

/**
 * Parses days as people name them: `today`, `last month`, `12 weeks`, `30 days`, `Oct 1 - Oct 31`. A string says
 * in a sentence what is wrong with them.
 *
 * @param text normalized.
 */
export function parseDayRange(text: string, today: Day): DayRange | string {
  const words = withIsoDays(text, { today, toward: "past" });
  const named =
    namedDays(words, today) ?? countedDays(words, today) ?? countedPeriods(words, today) ?? datedDays(words, today);
  if (named === null) return `I don't know the days “${sentence(words, 60)}”.`;
  if (typeof named === "string") return named;
  const { from, to } = named;
  if (from > to) return `${datedInWords(from, today)} is after ${datedInWords(to, today)}. Put the earlier day first.`;
  if (from > today) return `${datedInWords(from, today)} is in the future, so there's nothing to show yet.`;
  const count = daysBetween(from, to) + 1;
  return count > MAX_PARSED_DAYS ? tooManyDays(count) : named;
}

/** Days that have a name, whole weeks and months; `null` for any other text. */
export function namedDays(words: string, today: Day): DayRange | null {
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
    case "previous week":
      return periodOf("weekly", addDays(week.from, -1));
    case "this month":
    case "month":
    case "monthly":
      return month;
    case "last month":
    case "previous month":
      return periodOf("monthly", addDays(month.from, -1));
    default:
      return null;
  }
}

function countedDays(words: string, today: Day): DayRange | string | null {
  const count = parseCount(words);
  if (count === null) return null;
  if (count < 1) return "Ask for at least one day.";
  return count > MAX_PARSED_DAYS ? tooManyDays(count) : { from: addDays(today, 1 - count), to: today };
}

/** Weeks or months up to today, the running one included. */
function countedPeriods(words: string, today: Day): DayRange | string | null {
  const [, count, noun] = COUNTED_PERIODS.exec(words) ?? [];
  if (count === undefined) return null;
  if (Number(count) < 1) return "Ask for at least one week or month.";
  const period = noun?.startsWith("w") === true ? "weekly" : "monthly";
  let { from } = periodOf(period, today);
  for (let left = Number(count); left > 1; left -= 1) {
    from = periodOf(period, addDays(from, -1)).from;
  }
  return { from, to: today };
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

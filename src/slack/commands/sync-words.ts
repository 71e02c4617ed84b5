import { addDays, type Day, type DayRange, day, daysBetween } from "../../metrics/day";
import { sentence } from "../views/text";
import { plainWords } from "./plain-words";

/** What somebody typed behind `/sync`. */
export type SyncWords =
  | { readonly kind: "range"; readonly range: DayRange }
  | { readonly kind: "help" }
  /** It names days that cannot be synced, or says nothing we know; `fault` says so in a sentence, as mrkdwn. */
  | { readonly kind: "fault"; readonly fault: string };

const DEFAULT_DAYS = 30;
const MOST_DAYS = 366;
const DATE = "(\\d{4}-\\d{1,2}-\\d{1,2})";
const RANGE = new RegExp(`^${DATE}?\\s*(?:\\.{2,}|-+|to|until)\\s*${DATE}?$`);
const ONE_DAY = new RegExp(`^${DATE}$`);
const COUNT = /^(?:the )?(?:last )?(\d{1,6}) ?(?:d|days?)$/;

/** Understands `/sync`'s words on this day of the team's zone. One day alone runs to today, an end alone takes 30 days. */
export function syncWords(text: string, today: Day): SyncWords {
  const words = plainWords(text);
  if (words === "") return { kind: "range", range: lastThirtyDays(today) };
  if (words === "help" || words === "?") return { kind: "help" };
  if (words === "today") return range(today, { to: today, today });
  if (words === "yesterday") return range(addDays(today, -1), { to: addDays(today, -1), today });
  const count = COUNT.exec(words)?.[1];
  if (count !== undefined) return lastDays(Number(count), today);
  return dates(words, today) ?? { kind: "fault", fault: `I do not understand “${sentence(text, 60)}”.` };
}

/** Today and the 29 days before it. */
export function lastThirtyDays(today: Day): DayRange {
  return { from: addDays(today, 1 - DEFAULT_DAYS), to: today };
}

function lastDays(count: number, today: Day): SyncWords {
  if (count < 1) return { kind: "fault", fault: "That is no day at all: ask for at least one, such as `/sync 1d`." };
  if (count > MOST_DAYS) return { kind: "fault", fault: tooMany(count) };
  return range(addDays(today, 1 - count), { to: today, today });
}

function dates(words: string, today: Day): SyncWords | null {
  const alone = ONE_DAY.exec(words)?.[1];
  const [from, to] = alone === undefined ? (RANGE.exec(words)?.slice(1) ?? []) : [alone];
  if (from === undefined && to === undefined) return null;
  const days = [from, to].map((text) => (text === undefined ? undefined : existing(text)));
  const missing = [from, to].find((text, index) => text !== undefined && days[index] === null);
  if (missing !== undefined) return { kind: "fault", fault: `There is no ${missing}: write a day as YYYY-MM-DD.` };
  const last = days[1] ?? today;
  return range(days[0] ?? addDays(last, 1 - DEFAULT_DAYS), { to: last, today });
}

function existing(text: string): Day | null {
  try {
    return day(text.replace(/-(\d)(?=-|$)/g, "-0$1"));
  } catch {
    return null;
  }
}

function range(from: Day, { to, today }: { to: Day; today: Day }): SyncWords {
  const ahead = [from, to].find((one) => one > today);
  if (ahead !== undefined)
    return { kind: "fault", fault: `${ahead} lies ahead: the last day to sync is today, ${today}.` };
  if (from > to) return { kind: "fault", fault: `${from} comes after ${to}: write the earlier day first.` };
  const count = daysBetween(from, to) + 1;
  return count > MOST_DAYS ? { kind: "fault", fault: tooMany(count) } : { kind: "range", range: { from, to } };
}

function tooMany(count: number): string {
  return `${count.toLocaleString("en-US")} days are too many at once: at most ${MOST_DAYS}.`;
}

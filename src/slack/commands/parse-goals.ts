import { parseDay } from "../../time/day";
import type { MonthAsked } from "../goals/past/history";
import { extractSubject } from "../parse/goal-terms";
import { normalizeText } from "../parse/normalize";
import type { HelpTopic } from "../ui/help";

/** A subcommand whose answer needs a look-up. */
export type GoalsCommand =
  | { readonly kind: "mine" | "deliveries" }
  /** The team of this name; without one, the first that one manages. */
  | { readonly kind: "team"; readonly name: string | null }
  /** The board of a team by its name, in lower case; `null` for that of one's own. */
  | { readonly kind: "board"; readonly team: string | null }
  /** `parseDigest` understands the rest. */
  | { readonly kind: "digest" }
  /** `parseSet` and `parseArchive` understand the rest. */
  | { readonly kind: "set" | "archive" }
  | { readonly kind: "of"; readonly userId: string }
  /**
   * Goals of a month that lies so many before this one, of the one that Home's history opens with, or of the one that begins on this day;
   * one's own or a person's.
   */
  | { readonly kind: "month"; readonly asked: MonthAsked; readonly whose: "me" | { readonly userId: string } }
  /** The log of one person, of the teams that one may see, of one of them by its name, or of oneself; `null` for all goals. */
  | {
      readonly kind: "log";
      readonly whose: { readonly userId: string } | { readonly team: string } | "me" | "team" | null;
    };

/** What was typed after `/goals`; `fault` says as mrkdwn what is wrong. */
export type ParsedGoals =
  | GoalsCommand
  /** `null` is about everything. */
  | { readonly kind: "help"; readonly topic: HelpTopic | null }
  /** `parseWhy` and `parseTrend` understand the rest. */
  | { readonly kind: "why" | "trend" }
  /** Opens the form. */
  | { readonly kind: "form" }
  | { readonly kind: "fault"; readonly fault: string }
  /** What it begins with is no subcommand, or what follows fits none: the words as they were typed. */
  | { readonly kind: "unknown"; readonly text: string };

/** Understands the subcommand of `/goals`. */
export function parseGoals(text: string): ParsedGoals {
  const words = normalizeText(text);
  const [first = "", ...rest] = words.split(" ");
  switch (first) {
    case "":
    case "me":
    case "mine":
    case "my":
    case "goals":
    case "today":
    case "status":
    case "pace":
      return rest.length === 0 || words === "my goals" ? { kind: "mine" } : unknown(text);
    case "team":
      return { kind: "team", name: rest.length === 0 ? null : rest.join(" ") };
    case "board":
    case "leaderboard":
      return { kind: "board", team: rest.length === 0 ? null : rest.join(" ") };
    case "deliveries":
      return rest.length === 0 ? { kind: "deliveries" } : unknown(text);
    case "digest":
      return { kind: "digest" };
    case "why":
      return { kind: "why" };
    case "trend":
    case "trends":
    case "chart":
      return { kind: "trend" };
    case "set":
    case "add":
    case "change":
      return rest.length === 0 ? { kind: "form" } : { kind: "set" };
    case "archive":
    case "remove":
    case "stop":
      return { kind: "archive" };
    case "log":
    case "changes":
      return logWords(rest.join(" "), text);
    case "help":
    case "?":
      return helpWords(rest.join(" "));
    default:
      return monthWords(words) ?? personWords(words, text);
  }
}

/** How many months before this one lie those that may be named. */
export const MONTHS_BACK: ReadonlyMap<string, number> = new Map([
  ["this month", 0],
  ["last month", 1],
  ["previous month", 1],
]);

/** What is called like the page that has it in Home. */
const MONTHS: ReadonlyMap<string, number | "latest"> = new Map<string, number | "latest">([
  ...MONTHS_BACK,
  ["history", "latest"],
]);

/** "history 2026-09", as a button below a month says it: a month of that name, whenever it is pressed. */
const HISTORY_OF = /^history (\d{4}-\d{2})$/;

/** "last month", "last month @rep", "history", "history 2026-09"; `null` where no month is named. */
function monthWords(words: string): ParsedGoals | null {
  const { found, rest } = extractSubject(words);
  const asked = monthAsked(rest);
  if (asked === null || found === "team") return null;
  if (found === "unpicked") return unpicked();
  return { kind: "month", asked, whose: typeof found === "object" ? found : "me" };
}

function monthAsked(words: string): MonthAsked | null {
  const months = MONTHS.get(words);
  if (months !== undefined) return { months };
  const month = parseDay(`${HISTORY_OF.exec(words)?.[1]}-01`);
  return month === null ? null : { month };
}

function logWords(words: string, text: string): ParsedGoals {
  if (words === "") return { kind: "log", whose: null };
  if (/^(of |for )?(me|mine|my)$/.test(words)) return { kind: "log", whose: "me" };
  const { found, rest } = extractSubject(words.replace(/^(of|for) /, ""));
  if (found === "unpicked") return unpicked();
  if (found === "team" && rest !== "") return { kind: "log", whose: { team: rest } };
  return found === "me" || rest !== "" ? unknown(text) : { kind: "log", whose: found };
}

function personWords(words: string, text: string): ParsedGoals {
  const { found, rest } = extractSubject(words);
  if (found === "unpicked") return unpicked();
  return typeof found === "object" && rest === "" ? { kind: "of", ...found } : unknown(text);
}

const TOPICS: Readonly<Record<string, HelpTopic>> = {
  more: "more",
  why: "why",
  trend: "trend",
  set: "set",
  archive: "set",
  digest: "digest",
  team: "team",
  board: "team",
};

function helpWords(words: string): ParsedGoals {
  return { kind: "help", topic: TOPICS[words] ?? null };
}

function unpicked(): ParsedGoals {
  return { kind: "fault", fault: "Type `@` and pick the person." };
}

function unknown(text: string): ParsedGoals {
  return { kind: "unknown", text };
}

import { metricOf } from "../../metrics/metrics";
import { type Act, EVERYONE } from "../../people/permissions";
import type { Day } from "../../time/day";
import { parseDigest } from "../digests/parse";
import { parseArchive, parseSet, subjectIn, subjectOf } from "../goals/parse-edit";
import { goalAct } from "../goals/payload";
import type { May } from "../middleware/commands";
import { parseMetric } from "../parse/metric";
import { normalizeText } from "../parse/normalize";
import { nearestMetric, nearestWord } from "../parse/suggest";
import { parseTrend } from "../trends/command";
import { figuresAct } from "../why/answer";
import { parseWhy } from "../why/command";
import { type GoalsCommand, MONTHS_BACK, parseGoals } from "./parse-goals";

/** Whoever typed what is not understood. */
export interface Asker {
  /** Slack's member id. */
  readonly userId: string;
  readonly may: May;
  /** The company's date. */
  readonly today: Day;
  /** The first day of the month whose history opens first in their Home; `null` while that is not known. */
  readonly exported: Day | null;
  /** Tells whether words name a team whose figures or whose board they may see; nothing does while teams are not known. */
  readonly isTeam: (words: string, does: "see-team" | "see-board") => boolean;
}

/** What is suggested for what is not understood, to whoever may do what it does. */
const SUGGESTED = [
  "team",
  "board",
  "leaderboard",
  "digest",
  "why",
  "trend",
  "set",
  "archive",
  "log",
  "history",
  "help",
  "deliveries",
];
const SNOOZES = ["snooze", "pause", "mute"];
/** What is typed for a command that is called otherwise. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ...["rank", "ranking", "ranks", "place", "top", "leaders"].map((word) => [word, "board"] as const),
  ...["forecast", "graph", "charts"].map((word) => [word, "trend"] as const),
  ...["new", "create", "edit", "target", "targets"].map((word) => [word, "set"] as const),
  ...["delete", "end"].map((word) => [word, "archive"] as const),
  ...SNOOZES.map((word) => [word, "digest snooze 3d"] as const),
  ...["on", "off", "unsnooze", "resume", "preview", "send"].map((word) => [word, `digest ${word}`] as const),
  ...["unsubscribe", "quiet"].map((word) => [word, "digest off"] as const),
  ...["morning", "reminder", "reminders", "notifications"].map((word) => [word, "digest"] as const),
]);
const NEEDED: Readonly<Record<string, Act>> = {
  team: { does: "see-team" },
  set: { does: "edit-goals" },
  archive: { does: "edit-goals" },
  deliveries: { does: "see-runs" },
};

/**
 * What may have been meant by words that are not understood: the whole command as it would be typed behind `/goals`, which is
 * understood and which they may run; what they may not is left out of it. `null` where nothing is near.
 *
 * @example
 * suggestedCommand("wyh calls last week", ana); // => "why calls last week"
 */
export function suggestedCommand(text: string, asker: Asker): string | null {
  const words = normalizeText(text);
  const terms = words.split(" ");
  if (parseMetric(terms) !== null) return suggestedQuestion("why", { rest: words, asker });
  const month = nearestWord(terms.slice(0, 2).join(" "), [...MONTHS_BACK.keys()]);
  if (month !== null) return suggestedMonth(month, { rest: terms.slice(2).join(" "), asker });
  const isTheirs = (word: string) => NEEDED[word] === undefined || asker.may(NEEDED[word]);
  const meant = suggestedMeaning(words);
  if (meant !== null && isTheirs(meant)) return meant;
  const command = nearestWord(terms[0] ?? "", SUGGESTED.filter(isTheirs));
  if (command !== null) return suggestedWhole(command, { rest: terms.slice(1).join(" "), asker });
  return nearestMetric(terms) === null ? null : suggestedQuestion("why", { rest: words, asker });
}

/** "digest snooze 2 weeks" for "pause 2 weeks", "board" for "ranking". */
function suggestedMeaning(words: string): string | null {
  const [first = "", ...rest] = words.split(" ");
  const meant = MEANT.get(first) ?? null;
  const digest = [SNOOZES.includes(first) ? "snooze" : first, ...rest].join(" ");
  return meant?.startsWith("digest") && parseDigest(digest).kind !== "fault" ? `digest ${digest}` : meant;
}

/** What may be followed by a team's name. */
const OF_TEAMS = ["team", "board", "leaderboard", "log"];

/** Tells whether a team may be named in words that are not understood, so that it is worth reading which there are. */
export function mayNameTeam(text: string): boolean {
  const [first = "", ...rest] = normalizeText(text).split(" ");
  return rest.length > 0 && OF_TEAMS.includes(nearestWord(first, SUGGESTED) ?? "");
}

interface Rest {
  /** What was typed behind the command. */
  readonly rest: string;
  readonly asker: Asker;
}

function suggestedWhole(command: string, { rest, asker }: Rest): string {
  const whole = `${command} ${rest}`;
  if (rest === "") return command === "why" ? "why calls" : command;
  switch (command) {
    case "why":
    case "trend":
      return suggestedQuestion(command, { rest, asker });
    case "digest":
      return parseDigest(whole).kind === "fault" ? command : whole;
    case "log":
      return suggestedLog({ rest, asker });
    case "set":
    case "archive":
      return suggestedEdit(command, { rest, asker });
    case "team":
      return asker.isTeam(rest, "see-team") ? whole : command;
    case "board":
    case "leaderboard":
      return asker.isTeam(rest, "see-board") ? whole : command;
    default:
      return command;
  }
}

/** Records or a trend, with the metric put right; without whom they may not see, and without days that are none. */
function suggestedQuestion(command: "why" | "trend", { rest, asker }: Rest): string {
  const parse = (words: string) => (command === "why" ? parseWhy(words, asker.today) : parseTrend(words, asker.today));
  const typed = `${command} ${rest}`;
  const first = parse(typed);
  const whole = first.kind === "fault" ? (first.near ?? typed) : typed;
  const parsed = parse(whole);
  if (parsed.kind !== "fault" && asker.may(figuresAct(parsed.whose, asker.userId))) return whole;
  const [type] = parseMetric(whole.split(" ").slice(1))?.types ?? [];
  return type === undefined ? `help ${command}` : `${command} ${metricOf(type).name}`;
}

function suggestedMonth(month: string, { rest, asker }: Rest): string {
  const parsed = parseGoals(`${month} ${rest}`);
  if (parsed.kind !== "month" || parsed.whose === "me") return month;
  return asker.may({ does: "see-figures", of: parsed.whose.userId }) ? `${month} ${rest}` : month;
}

function suggestedLog({ rest, asker }: Rest): string {
  const word = nearestWord(rest, ["team", "mine"]) ?? rest;
  const parsed = parseGoals(`log ${word}`);
  if (parsed.kind !== "log" || parsed.whose === null) return "log";
  const { whose } = parsed;
  return maySeeLog(whose, asker) ? `log ${word}` : "log";
}

function maySeeLog(whose: LogSubject, { userId, may, isTeam }: Asker): boolean {
  if (typeof whose === "string") return may(figuresAct(whose, userId));
  return "team" in whose ? isTeam(whose.team, "see-team") : may({ does: "see-figures", of: whose.userId });
}

type LogSubject = NonNullable<Extract<GoalsCommand, { kind: "log" }>["whose"]>;

/** A change of a goal that is understood, of whose goals they set; else the form, or how it is typed. */
function suggestedEdit(command: "set" | "archive", { rest, asker }: Rest): string {
  const whole = `${command} ${rest}`;
  const parsed = command === "set" ? parseSet(whole, asker.today) : parseArchive(whole);
  const whose = subjectOf(subjectIn(whole), { userId: asker.userId, team: EVERYONE });
  if (parsed.kind !== "fault" && asker.may(goalAct(whose))) return whole;
  return command === "set" ? command : "help set";
}

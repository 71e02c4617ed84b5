import type { GoalEdit, GoalKey, Subject } from "../../goals/edit";
import type { Period } from "../../goals/goal";
import { type MetricType, metricOf } from "../../metrics/metrics";
import type { Day } from "../../time/day";
import { withIsoDays } from "../parse/american-days";
import { targetFrom } from "../parse/amount";
import { extractAmount, extractDay, extractPeriod, extractSubject } from "../parse/goal-terms";
import { parseMetric } from "../parse/metric";
import { normalizeText } from "../parse/normalize";
import { nearestMetric, notUnderstood } from "../parse/suggest";
import { listed } from "../ui/text";

/** The person or team that was named: a Slack id, `me` or the team. */
export type ParsedSubject = { readonly userId: string } | "me" | "team";

/** What was typed after `set` or `archive`. */
export type ParsedEdit =
  | {
      readonly kind: "edit";
      readonly whose: ParsedSubject;
      readonly type: MetricType;
      readonly period: Period;
      readonly edit: Extract<GoalEdit, { kind: "set" | "archive" }>;
    }
  /** `fault` says as mrkdwn what is not understood. */
  | { readonly kind: "fault"; readonly fault: string };

/** Who says words, and the id of the team that they mean by "the team". */
export interface Speaker {
  readonly userId: string;
  readonly team: string;
}

/** The goal that words mean, said by this person. */
export function keyOf({ whose, type, period }: Extract<ParsedEdit, { kind: "edit" }>, speaker: Speaker): GoalKey {
  return { ...subjectOf(whose, speaker), type, period };
}

/** The person or team that words mean, said by this person. */
export function subjectOf(whose: ParsedSubject, { userId, team }: Speaker): Subject {
  if (whose === "team") return { team };
  return { userId: whose === "me" ? userId : whose.userId };
}

/** The name in a mention `<@U0BEN|ben>`: foreign text, which must not be parsed. */
const MENTION_NAMES = /(?<=<@[uw][a-z0-9]{1,30})\|[^>]*>/g;
/** Words without a meaning here. */
const STOP_WORDS = new Set("my me mine the for of on to at is goal goals target =".split(" "));

/** Understands `set emails daily 20 <@U0BEN|ben> from 2026-12-01`, in any order. Without a day it is from today on. */
export function parseSet(text: string, today: Day): ParsedEdit {
  const dated = extractDay(withIsoDays(plain(text), { today, toward: "ahead" }), today);
  if (typeof dated.found !== "string") return fault(dated.found.fault);
  const counted = extractAmount(withoutPeople(dated.rest));
  const goal = parseGoal(dated.rest, { others: counted.rest, whole: `set ${plain(text)}` });
  if (goal.kind === "fault") return goal;
  if (counted.found === null) return fault("What target? For example 20, 1,500 or $100k.");
  const target = targetFrom(counted.found, goal.type);
  if (typeof target === "string") return fault(target);
  return { ...goal, edit: { kind: "set", target, from: dated.found } };
}

/** Finds whose goal words are about, before anything else is understood: whose clock says which day is today. */
export function subjectIn(text: string): ParsedSubject {
  const { found } = extractSubject(plain(text));
  return found === "unpicked" ? "me" : found;
}

/** Understands `archive calls weekly <@U0BEN|ben>`, in any order. */
export function parseArchive(text: string): ParsedEdit {
  const words = plain(text);
  const goal = parseGoal(words, { others: withoutPeople(words), whole: `archive ${words}` });
  return goal.kind === "fault" ? goal : { ...goal, edit: { kind: "archive" } };
}

type ParsedGoal = Omit<Extract<ParsedEdit, { kind: "edit" }>, "edit"> | Extract<ParsedEdit, { kind: "fault" }>;

/** Finds whose goal it is in some words, and which goal in those without people and numbers; `whole` is the command as it was typed. */
function parseGoal(words: string, { others, whole }: { readonly others: string; readonly whole: string }): ParsedGoal {
  const whose = extractSubject(words).found;
  if (whose === "unpicked") return fault("Type `@` and pick the person.");
  const period = extractPeriod(others);
  const terms = period.rest.split(" ").filter((word) => word !== "" && !STOP_WORDS.has(word));
  if (terms.length === 0) return fault("Which metric? For example calls or emails.");
  const goal = parseMetric(terms);
  if (goal === null) return fault(notUnderstood(terms.join(" "), nearestEdit(terms, whole)));
  if (goal.rest.length > 0) return fault(notUnderstood(goal.rest.join(" "), null));
  const [type, ...more] = goal.types;
  if (type === undefined || more.length > 0) return fault(whichOne(goal.types));
  if (period.found === null) return fault("Which period: `daily`, `weekly` or `monthly`?");
  return { kind: "edit", whose, type, period: period.found };
}

/** The whole change with its metric put right, as it would be typed; `null` where none is near. */
function nearestEdit(terms: readonly string[], whole: string): string | null {
  const metric = nearestMetric(terms);
  if (metric === null) return null;
  const mistyped = terms.slice(0, terms.length - metric.rest.length);
  const words = whole.split(" ");
  const isAt = (start: number) => mistyped.every((word, at) => words[start + at] === word);
  // Behind the verb, and whole words alone: the same letters may stand in a mention.
  const start = words.findIndex((_word, at) => at > 0 && isAt(at));
  return start === -1 ? null : `/goals ${words.toSpliced(start, mistyped.length, metric.name).join(" ")}`;
}

function plain(text: string): string {
  return normalizeText(text)
    .replace(MENTION_NAMES, ">")
    .replace(/^(set|add|change|archive|remove|stop)(?= |$)/, "")
    .replace(/ ?\/ ?(?=day|week|month)/g, " per ")
    .trim();
}

function withoutPeople(words: string): string {
  return extractSubject(words).rest;
}

function whichOne(types: readonly MetricType[]): string {
  const titles = types.map((type) => `\`${metricOf(type).title.toLowerCase()}\``);
  return `Which one: ${listed(titles, "or")}?`;
}

function fault(text: string): Extract<ParsedEdit, { kind: "fault" }> {
  return { kind: "fault", fault: text };
}

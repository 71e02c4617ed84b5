import type { GoalEdit, GoalKey } from "../../goals/edit";
import { type Period, TEAM } from "../../goals/goal";
import { type MetricType, metricOf } from "../../metrics/metrics";
import type { Day } from "../../time/day";
import { extractAmount, extractDay, extractPeriod, extractSubject } from "../parse/goal-terms";
import { parseMetric } from "../parse/metric";
import { normalizeText } from "../parse/normalize";
import { listed, sentence } from "../ui/text";

/** Whose: a Slack id, `me` or the team. */
export type ParsedSubject = { readonly userId: string } | "me" | "team";

/** What somebody typed behind `set` or `archive`. */
export type ParsedEdit =
  | {
      readonly kind: "edit";
      readonly whose: ParsedSubject;
      readonly type: MetricType;
      readonly period: Period;
      readonly edit: Exclude<GoalEdit, { kind: "reactivate" }>;
    }
  /** `fault` says as mrkdwn what is not understood. */
  | { readonly kind: "fault"; readonly fault: string };

/** The goal that words mean, said by this person. */
export function keyOf({ whose, type, period }: Extract<ParsedEdit, { kind: "edit" }>, userId: string): GoalKey {
  if (whose === "team") return { team: TEAM, type, period };
  return { userId: whose === "me" ? userId : whose.userId, type, period };
}

/** Of a mention `<@U0BEN|ben>`, the name, which is foreign text and no words of ours. */
const NICKNAMES = /(?<=<@[uw][a-z0-9]{1,30})\|[^>]*>/g;
/** Words that say nothing here. */
const FILLING = new Set("my me mine the for of on to at is goal goals target =".split(" "));

/** Understands `set emails daily 20 <@U0BEN|ben> from 2026-12-01`, in any order. Without a day it is from today on. */
export function parseSet(text: string, today: Day): ParsedEdit {
  const dated = extractDay(plain(text), today);
  if (typeof dated.found !== "string") return fault(dated.found.fault);
  const counted = extractAmount(withoutPeople(dated.rest));
  const named = goalWords(dated.rest, counted.rest);
  if (named.kind === "fault") return named;
  if (counted.found === null) return fault("Which target? Write it as 20, 1,500 or $100k.");
  if (counted.found.kind === "fault") return fault(counted.found.fault);
  const { amount, dollars } = counted.found;
  const { title, unit } = metricOf(named.type);
  if (dollars && unit !== "dollars") return fault(`${title} are not counted in dollars.`);
  return { ...named, edit: { kind: "set", target: amount, from: dated.found } };
}

/** Understands `archive calls weekly <@U0BEN|ben>`, in any order. */
export function parseArchive(text: string): ParsedEdit {
  const words = plain(text);
  const named = goalWords(words, withoutPeople(words));
  return named.kind === "fault" ? named : { ...named, edit: { kind: "archive" } };
}

type Named = Omit<Extract<ParsedEdit, { kind: "edit" }>, "edit"> | Extract<ParsedEdit, { kind: "fault" }>;

/** Whose goal it is, by all the words, and which, by those without people and numbers. */
function goalWords(words: string, others: string): Named {
  const whose = extractSubject(words).found;
  if (whose === "unpicked") return fault("Choose the person from the list that Slack opens at `@`.");
  const timed = extractPeriod(others);
  const said = timed.rest.split(" ").filter((word) => word !== "" && !FILLING.has(word));
  if (said.length === 0) return fault("Which number? Name it, such as calls or e-mails.");
  const named = parseMetric(said);
  if (named === null || named.rest.length > 0) {
    return fault(`I do not understand “${sentence((named?.rest ?? said).join(" "), 60)}”.`);
  }
  const [type, ...more] = named.types;
  if (type === undefined || more.length > 0) return fault(whichOne(named.types));
  if (timed.found === null) return fault("For which period: `daily`, `weekly` or `monthly`?");
  return { kind: "edit", whose, type, period: timed.found };
}

function plain(text: string): string {
  return normalizeText(text)
    .replace(NICKNAMES, ">")
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

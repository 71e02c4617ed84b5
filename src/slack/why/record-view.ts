import type { StoredFact } from "../../metrics/fact-changes";
import { type MetricType, metricOf } from "../../metrics/metrics";
import { isSealed } from "../../metrics/seal";
import { SOURCES } from "../../metrics/sources";
import type { WhyCell } from "../../why/figure";
import type { WhyRecord } from "../../why/why";
import { weekdayInWords } from "../../words/dates";
import { secondsInWords } from "../../words/durations";
import { exactFigure, figure } from "../../words/figures";
import { reasonInWords } from "../../words/reasons";
import { clockTime } from "../../words/times";
import { counted, foreign, sentence } from "../ui/text";
import { recordsSum } from "./sum-view";

/** How much of a record a line shows; foreign texts are cut to `most` characters. */
export interface Detail {
  readonly most: number;
  readonly recipients: boolean;
  readonly links: boolean;
}

/** What all lines of a page have in common. */
export interface Lines extends Detail {
  readonly zone: string;
  /** Unmatched records name their owner, since the question is who that is. */
  readonly owners: boolean;
  /** The figure's days, to whose sums the records add up. */
  readonly cells: readonly WhyCell[];
  /** How many records there are that don't count, on all pages. */
  readonly leftOut: number;
}

/**
 * Records that count, a group a day under a heading with the day's sum, to which its lines add up; below them the others together, each with
 * its day and why it does not count.
 */
export function recordGroups(records: readonly WhyRecord[], lines: Lines): readonly (readonly string[])[] {
  const counting = records.filter(({ leftOut }) => leftOut === null);
  const days = [...new Set(counting.map(({ fact }) => fact.day))].map((day) => {
    const own = counting.filter(({ fact }) => fact.day === day);
    const headings = own.slice(0, 1).map(({ fact }) => dayHeading(fact, { here: own.length, lines }));
    return [...headings, ...own.map((one) => countingLine(one, lines))];
  });
  const others = records.flatMap((one) => (one.leftOut === null ? [] : [leftOutLine(one, one.leftOut, lines)]));
  const part =
    others.length < lines.leftOut
      ? ` (${others.length.toLocaleString("en-US")} of ${lines.leftOut.toLocaleString("en-US")} on this page)`
      : "";
  return [...days, ...(others.length === 0 ? [] : [[`*Not counted*${part}`, ...others]])];
}

/** "*Wed, Oct 28*: 9", "*Wed, Oct 28*: 9 = Copper 1 + JustCall 8", and in parentheses how many of the day's records are on the page, if not all. */
function dayHeading(
  { day, type }: StoredFact,
  { here, lines }: { readonly here: number; readonly lines: Lines },
): string {
  const cells = lines.cells.filter((cell) => cell.day === day);
  if (cells.length === 0) return `*${weekdayInWords(day)}*`;
  const all = cells.reduce((sum, { records }) => sum + records, 0);
  const part = here < all ? ` (${here} of ${counted(all, "record")} on this page)` : "";
  return `*${weekdayInWords(day)}*: ${recordsSum(cells, metricOf(type).unit)}${part}`;
}

function countingLine(record: WhyRecord, lines: Lines): string {
  const { fact } = record;
  return `• ${[...orderNumber(fact, lines), ...clock(fact, lines), ...described(record, lines)].join(", ")}`;
}

function leftOutLine(record: WhyRecord, why: string, lines: Lines): string {
  const { fact } = record;
  const when = [weekdayInWords(fact.day), ...clock(fact, lines)];
  return `• ${[...orderNumber(fact, lines), ...when, ...described(record, lines)].join(", ")}: ${reason(fact, why, lines)}`;
}

/**
 * "SO-1042", "Order 1042": people know an order by its number, which begins its line. Further on a phone would break it at its hyphen, and one
 * that cannot be broken is not found by whoever copies it.
 */
function orderNumber(fact: StoredFact, lines: Lines): readonly string[] {
  const { type, recordId } = fact;
  if (!isOrder(fact)) return [];
  const number = foreign(shownId(type, recordId), lines.most);
  const words = /\p{L}/u.test(number) ? number : `Order ${number}`;
  return [linked(fact, { words, lines }) ?? words];
}

/** What has only a day stands at that day's first instant, which nobody means. */
function clock({ source, at }: StoredFact, { zone }: Lines): readonly string[] {
  return source === "fishbowl" ? [] : [clockTime(at, zone)];
}

/** Whom or what people know it by comes first, and what finds it at its source last; a record without a name is called by the latter, but for an order, whose number stands before all. */
function described({ fact, talkSeconds, leftOut }: WhyRecord, lines: Lines): readonly string[] {
  const { name } = fact;
  const recipients = lines.recipients ? recipientsOf(fact, lines) : [];
  const owner =
    lines.owners && fact.owner !== "" && !isSealed(fact.owner) ? [`"${foreign(fact.owner, lines.most)}"`] : [];
  const length = talkSeconds === undefined ? noTalk(fact) : [secondsInWords(talkSeconds)];
  const rest = [...owner, ...amount(fact), ...length];
  if (name === undefined) return [...(isOrder(fact) ? [] : [record(fact, lines)]), ...recipients, ...rest];
  return [named(fact, { name, lines }), ...rest, ...reference(fact, { isLeftOut: leftOut !== null, lines })];
}

/** JustCall tells of each call that is over how long people talked; Copper's calls state it or do not. */
function noTalk({ type, source, counts }: StoredFact): readonly string[] {
  return type === "phone_call_quantity" && source === "justcall" && counts ? ["no talk time"] : [];
}

/** A longer name takes several lines of a phone. */
const MAX_NAME_LENGTH = 40;

/** "*Cara Bell*", of an email "to *Cara Bell* and 2 more". */
function named(
  { type, to = [] }: StoredFact,
  { name, lines }: { readonly name: string; readonly lines: Lines },
): string {
  const words = `*${foreign(name, Math.min(lines.most, MAX_NAME_LENGTH))}*`;
  if (metricOf(type).ownedBy !== "address") return words;
  return `to ${words}${to.length > 1 ? ` and ${to.length - 1} more` : ""}`;
}

/** What a record without a name is called: "JustCall call 1001", as a link "Copper call". */
function record(fact: StoredFact, lines: Lines): string {
  const { source, type, recordId } = fact;
  const words = `${SOURCES[source].title} ${metricOf(type).recordNoun}`;
  return linked(fact, { words, lines }) ?? `${words} ${foreign(shownId(type, recordId), lines.most)}`;
}

/**
 * Says where a record that has a name is found: "Copper", as a link where it has one; an order is found by its number. Other ids are in the
 * export, and a source that all records of a day are of goes without saying.
 */
function reference(
  fact: StoredFact,
  { isLeftOut, lines }: { readonly isLeftOut: boolean; readonly lines: Lines },
): readonly string[] {
  const { source, day } = fact;
  if (isOrder(fact)) return [];
  const { title } = SOURCES[source];
  const link = linked(fact, { words: title, lines });
  if (link !== null) return [link];
  const others = lines.cells.some((cell) => cell.day === day && cell.source !== source);
  return isLeftOut || others ? [title] : [];
}

/** Orders are Fishbowl's alone. */
function isOrder({ source }: StoredFact): boolean {
  return source === "fishbowl";
}

/** These words as a link; `null` where the source has none, or there is no room for links. */
function linked(
  { link }: StoredFact,
  { words, lines }: { readonly words: string; readonly lines: Lines },
): string | null {
  return lines.links && link !== undefined && /^https:\/\/[^\s<>|]+$/.test(link) ? `<${link}|${words}>` : null;
}

/** A stage entry's id begins with its opportunity's; what ids may not hold was escaped when they were stored. */
function shownId(type: MetricType, recordId: string): string {
  const id = metricOf(type).group === "stages" ? (recordId.split("-")[0] ?? recordId) : recordId;
  return id.replaceAll("%3A", ":").replaceAll("%25", "%");
}

function recipientsOf({ to }: StoredFact, lines: Lines): readonly string[] {
  const [first, ...others] = to ?? [];
  if (first === undefined) return [];
  if (isSealed(first)) return [`to ${counted(others.length + 1, "address", "addresses")}`];
  return [`to ${foreign(first, lines.most)}${others.length === 0 ? "" : ` and ${others.length} more`}`];
}

/** Seconds and cents in full, so that they add up; one of a count goes without saying. */
function amount({ type, amount: of }: StoredFact): readonly string[] {
  switch (metricOf(type).unit) {
    case "count":
      return of === 1 ? [] : [figure(of, "count")];
    case "minutes":
      return [secondsInWords(of)];
    case "dollars":
      return [exactFigure(of / 100, "dollars")];
  }
}

function reason(fact: StoredFact, why: string, lines: Lines): string {
  if (fact.duplicateOf !== undefined)
    return `duplicate of JustCall call ${foreign(fact.duplicateOf.split(":")[1] ?? "", lines.most)}`;
  const detail = fact.counts || fact.detail === undefined ? "" : ` (“${foreign(fact.detail, lines.most)}”)`;
  return `${sentence(reasonInWords(why), 80)}${detail}`;
}

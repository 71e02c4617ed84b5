import type { StoredFact } from "../../metrics/fact-changes";
import { type MetricType, metricOf } from "../../metrics/metrics";
import { isSealed } from "../../metrics/seal";
import { SOURCES } from "../../metrics/sources";
import type { WhyRecord } from "../../why/why";
import { weekdayInWords } from "../../words/dates";
import { secondsInWords } from "../../words/durations";
import { exactFigure, figure } from "../../words/figures";
import { reasonInWords } from "../../words/reasons";
import { clockTime } from "../../words/times";
import { counted, foreign, sentence } from "../ui/text";

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
}

/** Records that count, under a heading a day; below them the others, each with its day and why it does not count. */
export function recordLines(records: readonly WhyRecord[], lines: Lines): readonly string[] {
  const firstLeftOut = records.findIndex(({ leftOut }) => leftOut !== null);
  return records.flatMap(({ fact, leftOut }, index) => {
    const heading = index === firstLeftOut ? ["*Left out*"] : [];
    if (leftOut !== null) return [...heading, leftOutLine(fact, leftOut, lines)];
    const line = `• ${[...clock(fact, lines), ...described(fact, lines)].join(" · ")}`;
    return records[index - 1]?.fact.day === fact.day ? [line] : [`*${weekdayInWords(fact.day)}*`, line];
  });
}

function leftOutLine(fact: StoredFact, why: string, lines: Lines): string {
  const when = [weekdayInWords(fact.day), ...clock(fact, lines)].join(", ");
  return `• ${[when, ...described(fact, lines)].join(" · ")}: ${reason(fact, why, lines)}`;
}

/** What has only a day stands at that day's first instant, which nobody means. */
function clock({ source, at }: StoredFact, { zone }: Lines): readonly string[] {
  return source === "fishbowl" ? [] : [clockTime(at, zone)];
}

function described(fact: StoredFact, lines: Lines): readonly string[] {
  const recipients = lines.recipients ? recipientsOf(fact, lines) : [];
  const owner =
    lines.owners && fact.owner !== "" && !isSealed(fact.owner) ? [`"${foreign(fact.owner, lines.most)}"`] : [];
  return [name(fact, lines), ...recipients, ...owner, ...amount(fact)];
}

/** "JustCall call 1001", as a link where the source has one. */
function name({ source, type, recordId, link }: StoredFact, lines: Lines): string {
  const words = `${SOURCES[source].title} ${metricOf(type).recordNoun} ${foreign(shownId(type, recordId), lines.most)}`;
  return lines.links && link !== undefined && /^https:\/\/[^\s<>|]+$/.test(link) ? `<${link}|${words}>` : words;
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

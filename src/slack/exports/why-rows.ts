import type { TeamWhole } from "../../goals/teams/team-parts";
import { type MetricType, metricOf, type Unit } from "../../metrics/metrics";
import { isSealed } from "../../metrics/seal";
import { SOURCES } from "../../metrics/sources";
import type { Why } from "../../why/why";
import { reasonInWords } from "../../words/reasons";
import { type CsvCell, daysCell } from "./csv";

const RECORD_HEADS = ["Day", "At (UTC)", "Source", "Name", "Record", "Amount", "Unit", "Counts", "Why not", "Link"];
const PART_HEADS = ["Person", "Days", "Amount", "Unit"];
/** Records are in the amounts that are added up; a talk time's seconds are made minutes only once. */
const UNITS: Readonly<Record<Unit, string>> = { count: "count", minutes: "seconds", dollars: "dollars" };

/**
 * The records behind a figure as a table, those left out with the reason: where they are all, the amounts that count add up
 * to the figure.
 */
export function recordRows({ type, records }: Pick<Why, "type" | "records">): readonly (readonly CsvCell[])[] {
  const { unit, recordNoun } = metricOf(type);
  const rows = records.map(({ fact, leftOut }): readonly CsvCell[] => [
    fact.day,
    // What has only a day stands at that day's first instant, which nobody means.
    fact.source === "fishbowl" ? "" : fact.at.toISOString(),
    SOURCES[fact.source].title,
    fact.name ?? "",
    isSealed(fact.recordId) ? recordNoun : `${recordNoun} ${fact.recordId}`,
    unit === "dollars" ? fact.amount / 100 : fact.amount,
    UNITS[unit],
    leftOut === null ? "yes" : "no",
    leftOut === null ? "" : reasonInWords(leftOut),
    fact.link ?? "",
  ]);
  return [RECORD_HEADS, ...rows];
}

/** The parts of a team's figure as a table, a person a row: their amounts add up to the figure. */
export function partRows(
  { parts }: TeamWhole,
  { type, names }: { readonly type: MetricType; readonly names: ReadonlyMap<string, string> },
): readonly (readonly CsvCell[])[] {
  const { unit } = metricOf(type);
  const rows = parts.map(({ userId, days, value }): readonly CsvCell[] => {
    return [names.get(userId) ?? userId, daysCell(days), value, unit];
  });
  return [PART_HEADS, ...rows];
}

import { type MetricType, metricOf } from "../../metrics/metrics";
import type { Why } from "../../why/why";
import { exactFigure } from "../../words/figures";
import { TOTALS_NOTE } from "../goals/team/team-rows-view";
import { counted, foreign, listed, metricNoun } from "../ui/text";
import { columnOf } from "./caption";
import type { CsvCell } from "./csv";

type Rows = readonly (readonly CsvCell[])[];

/** How many people a team's file names beside it. */
const MAX_NAMED = 4;

/** "75 rows: team totals, then Ana Torres and Dev Patel": what a team's file holds, as mrkdwn. */
export function teamHolds(rows: Rows): string {
  const people = [...new Set(columnOf(rows, "Person"))].filter((name) => name !== "").map(String);
  const who =
    people.length > MAX_NAMED ? counted(people.length, "person", "people") : listed(people.map((one) => foreign(one)));
  const teams = teamsIn(rows);
  const first = teams === "sums" ? "team totals" : "team goals";
  const all = [...(teams === "none" ? [] : [first]), ...(people.length === 0 ? [] : [who])];
  return `${counted(rows.length - 1, "row")}: ${all.join(", then ")}`;
}

/** Says of a team's file what its totals are sums of; nothing where a team has goals of its own, which are no sums of individual ones. */
export function teamNote(rows: Rows): string {
  return teamsIn(rows) === "sums" ? TOTALS_NOTE : "";
}

/** Whether the rows of a team are all sums of individual goals, of those who have one alone. */
function teamsIn(rows: Rows): "none" | "sums" | "goals" {
  const persons = columnOf(rows, "Person");
  const teams = columnOf(rows, "What").filter((_, at) => persons[at] === "");
  if (teams.length === 0) return "none";
  return teams.every((what) => what === "Sum of individual goals") ? "sums" : "goals";
}

/** "The amounts add up to *$35,992*."; nothing where the rows do not, as where some are not in the file. */
export function partSum(
  rows: Rows,
  { type, value }: { readonly type: MetricType; readonly value: number },
): string | null {
  const { unit } = metricOf(type);
  return Math.abs(added(columnOf(rows, "Amount")) - value) < 0.005
    ? `The amounts add up to *${exactFigure(value, unit)}${nounOf(type, value)}*.`
    : null;
}

/** "The rows that count add up to *41 calls*."; of talk time in seconds, too; `null` where the file has not all of them, or they were not kept. */
export function recordSum(
  rows: Rows,
  { type, figure: whole, pages }: Pick<Why, "type" | "figure" | "pages">,
): string | null {
  const { unit } = metricOf(type);
  const counts = columnOf(rows, "Counts");
  const amount = added(columnOf(rows, "Amount").filter((_, at) => counts[at] === "yes"));
  const value = unit === "minutes" ? amount / 60 : amount;
  // Seconds are made minutes once a day and source.
  const rounding = unit === "minutes" ? 0.005 * (whole.cells.length + 1) : 0.005;
  if (pages > 1 || Math.abs(value - whole.now) > rounding) return null;
  const seconds = unit === "minutes" ? `${counted(amount, "second")}, ` : "";
  return `The rows with *yes* under *Counts* add up to ${seconds}*${exactFigure(value, unit)}${nounOf(type, value)}*.`;
}

/** " calls", " email": what is counted; nothing of what has a unit of its own. */
function nounOf(type: MetricType, amount: number): string {
  return metricOf(type).unit === "count" ? ` ${metricNoun(type, amount)}` : "";
}

function added(cells: readonly CsvCell[]): number {
  return Math.round(cells.reduce<number>((total, cell) => total + Number(cell) * 100, 0)) / 100;
}

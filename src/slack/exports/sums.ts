import { PERIODS } from "../../goals/range-sums";
import { METRICS, type MetricType, metricOf } from "../../metrics/metrics";
import type { Why } from "../../why/why";
import { exactFigure, figure } from "../../words/figures";
import { RUNNING_PERIOD } from "../goals/pace-view";
import { capitalized, counted, foreign, metricNoun, someOf } from "../ui/text";
import { columnOf } from "./caption";
import type { CsvCell } from "./csv";

type Rows = readonly (readonly CsvCell[])[];

const MAX_NAMED = 5;
const MAX_NAME_LENGTH = 40;

/**
 * Says what a team's file comes to, before it is opened: "This month, as on Home: *$35,992* wholesale · *135* calls" of its longest period, and
 * below it what its rows are, of whom, and that they add up, where all of them do: "A row for each person (Ana Torres, Dev Patel), metric, and
 * period. The team's 7 come first; people's *Goal* rows add up to each."; as mrkdwn.
 */
export function teamSum(rows: Rows): string {
  const all = teamCells(rows);
  const teams = all.filter(({ isTeams }) => isTeams);
  const are = `A row for each person${namesIn(rows)}, metric, and period.`;
  if (teams.length === 0) return are;
  const [first, each] =
    teams.length === 1
      ? ["The team's comes first", "it"]
      : [`The team's ${teams.length.toLocaleString("en-US")} come first`, "each"];
  const sums = teams.every((team) => isSumOf(team, all)) ? `; ${summedRows(teams, all)} add up to ${each}` : "";
  return [...totals(teams), `${are} ${first}${sums}.`].join("\n");
}

/** " (Ana Torres, Dev Patel)": the people of a file; nothing where it has none. */
function namesIn(rows: Rows): string {
  const people = [...new Set(columnOf(rows, "Person").map(String))].filter((name) => name !== "");
  const names = people.map((name) => foreign(name, MAX_NAME_LENGTH));
  return names.length === 0 ? "" : ` (${someOf(names, MAX_NAMED)})`;
}

/** "This month, as on Home: *$35,992* wholesale · *135* calls": the team's of the longest period that it has any of. */
function totals(teams: readonly TeamCells[]): readonly string[] {
  const longest = [...PERIODS].reverse().find((period) => teams.some((team) => team.period === period));
  if (longest === undefined) return [];
  const each = METRICS.flatMap(({ type, title, unit }) => {
    const team = teams.find(({ metric, period }) => metric === title && period === longest);
    return team === undefined ? [] : [`*${figure(team.actual, unit)}* ${metricNoun(type, team.actual)}`];
  });
  return each.length === 0 ? [] : [`${capitalized(RUNNING_PERIOD[longest])}, as on Home: ${each.join(" · ")}`];
}

/** Which rows add up to the team's: whoever has no goal is in no sum of individual ones. */
function summedRows(teams: readonly TeamCells[], all: readonly TeamCells[]): string {
  if (teams.every((team) => isSumOf({ ...team, isSum: false }, all))) return "people's rows";
  return teams.every(({ isSum }) => isSum) ? "people's *Goal* rows" : "people's rows, to a sum their *Goal* rows,";
}

/** A row of a team's file, as far as it is added up. */
interface TeamCells {
  readonly isTeams: boolean;
  /** Whether it is of a goal: somebody's, or the team's. */
  readonly isGoal: boolean;
  /** Whether it is a sum of individual goals, of those who have one alone. */
  readonly isSum: boolean;
  readonly metric: string;
  readonly period: string;
  readonly actual: number;
}

function teamCells(rows: Rows): readonly TeamCells[] {
  const cells = (head: string) => columnOf(rows, head);
  const [whats, metrics, periods, actuals] = [cells("What"), cells("Metric"), cells("Period"), cells("Actual")];
  return cells("Person").map((person, at) => ({
    isTeams: person === "",
    isGoal: whats[at] !== "Figure",
    isSum: whats[at] === "Sum of individual goals",
    metric: String(metrics[at]),
    period: String(periods[at]),
    actual: Number(actuals[at]),
  }));
}

function partsOf(team: TeamCells, all: readonly TeamCells[]): readonly TeamCells[] {
  return all.filter(({ isTeams, isGoal, metric, period }) => {
    return !isTeams && metric === team.metric && period === team.period && (isGoal || !team.isSum);
  });
}

function isSumOf(team: TeamCells, all: readonly TeamCells[]): boolean {
  const sum = added(partsOf(team, all).map(({ actual }) => actual));
  return Math.abs(sum - team.actual) < 0.005;
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

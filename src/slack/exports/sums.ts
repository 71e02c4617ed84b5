import { PERIODS } from "../../goals/range-sums";
import { METRICS, type MetricType, metricOf } from "../../metrics/metrics";
import type { Why } from "../../why/why";
import { exactFigure, figure } from "../../words/figures";
import { RUNNING_PERIOD } from "../goals/pace-view";
import { counted, metricNoun } from "../ui/text";
import { columnOf } from "./caption";
import type { CsvCell } from "./csv";

type Rows = readonly (readonly CsvCell[])[];

/**
 * Says what the rows of a team's file are, and how they add up, where they do: "54 rows: 7 of the team, then one for each person, metric,
 * and period." and below it "Check: people's rows add up to the team's *$35,992* wholesale this month."
 */
export function teamSum(rows: Rows): string {
  const all = teamCells(rows);
  const teams = all.filter(({ isTeams }) => isTeams);
  const [first] = teams;
  const lead = first === undefined ? "" : `${teams.length.toLocaleString("en-US")} of the team, then `;
  const are = `${counted(all.length, "row")}: ${lead}one for each person, metric, and period.`;
  const metric = METRICS.find(({ title }) => title === first?.metric);
  const period = PERIODS.find((one) => one === first?.period);
  if (first === undefined || metric === undefined || period === undefined) return are;
  if (!teams.every((team) => isSumOf(team, all))) return are;
  // Whoever has no goal is in no sum of individual ones.
  const whose = isSumOf({ ...first, isSum: false }, all) ? "people's rows" : "people's *Goal* rows";
  const whole = `*${figure(first.actual, metric.unit)}* ${metric.name} ${RUNNING_PERIOD[period]}`;
  return `${are}\nCheck: ${whose} add up to the team's ${whole}.`;
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

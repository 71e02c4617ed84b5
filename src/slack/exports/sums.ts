import { PERIODS } from "../../goals/range-sums";
import { METRICS, type MetricType, metricOf } from "../../metrics/metrics";
import type { Why } from "../../why/why";
import { exactFigure, figure } from "../../words/figures";
import { STATUSES } from "../goals/status-words";
import { TOTALS_NOTE, totalsName } from "../goals/team/team-rows-view";
import { counted, foreign, listed, metricNoun } from "../ui/text";
import { columnOf } from "./caption";
import type { CsvCell } from "./csv";

type Rows = readonly (readonly CsvCell[])[];

/**
 * Says what a team's file comes to, before it is opened: "This month: *$35,992* wholesale, *135* calls. Totals count only people with that
 * goal." of its longest period; as mrkdwn. A team's own goals are not sums of individual ones alone.
 */
export function teamSum(rows: Rows): string {
  const teams = teamCells(rows).filter(({ isTeams }) => isTeams);
  const note = teams.every(({ isSum }) => isSum) ? `. ${TOTALS_NOTE}` : "";
  return totals(teams)
    .map((line) => `${line}${note}`)
    .join("\n");
}

/** How many people a team's file names beside it. */
const MAX_NAMED = 4;

/** "75 rows: team totals, then Ana Torres and Dev Patel, by metric and period. Same figures as on Home.": what a team's file holds, as mrkdwn. */
export function teamHolds(rows: Rows): string {
  const teams = teamCells(rows).filter(({ isTeams }) => isTeams);
  const people = [...new Set(columnOf(rows, "Person"))].filter((name) => name !== "").map(String);
  const who =
    people.length > MAX_NAMED ? counted(people.length, "person", "people") : listed(people.map((one) => foreign(one)));
  const first = teams.every(({ isSum }) => isSum) ? "team totals" : "team goals";
  const all = [...(teams.length === 0 ? [] : [first]), ...(people.length === 0 ? [] : [who])];
  return `${counted(rows.length - 1, "row")}: ${all.join(", then ")}, by metric and period. Same figures as on Home.`;
}

/**
 * "This month: *$35,992* wholesale, *?* calls": the team's of the longest period that it has any of, as far as Home shows them;
 * nothing where none of it was read.
 */
function totals(all: readonly TeamCells[]): readonly string[] {
  const teams = shownOnHome(all);
  const longest = [...PERIODS].reverse().find((period) => teams.some((team) => team.period === period));
  if (longest === undefined) return [];
  const each = METRICS.flatMap(({ type, title, unit }) => {
    const team = teams.find(({ metric, period }) => metric === title && period === longest);
    return team === undefined ? [] : [{ ...team, type, unit }];
  });
  if (each.every(isUnread)) return [];
  const words = each.map(
    (one) => `*${isUnread(one) ? "?" : figure(one.actual, one.unit)}* ${metricNoun(one.type, one.actual)}`,
  );
  return [`${totalsName(longest)}: ${words.join(", ")}`];
}

/** All of them, but no sums on a first day of all, when nothing is done and Home has none. */
function shownOnHome(teams: readonly TeamCells[]): readonly TeamCells[] {
  const asking = teams.filter(({ isSum, status }) => isSum && status !== STATUSES.off.words);
  const isFresh = asking.every(({ status }) => status === STATUSES["not-started"].words);
  return isFresh && asking.length > 0 ? teams.filter(({ isSum }) => !isSum) : teams;
}

/** Tells whether nobody knows what something comes to. */
function isUnread({ actual, status }: Pick<TeamCells, "actual" | "status">): boolean {
  return actual === 0 && status === STATUSES.unread.words;
}

/** A row of a team's file, as far as it is told. */
interface TeamCells {
  readonly isTeams: boolean;
  /** Whether it is a sum of individual goals, of those who have one alone. */
  readonly isSum: boolean;
  readonly metric: string;
  readonly period: string;
  readonly actual: number;
  /** As `STATUSES` has it. */
  readonly status: string;
}

function teamCells(rows: Rows): readonly TeamCells[] {
  const cells = (head: string) => columnOf(rows, head);
  const [whats, metrics, periods] = [cells("What"), cells("Metric"), cells("Period")];
  const [actuals, statuses] = [cells("Actual"), cells("Status")];
  return cells("Person").map((person, at) => ({
    isTeams: person === "",
    isSum: whats[at] === "Sum of individual goals",
    metric: String(metrics[at]),
    period: String(periods[at]),
    actual: Number(actuals[at]),
    status: String(statuses[at]),
  }));
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

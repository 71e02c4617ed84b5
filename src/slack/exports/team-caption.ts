import { PERIODS } from "../../goals/range-sums";
import { METRICS, metricOf } from "../../metrics/metrics";
import { exactFigure, figure } from "../../words/figures";
import { STATUSES } from "../goals/status-words";
import { TOTALS_NOTE, totalsName } from "../goals/team/team-rows-view";
import { counted, foreign, listed, metricNoun, unbrokenParts } from "../ui/text";
import { columnOf } from "./caption";
import type { CsvCell } from "./csv";
import { added } from "./sums";

type Rows = readonly (readonly CsvCell[])[];

/** How many people a team's file names beside it. */
const MAX_NAMED = 4;

/**
 * "This month: wholesale $35,992 of $120,000, calls 135 of 140, as in Home", below it "75 rows: team totals, then Ana Torres and Dev Patel": what a
 * team's file holds, as mrkdwn.
 */
export function teamHolds(rows: Rows): string {
  const people = [...new Set(columnOf(rows, "Person"))].filter((name) => name !== "").map(String);
  const who =
    people.length > MAX_NAMED ? counted(people.length, "person", "people") : listed(people.map((one) => foreign(one)));
  const kind = kindOf(rows);
  const first = kind === "sums" ? "team totals" : "team goals";
  const all = [...(kind === "none" ? [] : [first]), ...(people.length === 0 ? [] : [who])];
  return [...figuresInWords(rows), `${counted(rows.length - 1, "row")}: ${all.join(", then ")}.`].join("\n");
}

/** The team's figures of the longest period that has any, so that whoever opens the file knows what to find there. */
function figuresInWords(rows: Rows): readonly string[] {
  const teams = recordsOf(rows).filter(({ Person }) => Person === "");
  const period = [...PERIODS].reverse().find((one) => teams.some(({ Period }) => Period === one));
  if (period === undefined) return [];
  const figures = teams.filter(({ Period }) => Period === period).map(figuresOf);
  // A goal that was set for the team is no sum.
  const name = period === "daily" && kindOf(rows) !== "sums" ? "Daily goals" : totalsName(period);
  return [`${name}: ${unbrokenParts(`${figures.join(", ")}, as in Home`)}`];
}

/** "wholesale $35,992 of $120,000"; "?" of what was not read, as Home has it. */
function figuresOf({ Metric, Actual, Target, Status }: Cells): string {
  const { type, unit } = metricTitled(Metric);
  const isUnread = Status === STATUSES.unread.words && Number(Actual) === 0;
  const done = isUnread ? "?" : figure(Number(Actual), unit);
  return `${metricNoun(type, 0)} ${done} of ${exactFigure(Number(Target), unit)}`;
}

function metricTitled(title: CsvCell | undefined) {
  const found = METRICS.find((one) => one.title === title);
  if (found === undefined) throw new RangeError(`No metric is called ${JSON.stringify(title)}`);
  return metricOf(found.type);
}

/** Says of a team's file which rows of people its totals add up from; where they do not, or some are goals of the team's own, what totals count. */
export function teamNote(rows: Rows): string {
  if (kindOf(rows) !== "sums") return "";
  return addsUp(rows) ? "" : TOTALS_NOTE;
}

function addsUp(rows: Rows): boolean {
  const records = recordsOf(rows);
  const goals = records.filter(({ What }) => What === "Goal");
  return records
    .filter(({ Person }) => Person === "")
    .every(({ Metric, Period, Actual }) => {
      const own = goals.filter((one) => one.Metric === Metric && one.Period === Period);
      return Math.abs(added(own.map((one) => one.Actual ?? 0)) - Number(Actual)) < 0.005;
    });
}

/** Whether the rows of a team are all sums of individual goals, of those who have one alone. */
function kindOf(rows: Rows): "none" | "sums" | "goals" {
  const teams = recordsOf(rows).filter(({ Person }) => Person === "");
  if (teams.length === 0) return "none";
  return teams.every(({ What }) => What === "Sum of individual goals") ? "sums" : "goals";
}

type Cells = Readonly<Record<string, CsvCell>>;

/** The rows by their heads. */
function recordsOf([heads = [], ...rows]: Rows): readonly Cells[] {
  return rows.map((row) => Object.fromEntries(heads.map((head, at) => [String(head), row[at] ?? null])));
}

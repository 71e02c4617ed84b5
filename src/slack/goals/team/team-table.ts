import type { DataTableBlock } from "@slack/types";
import { byMetric, isIncluded, type PlannedAmount } from "../../../goals/metric-goals";
import type { GoalLine, TeamOverview } from "../../../goals/overview";
import { isOutOfReach } from "../../../goals/status";
import { byState, standings } from "../../../goals/teams/standings";
import { METRICS, type MetricType } from "../../../metrics/metrics";
import { context, fitsTogether, type Message } from "../../ui/blocks";
import { type ChartMessage, TABLE } from "../../ui/charts";
import { capitalized, counted, metricNoun, plainForeign } from "../../ui/text";
import { RUNNING_PERIOD, standing } from "../pace-view";
import { initialedNames } from "./initialed-names";
import { periodFigures } from "./standing-row-view";
import { ROWS_BEHIND, type TeamGoalsPage, teamGoalsMessage, teamGoalsParts } from "./team-view";

/** The first of these with which Slack takes the message: it counts the characters of all blocks together. */
const ROWS = [60, 45, 30, 20, 10];
const MAX_NAME_LENGTH = 24;

/** What somebody has in a metric, in a row of the table: their goals of it, that which needs a look first before the others. */
interface TableRow {
  /** Slack's member id. */
  readonly userId: string;
  readonly name: string;
  readonly type: MetricType;
  readonly goals: readonly GoalLine[];
  /** What today asks of them in it, in place of a daily goal that asks for less. */
  readonly plan: PlannedAmount | null;
  /** What their day is called: "today", and "Thu" where it is another one than the reader's, or nearly over. */
  readonly on: string;
}

/**
 * Draws people's goals as a table that the reader sorts, a row a person and metric, whoever needs their manager first and all rows of theirs
 * together; `plain` has them in words, page by page.
 *
 * @param people the members, with all their goals.
 */
export function teamGoalsShown(
  page: TeamGoalsPage,
  { people, names }: { readonly people: TeamOverview["members"]; readonly names: ReadonlyMap<string, string> },
): Message | ChartMessage {
  const plain = teamGoalsMessage(page);
  const weekdays = new Map(page.members.map(({ userId, clock }) => [userId, clock?.weekday]));
  const rows = people.flatMap(({ userId, overview }) =>
    byMetric(overview.goals).map(({ type, goals, plan }): TableRow => {
      const last = (goal: GoalLine) => Number(isIncluded(goal, plan));
      const sorted = [...goals].sort((a, b) => last(a) - last(b) || byState(a, b));
      const on = weekdays.get(userId) ?? RUNNING_PERIOD.daily;
      return { userId, name: names.get(userId) ?? userId, type, goals: sorted, plan, on };
    }),
  );
  if (rows.length === 0 || page.state.first !== null || page.page > 0) return plain;
  const sorted = personByPerson(rows, standings(people).behind);
  for (const needs of ROWS_BEHIND) {
    const { text, above, below } = teamGoalsParts({ ...page, groups: [], pages: 1 }, { most: needs, brief: true });
    for (const most of ROWS) {
      const more = sorted.slice(most).flatMap(({ goals }) => goals).length;
      const rest = more > 0 ? [context(`and ${counted(more, "more goal")}: see Home > *Team*`)] : [];
      const blocks = [...above, goalsTable(sorted.slice(0, most)), ...rest, ...below];
      if (fitsTogether(blocks)) return { text, blocks, plain: plain.blocks };
    }
  }
  return plain;
}

const ORDER = METRICS.map(({ type }) => type);

/** Keeps each person's rows together, those who are behind first, in the order in which they are named above, then whoever has the first of the other rows. */
function personByPerson(
  rows: readonly TableRow[],
  behind: readonly { readonly userId: string }[],
): readonly TableRow[] {
  const sorted = [...rows].sort(byRow);
  const ids = new Set([...behind, ...sorted].map(({ userId }) => userId));
  const place = new Map([...ids].map((userId, at) => [userId, at]));
  const placeOf = ({ userId }: TableRow) => place.get(userId) ?? 0;
  return sorted.sort((a, b) => placeOf(a) - placeOf(b));
}

/** The row whose first goal needs a look first, then as metrics follow each other, then by name. */
function byRow(a: TableRow, b: TableRow): number {
  const [[one], [other]] = [a.goals, b.goals];
  const state = one === undefined || other === undefined ? 0 : byState(one, other);
  return state || ORDER.indexOf(a.type) - ORDER.indexOf(b.type) || a.name.localeCompare(b.name, "en");
}

/** The period that a status is of, in the little room of its column; a day is called as it is beside its figures. */
const PERIOD_NOUN = { weekly: "week", monthly: "month" } as const;
/** What fits a phone's width. */
const HEADS = ["Person", "Metric", "So far", "Status"];

function goalsTable(all: readonly TableRow[]): DataTableBlock {
  const short = initialedNames(all.map(({ name }) => plainForeign(name, MAX_NAME_LENGTH)));
  const rows = all.map(({ type, goals, plan, on }, at) => [
    short[at] ?? "",
    capitalized(metricNoun(type, 0)),
    goals.map((goal) => brokenOnce(periodFigures(goal, { plan, on }))).join(", "),
    rowStatus(goals, on),
  ]);
  return {
    type: TABLE,
    caption: "Everyone's goals by person, most behind first",
    page_size: 20,
    row_header_column_index: 0,
    rows: [HEADS, ...rows].map((row) => row.map((text) => ({ type: "raw_text", text: text === "" ? "–" : text }))),
  };
}

/** Breaks "48 of 60 this month" before "this month" alone and "2 needed today" before "today" or "Thu"; longer figures where a phone has to. */
function brokenOnce(figures: string): string {
  const [, done = "", when = ""] = /^(.*) (this \w+|today|[A-Z][a-z]{2}|for the day)$/.exec(figures) ?? [
    undefined,
    figures,
  ];
  const kept = (words: string) => words.replaceAll(" ", "\u00a0");
  return [done.length > MAX_KEPT ? done : kept(done), ...(when === "" ? [] : [kept(when)])].join(" ");
}

/** So many characters of figures fit the column on a phone. */
const MAX_KEPT = 10;

/**
 * "🔴 behind by $2,603", "🔴 out of reach": how that goal of a metric stands which needs a look first, and whose figures stand first; beside those of
 * several periods with its own, "🔴 behind by 4 (month)".
 */
function rowStatus([first, ...others]: readonly GoalLine[], on: string): string {
  // A phone breaks lines at spaces, but never between a sign and its word, or in a gap.
  if (first === undefined) return "";
  const { sign, words } = standing(first);
  const said = isOutOfReach(first) ? "out of reach" : words;
  const status = `${sign}\u00a0${said.replace("by ", "by\u00a0")}`;
  return others.length === 0 ? status : `${status} (${first.period === "daily" ? on : PERIOD_NOUN[first.period]})`;
}

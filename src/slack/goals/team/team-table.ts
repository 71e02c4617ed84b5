import type { DataTableBlock } from "@slack/types";
import type { Period } from "../../../goals/goal";
import type { GoalLine, TeamOverview } from "../../../goals/overview";
import { goalStatus } from "../../../goals/status";
import { byNeed } from "../../../goals/teams/standings";
import { context, fitsTogether, type Message } from "../../ui/blocks";
import { type ChartMessage, TABLE } from "../../ui/charts";
import { capitalized, counted, metricNoun, plainForeign } from "../../ui/text";
import { goalFigures } from "../pace-view";
import { statusInWords } from "../status-words";
import { initialedNames } from "./initialed-names";
import { ROWS_BEHIND, type TeamGoalsPage, teamGoalsMessage, teamGoalsParts } from "./team-view";

/** The first of these with which Slack takes the message: it counts the characters of all blocks together. */
const ROWS = [60, 45, 30, 20, 10];
const MAX_NAME_LENGTH = 24;

/**
 * Draws people's goals as a table that the reader sorts, those of a metric together and what is behind first; `plain` has them in words,
 * page by page.
 *
 * @param people the members, with all their goals.
 */
export function teamGoalsShown(
  page: TeamGoalsPage,
  { people, names }: { readonly people: TeamOverview["members"]; readonly names: ReadonlyMap<string, string> },
): Message | ChartMessage {
  const plain = teamGoalsMessage(page);
  const goals = people.flatMap(({ userId, overview }) =>
    overview.goals.map((goal) => ({ name: names.get(userId) ?? userId, goal })),
  );
  if (goals.length === 0 || page.state.first !== null || page.page > 0) return plain;
  const sorted = goals.sort((a, b) => byNeed(a.goal, b.goal) || a.name.localeCompare(b.name, "en"));
  for (const needs of ROWS_BEHIND) {
    const { text, above, below } = teamGoalsParts({ ...page, groups: [], pages: 1 }, needs);
    for (const most of ROWS) {
      const more = sorted.length - most;
      const rest = more > 0 ? [context(`and ${counted(more, "more goal")}: see Home > *Team*`)] : [];
      const blocks = [...above, goalsTable(inMetrics(sorted.slice(0, most))), ...rest, ...below];
      if (fitsTogether(blocks)) return { text, blocks, plain: plain.blocks };
    }
  }
  return plain;
}

/** Puts what is of one metric together, where its first stood. */
function inMetrics<T extends { readonly goal: GoalLine }>(goals: readonly T[]): readonly T[] {
  const types = new Set(goals.map(({ goal }) => goal.type));
  return [...types].flatMap((type) => goals.filter(({ goal }) => goal.type === type));
}

/** What fits a phone's width; the gap and what today asks stand above, where somebody is behind. */
const HEADS = ["Person", "Goal", "So far", "Status"];

function goalsTable(goals: readonly { readonly name: string; readonly goal: GoalLine }[]): DataTableBlock {
  const short = initialedNames(goals.map(({ name }) => plainForeign(name, MAX_NAME_LENGTH)));
  const rows = goals.map(({ goal }, at) => [
    short[at] ?? "",
    `${capitalized(metricNoun(goal.type, 0))}, ${PERIOD_NOUNS[goal.period]}`,
    goalFigures(goal),
    // A phone breaks lines at spaces, but never between a sign and its word.
    statusInWords(goalStatus(goal)).replace(" ", "\u00a0"),
  ]);
  return {
    type: TABLE,
    caption: "Everyone's goals, by metric",
    page_size: 20,
    row_header_column_index: 0,
    rows: [HEADS, ...rows].map((row) => row.map((text) => ({ type: "raw_text", text: text === "" ? "–" : text }))),
  };
}

const PERIOD_NOUNS: Readonly<Record<Period, string>> = { daily: "day", weekly: "week", monthly: "month" };

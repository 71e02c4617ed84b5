import { periodOf } from "../../goals/goal";
import type { GoalLine, Overview, TeamLine, TeamOverview } from "../../goals/overview";
import { PERIODS } from "../../goals/range-sums";
import { VERDICTS } from "../goals/pace-view";
import type { CsvCell } from "./csv";

const HEADS = ["Team", "Person", "What", "Metric", "Unit", "Period", "From", "To", "Actual", "Target", "Status"];

/**
 * The figures of a team's page as a table, a row each: the team's goals, then each person's goals and, where they have none in a
 * metric and period, their figure alone. Amounts are in the metric's unit, which the row names.
 */
export function teamRows(
  { members, team: lines }: Pick<TeamOverview, "members" | "team">,
  { team, names }: { readonly team: string; readonly names: ReadonlyMap<string, string> },
): readonly (readonly CsvCell[])[] {
  return [
    HEADS,
    ...lines.map((line) => [team, "", ORIGINS[line.origin], ...goalCells(line)]),
    ...members.flatMap(({ userId, overview }) => {
      const name = names.get(userId) ?? userId;
      return personCells(overview).map((cells) => [team, name, ...cells]);
    }),
  ];
}

const ORIGINS: Readonly<Record<TeamLine["origin"], string>> = { set: "Team goal", sum: "Sum of individual goals" };

function personCells({ today, goals, glance }: Overview): readonly (readonly CsvCell[])[] {
  const has = new Set(goals.map(({ type, period }) => `${type} ${period}`));
  const figures = glance.flatMap(({ type, title, unit, ...values }) =>
    PERIODS.flatMap((period) => {
      if (has.has(`${type} ${period}`)) return [];
      const { from, to } = periodOf(period, today);
      const value = { daily: values.today, weekly: values.week, monthly: values.month }[period];
      return [["Figure", title, unit, period, from, to, value, null, ""]];
    }),
  );
  return [...goals.map((goal) => ["Goal", ...goalCells(goal)]), ...figures];
}

function goalCells({ title, unit, period, from, to, current, target, pace }: GoalLine): readonly CsvCell[] {
  return [title, unit, period, from, to, current, target, statusInWords(pace.verdict)];
}

/** "behind": the words of a verdict without their sign. */
function statusInWords(verdict: GoalLine["pace"]["verdict"]): string {
  return VERDICTS[verdict].replace(/^\S+ /u, "");
}

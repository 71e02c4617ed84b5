import type { GoalLine, Overview } from "../../goals/overview";
import { context, type Message, section, sectionMessage } from "./blocks";
import { weekdayInWords } from "./days";
import { figure } from "./figures";
import { counted, foreign } from "./text";

const LINES_A_SECTION = 10;
const MOST = 30;

export const NO_GOALS = "No goals yet: a manager sets them. As soon as you have one, it is here with where it stands.";

/** Somebody's own goals, one line each. */
export function goalsMessage({ goals }: Overview): Message {
  if (goals.length === 0) return sectionMessage(NO_GOALS);
  const lines = goals
    .slice(0, MOST)
    .map((goal) => `*${foreign(goal.title)}*: ${goalFigures(goal)} · ${goalPeriod(goal)}`);
  const more = goals.length - lines.length;
  return {
    text: `Your goals: ${goals.slice(0, MOST).map(plainLine).join("; ")}`,
    blocks: [
      ...chunked(lines).map((chunk) => section(chunk.join("\n"))),
      ...(more > 0 ? [context(`and ${counted(more, "more goal")}`)] : []),
    ],
  };
}

/** "51 of 400". */
export function goalFigures({ current, target, unit }: GoalLine): string {
  return `${figure(current, unit)} of ${figure(target, unit)}`;
}

/** "weekly, Mon 26 Oct – Sun 1 Nov". */
export function goalPeriod({ period, from, to }: GoalLine): string {
  return `${period}, ${from === to ? weekdayInWords(from) : `${weekdayInWords(from)} – ${weekdayInWords(to)}`}`;
}

function plainLine(goal: GoalLine): string {
  return `${foreign(goal.title)} ${goalFigures(goal)} (${goalPeriod(goal)})`;
}

function chunked(lines: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(lines.length / LINES_A_SECTION);
  return Array.from({ length: count }, (_, index) =>
    lines.slice(index * LINES_A_SECTION, (index + 1) * LINES_A_SECTION),
  );
}

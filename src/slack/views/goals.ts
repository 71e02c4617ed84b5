import type { SectionBlock } from "@slack/types";
import type { GoalLine, Overview } from "../../goals/overview";
import { context, type Message, section, sectionMessage } from "./blocks";
import { weekdayInWords } from "./days";
import { figure } from "./figures";
import { fits } from "./fits";
import { paceLine } from "./pace";
import { counted, foreign } from "./text";
import { whyButton } from "./why-button";

const MOST = 30;

export const NO_GOALS = "No goals yet: a manager sets them. As soon as you have one, it is here with where it stands.";

/** Whose goals are shown to somebody else. */
export interface Other {
  readonly userId: string;
  readonly name: string;
}

/** Somebody's goals: where each stands against its target, what that asks of the days left, and why it is so. */
export function goalsMessage({ goals }: Overview, other?: Other): Message {
  if (goals.length === 0)
    return sectionMessage(other === undefined ? NO_GOALS : `${foreign(other.name)} has no goals yet.`);
  const message = framed(goals, { other, button: (goal) => ({ accessory: whyButton(goal, other?.userId) }) });
  return fits(message) ? message : framed(goals, { other, button: () => ({}) });
}

function framed(
  goals: readonly GoalLine[],
  { other, button }: { other: Other | undefined; button: (goal: GoalLine) => Pick<SectionBlock, "accessory"> },
): Message {
  const whose = other === undefined ? "Your goals" : `The goals of ${foreign(other.name)}`;
  const shown = goals.slice(0, MOST);
  const more = goals.length - shown.length;
  return {
    text: `${whose}: ${shown.map(plainLine).join("; ")}`,
    blocks: [
      ...(other === undefined ? [] : [section(`*${whose}*`)]),
      ...shown.map((goal) => ({ ...section(goalText(goal)), ...button(goal) })),
      ...(more > 0 ? [context(`and ${counted(more, "more goal")}`)] : []),
    ],
  };
}

function goalText(goal: GoalLine): string {
  return `${goalHead(goal)} · ${goalPeriod(goal)}\n${paceLine(goal)}`;
}

/** "*Calls*: 51 of 400". */
export function goalHead(goal: GoalLine): string {
  return `*${foreign(goal.title)}*: ${goalFigures(goal)}`;
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

import type { KnownBlock, SectionBlock } from "@slack/types";
import type { GoalLine, Overview } from "../../goals/overview";
import { weekdayInWords } from "../../words/dates";
import { exactFigure, figure } from "../../words/figures";
import { actions, context, fits, type Message, section, sectionMessage } from "../ui/blocks";
import { type FirstSync, NO_MARK, noDataInWords, type StaleMark } from "../ui/freshness";
import { counted, foreign } from "../ui/text";
import { whyButton } from "../why/button-view";
import { endedNote, paceLine } from "./pace-view";
import { trendButton } from "./trend-button-view";

const MAX_SHOWN = 30;

export const NO_GOALS = "No goals yet. Your manager sets them; once you have one, you'll see it here.";

/** Somebody whose goals are shown to another person. */
export interface Other {
  readonly userId: string;
  readonly name: string;
}

interface ShownGoals {
  /** Who has them; the reader where it is unset. */
  readonly other?: Other;
  readonly mark?: StaleMark;
  readonly first?: FirstSync;
}

/** Somebody's goals: where each stands against its target, what that asks of the days left, and why it is so. */
export function goalsMessage(overview: Overview, { other, mark = NO_MARK, first = null }: ShownGoals = {}): Message {
  const { goals } = overview;
  if (goals.length === 0)
    return sectionMessage(other === undefined ? NO_GOALS : `${foreign(other.name)} has no goals yet.`);
  if (first !== null) return unreadGoals(goals, { other, first });
  const why = (goal: GoalLine) => whyButton(goal, other?.userId);
  // The first that fits: with both buttons below each goal, with one beside it, without.
  const cards: readonly GoalCard[] = [
    (goal, text) => [text, actions([why(goal), trendButton(goal, other?.userId)])],
    (goal, text) => [{ ...text, accessory: why(goal) }],
  ];
  const messages = cards.map((card) => framed(overview, { other, mark, card }));
  return messages.find(fits) ?? framed(overview, { other, mark, card: (_, text) => [text] });
}

/** The blocks of one goal, made of its text. */
type GoalCard = (goal: GoalLine, text: SectionBlock) => readonly KnownBlock[];

function framed(
  { goals, ...day }: Overview,
  { other, mark, card }: { other: Other | undefined; mark: StaleMark; card: GoalCard },
): Message {
  const whose = goalsOf(other);
  const shown = goals.slice(0, MAX_SHOWN);
  const more = goals.length - shown.length;
  return {
    text: `${whose}: ${shown.map(plainLine).join("; ")}`,
    blocks: [
      ...(other === undefined ? [] : [section(`*${whose}*`)]),
      ...shown.flatMap((goal) => card(goal, section(goalText(goal, mark)))),
      ...(more > 0 ? [context(`and ${counted(more, "more goal")}`)] : []),
      ...endedNote(day).map(context),
    ],
  };
}

function goalsOf(other: Other | undefined): string {
  return other === undefined ? "Your goals" : `${foreign(other.name)}'s goals`;
}

/** Goals while nothing was ever read: nobody is judged by figures that nobody has. */
function unreadGoals(
  goals: readonly GoalLine[],
  { other, first }: { other: Other | undefined; first: NonNullable<FirstSync> },
): Message {
  const words = noDataInWords(first);
  const whose = goalsOf(other);
  return {
    text: `${whose}: ${words}`,
    blocks: [
      ...(other === undefined ? [] : [section(`*${whose}*`)]),
      section(words),
      section(goalNames(goals, WHERE_LATER)),
    ],
  };
}

/** Says in a message, which stays as it is, where figures will be. */
export const WHERE_LATER = "Progress shows in `/goals` as soon as there's data.";

/** "Calls: 400 weekly", a line each: goals before anything is known of where they stand; `then` says where that will be. */
export function goalNames(goals: readonly GoalLine[], then: string): string {
  const names = goals.slice(0, MAX_SHOWN).map(goalName);
  const more = goals.length - names.length;
  const rest = more > 0 ? [`and ${counted(more, "more goal")}`] : [];
  return [...names, ...rest, then].join("\n");
}

/** "Calls: 400 weekly". */
export function goalName({ title, target, unit, period }: GoalLine): string {
  return `${foreign(title)}: ${exactFigure(target, unit)} ${period}`;
}

function goalText(goal: GoalLine, mark: StaleMark): string {
  return `${goalHead(goal)}${mark(goal)} · ${goalPeriod(goal)}\n${paceLine(goal)}`;
}

/** "*Calls*: 51 of 400". */
export function goalHead(goal: GoalLine): string {
  return `*${foreign(goal.title)}*: ${goalFigures(goal)}`;
}

/** "51 of 400". */
export function goalFigures({ current, target, unit }: GoalLine): string {
  return `${figure(current, unit)} of ${exactFigure(target, unit)}`;
}

/** "weekly, Mon, Oct 26 – Sun, Nov 1". */
export function goalPeriod({ period, from, to }: GoalLine): string {
  return `${period}, ${from === to ? weekdayInWords(from) : `${weekdayInWords(from)} – ${weekdayInWords(to)}`}`;
}

function plainLine(goal: GoalLine): string {
  return `${foreign(goal.title)} ${goalFigures(goal)} (${goalPeriod(goal)})`;
}

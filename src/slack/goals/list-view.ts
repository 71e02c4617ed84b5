import type { SectionBlock } from "@slack/types";
import type { GoalLine, Overview } from "../../goals/overview";
import type { Verdict } from "../../goals/pace";
import { context, fits, type Message, section, sectionMessage } from "../ui/blocks";
import { weekdayInWords } from "../ui/dates";
import { figure, percent } from "../ui/figures";
import { counted, foreign } from "../ui/text";
import { whyButton } from "../why/button-view";

const MAX_SHOWN = 30;

export const NO_GOALS = "No goals yet: a manager sets them. As soon as you have one, it is here with where it stands.";

/** Somebody whose goals are shown to another person. */
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
  const shown = goals.slice(0, MAX_SHOWN);
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

/** A sign and a word each, so that colors are not the only difference. */
export const VERDICTS: Readonly<Record<Verdict, string>> = {
  reached: "🏆 reached",
  ahead: "🟢 ahead",
  "on-pace": "🔵 on pace",
  behind: "🔴 behind",
  short: "⚫ no working day left",
  missed: "⚫ missed",
  off: "⚪ no working day in this period",
};

/** "🔴 behind · 349 to go, 21 working days left after today = 17 a day"; holds no foreign text and no mrkdwn. */
export function paceLine(line: GoalLine): string {
  const sum = sumLine(line);
  return sum === null ? verdictWords(line) : `${verdictWords(line)} · ${sum}`;
}

/** "🔴 behind", "⚫ no working day left: short by 12". */
export function verdictWords({ pace, unit }: GoalLine): string {
  const words = VERDICTS[pace.verdict];
  return pace.verdict === "short" ? `${words}: short by ${figure(pace.remaining, unit)}` : words;
}

/** Derives the need: "349 to go, 21 working days left after today = 17 a day"; `null` where nothing is needed. */
export function sumLine(line: GoalLine): string | null {
  const { pace, period, paceDays } = line;
  if (pace.sum === null) return null;
  const toGo = `${figure(pace.sum.remaining, line.unit)} to go`;
  if (period === "daily") return `${toGo} today`;
  const perDay = figure(pace.sum.perDay, line.unit);
  const noun = paceDays === "working" ? "working day" : "day";
  if (pace.daysAfter === 0) return `${toGo}, today is the last ${noun} = ${perDay} today`;
  return `${toGo}, ${counted(pace.daysAfter, noun)} left after today = ${perDay} a day`;
}

/** "at this rate 412 by Sat 31 Oct", rounded down, so as not to promise more; `null` before there is a forecast. */
export function forecastLine({ pace, unit, to }: GoalLine): string | null {
  if (pace.forecast === null) return null;
  return `at this rate ${figure(Math.floor(pace.forecast), unit)} by ${weekdayInWords(to)}`;
}

/** "92 % of pace": what is there as a share of what an even spread expects by last night; `null` on a first day. */
export function shareOfPace({ current, pace }: GoalLine): string | null {
  return pace.share === null ? null : `${percent(current, pace.expected)} of pace`;
}

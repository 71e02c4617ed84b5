import type { KnownBlock } from "@slack/types";
import type { Period } from "../../goals/goal";
import type { GoalLine } from "../../goals/overview";
import { isBehind } from "../../goals/teams/standings";
import { goalFigures } from "../goals/list-view";
import { afterTodayText, needInWords, todayText, verdictWords } from "../goals/pace-view";
import { section, sections } from "../ui/blocks";
import type { StaleMark } from "../ui/freshness";
import { foreign } from "../ui/text";
import { whyButton } from "../why/button-view";

/** What the period that goes on is called. */
export const RUNNING_PERIOD: Readonly<Record<Period, string>> = {
  daily: "today",
  weekly: "this week",
  monthly: "this month",
};

/** Rows of goals: each that is behind with its sum and *Why?*, the others in a line each. */
export function goalRows(goals: readonly GoalLine[], mark: StaleMark): readonly KnownBlock[] {
  const rest = goals.filter((line) => !isBehind(line));
  return [
    ...goals.filter(isBehind).map((line) => ({ ...section(sumRow(line, mark)), accessory: whyButton(line) })),
    ...shortRows(rest, mark),
  ];
}

/** All goals in a line each, where a message has no room for more. */
export function shortRows(goals: readonly GoalLine[], mark: StaleMark): readonly KnownBlock[] {
  return sections(goals.map((line) => shortRow(line, mark)));
}

/**
 * Leads with today's target: "*Calls*: 3 of 16 today (352 over 22 days) · this month *51 of 400* · 🔴 behind · 349 to
 * go, 21 days after today: 17 a day, rounded up".
 */
function sumRow(line: GoalLine, mark: StaleMark): string {
  const figures = `${RUNNING_PERIOD[line.period]} *${goalFigures(line)}*${mark(line)}`;
  const today = todayText(line);
  const first = line.period === "daily" ? [figures, verdictWords(line), today] : [today, figures, verdictWords(line)];
  const words = [...first, afterTodayText(line)].filter((part) => part !== null);
  return `*${foreign(line.title)}*: ${words.join(" · ")}`;
}

/** A goal's two numbers without their sums: "*Calls*: 3 of 16 today, or 17 a day after · this month *51 of 400* · 🔵 on pace". */
function shortRow(line: GoalLine, mark: StaleMark): string {
  const figures = `${RUNNING_PERIOD[line.period]} *${goalFigures(line)}*${mark(line)}`;
  const words = [needInWords(line), figures, verdictWords(line)].filter((part) => part !== "");
  return `*${foreign(line.title)}*: ${words.join(" · ")}`;
}

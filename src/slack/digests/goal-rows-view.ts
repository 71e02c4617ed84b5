import type { KnownBlock } from "@slack/types";
import type { GoalLine } from "../../goals/overview";
import { isBehind } from "../../goals/status";
import { goalLine, goalState } from "../goals/list-view";
import { paceLines } from "../goals/pace-view";
import { section, sections } from "../ui/blocks";
import type { StaleMark } from "../ui/freshness";
import { whyButton } from "../why/button-view";

/** Rows of goals: each that is behind with its sum below it and *Why?*, the others in a line each. */
export function goalRows(goals: readonly GoalLine[], mark: StaleMark): readonly KnownBlock[] {
  const rest = goals.filter((line) => !isBehind(line));
  return [
    ...goals.filter(isBehind).map((line) => ({ ...section(sumRow(line, mark)), accessory: whyButton(line) })),
    ...shortRows(rest, mark),
  ];
}

/** All goals in the lines that `/goals` has, where a message has no room for more. */
export function shortRows(goals: readonly GoalLine[], mark: StaleMark): readonly KnownBlock[] {
  return sections(goals.map((line) => goalLine(line, mark)));
}

/** Two lines: "🔴 behind by 121 · *Calls*, weekly: 51 of 400" and "12 of 121 today (361 over 3 working days) · 349 to go, …". */
function sumRow(line: GoalLine, mark: StaleMark): string {
  const sums = paceLines(line);
  return [goalState(line, mark), ...(sums.length === 0 ? [] : [sums.join(" · ")])].join("\n");
}

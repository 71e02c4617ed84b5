import type { KnownBlock } from "@slack/types";
import type { GoalLine } from "../../../../goals/overview";
import { isBehind } from "../../../../goals/teams/standings";
import { goalLine } from "../../../goals/list-view";
import { context, header, section, sections } from "../../../ui/blocks";
import type { StaleMark } from "../../../ui/freshness";
import { counted } from "../../../ui/text";
import { whyButton } from "../../../why/button-view";
import { goalCard, goalCards, goalCardWithTrend } from "../figures";

/** More goals have one button each, so that the page has room for all. */
const MAX_WITH_TREND = 10;
const MAX_GOALS = 40;
/** More goals that are not behind are folded to one line each, and more still have no button. */
const MAX_CARDS = 2;
const MAX_LINES_APART = 12;

/** Goals in cards: what is behind with its sum and *Why?* first, then the rest, folded where there are many. */
export function myGoals(goals: readonly GoalLine[], mark: StaleMark): readonly KnownBlock[] {
  const behind = goals.filter(isBehind);
  const rest = goals.filter((line) => !isBehind(line));
  return [
    ...(behind.length === 0 ? [] : [header("Behind"), ...cards(behind, mark)]),
    ...(rest.length === 0
      ? []
      : [header("On track"), ...(rest.length <= MAX_CARDS ? cards(rest, mark) : folded(rest, mark))]),
  ];
}

function cards(goals: readonly GoalLine[], mark: StaleMark): readonly KnownBlock[] {
  const card = goals.length > MAX_WITH_TREND ? goalCard : goalCardWithTrend;
  return goalCards(goals, { most: MAX_GOALS, card: (line) => [card(line, { mark })].flat() });
}

function folded(goals: readonly GoalLine[], mark: StaleMark): readonly KnownBlock[] {
  const lines = (some: readonly GoalLine[]) => sections(some.map((line) => goalLine(line, mark)));
  const more = goals.length - MAX_GOALS;
  if (goals.length > MAX_LINES_APART) {
    return [...lines(goals.slice(0, MAX_GOALS)), ...(more > 0 ? [context(`and ${counted(more, "more goal")}`)] : [])];
  }
  return goals.map((line) => ({ ...section(goalLine(line, mark)), accessory: whyButton(line) }));
}

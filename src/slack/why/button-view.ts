import type { ActionsBlock, Button } from "@slack/types";
import type { GoalLine } from "../../goals/overview";
import type { Why } from "../../why/why";
import { encodeWhyQuestion, type WhyQuestion } from "./payload";

/** "Why?" beside a goal, and the buttons between the pages of its answer. */
export const WHY_GOAL = "why_goal";
export const WHY_PREVIOUS = "why_previous";
export const WHY_NEXT = "why_next";
export const WHY_LEFT_OUT = "why_left_out";

/** "Why?" for the days of a goal as they are shown beside it, not those of whenever it is pressed. */
export function whyButton({ type, title, from, to }: GoalLine, whose = "me"): Button {
  const value = encodeWhyQuestion({ whose, type, range: { from, to }, page: 0 });
  return { ...button(WHY_GOAL, "Why?", value), accessibility_label: `Why this number? ${title}` };
}

/** The ways from this page to others; nothing when it is the only one. */
export function pageButtons({ userId, type, range, page, pages, leftOutPage }: Why): readonly ActionsBlock[] {
  const to = (target: number): string => {
    const question: WhyQuestion = { whose: userId ?? "nobody", type, range, page: target };
    return encodeWhyQuestion(question);
  };
  const elements = [
    ...(page > 0 ? [button(WHY_PREVIOUS, "Previous page", to(page - 1))] : []),
    ...(page < pages - 1 ? [button(WHY_NEXT, "Next page", to(page + 1))] : []),
    ...(leftOutPage !== null && leftOutPage > page + 1
      ? [button(WHY_LEFT_OUT, "What is left out", to(leftOutPage))]
      : []),
  ];
  return elements.length === 0 ? [] : [{ type: "actions", elements }];
}

function button(action: string, words: string, value: string): Button {
  return { type: "button", action_id: action, text: { type: "plain_text", text: words, emoji: true }, value };
}

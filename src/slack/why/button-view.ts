import type { ActionsBlock, Button } from "@slack/types";
import type { GoalLine } from "../../goals/overview";
import type { Why } from "../../why/why";
import { button } from "../ui/blocks";
import { pageButtons } from "../ui/pagination";
import { encodeWhyQuestion } from "./payload";

/** "Why?" beside a goal, and the buttons between the pages of its answer. */
export const WHY_GOAL = "why_goal";
export const WHY_PREVIOUS = "why_previous";
export const WHY_NEXT = "why_next";
export const WHY_LEFT_OUT = "why_left_out";

/** "Why?" for the days of a goal as they are shown beside it, even if it is pressed later. */
export function whyButton({ type, title, from, to }: GoalLine, whose = "me"): Button {
  const value = encodeWhyQuestion({ whose, type, range: { from, to }, page: 0 });
  return button(WHY_GOAL, "Why?", { value, accessibility_label: `Why this number? ${title}` });
}

/** The buttons from this page to others; nothing when it is the only one. */
export function whyPageButtons({ userId, type, range, page, pages, leftOutPage }: Why): readonly ActionsBlock[] {
  const value = (target: number) => encodeWhyQuestion({ whose: userId ?? "nobody", type, range, page: target });
  const more =
    leftOutPage !== null && leftOutPage > page + 1
      ? [button(WHY_LEFT_OUT, "What is left out", { value: value(leftOutPage) })]
      : [];
  return pageButtons({ page, pages, previous: WHY_PREVIOUS, next: WHY_NEXT, value, more });
}

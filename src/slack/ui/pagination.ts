import type { ActionsBlock, Button } from "@slack/types";
import { actions, button } from "./blocks";

interface Pages {
  /** From 0 on. */
  readonly page: number;
  readonly pages: number;
  /** The action ids of the two buttons. */
  readonly previous: string;
  readonly next: string;
  /** What a button to a page carries. */
  readonly value: (page: number) => string;
  /** Other buttons beside the two. */
  readonly more?: readonly Button[];
}

/** The buttons to the page before and after this one; no block where there are none. */
export function pageButtons({ page, pages, previous, next, value, more = [] }: Pages): readonly ActionsBlock[] {
  const buttons = [
    ...(page > 0 ? [button(previous, "Previous page", { value: value(page - 1) })] : []),
    ...(page < pages - 1 ? [button(next, "Next page", { value: value(page + 1) })] : []),
    ...more,
  ];
  return buttons.length === 0 ? [] : [actions(buttons)];
}

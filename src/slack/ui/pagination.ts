import type { ActionsBlock, Button } from "@slack/types";
import { plainText } from "./blocks";

/** The ways to the page before and after this one; nothing where there is one page only. */
export function turnButtons({
  page,
  pages,
  previous,
  next,
  value,
}: {
  /** From 0 on. */
  readonly page: number;
  readonly pages: number;
  /** The action ids of the two. */
  readonly previous: string;
  readonly next: string;
  readonly value: (page: number) => string;
}): readonly ActionsBlock[] {
  const button = (action: string, label: string, to: number): Button => {
    return { type: "button", action_id: action, text: plainText(label), value: value(to) };
  };
  const elements = [
    ...(page > 0 ? [button(previous, "Previous page", page - 1)] : []),
    ...(page < pages - 1 ? [button(next, "Next page", page + 1)] : []),
  ];
  return elements.length === 0 ? [] : [{ type: "actions", elements }];
}

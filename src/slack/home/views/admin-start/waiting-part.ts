import type { KnownBlock } from "@slack/types";
import type { WaitingList } from "../../../sync/waiting/waiting";
import { waitingInWords, waitingRows } from "../../../sync/waiting/waiting-rows";
import { actions, context, header } from "../../../ui/blocks";
import { partButton } from "../layout";

/** More of what waits is on the page of people: all customers without an account type are one row. */
const MAX_WAITING = 4;

/**
 * What is credited to no one: its sum, then the most money first, each with the button that mends it, and what that means; `isFirst` where
 * nothing on the page is to be done before.
 */
export function waitingPart(waiting: WaitingList, { isFirst }: { readonly isFirst: boolean }): readonly KnownBlock[] {
  const words = waitingInWords(waiting);
  if (words === null) return [];
  const more = waiting.all.length - MAX_WAITING;
  return [
    header(words),
    ...waitingRows(waiting, { most: MAX_WAITING, isFirst }).flat(),
    ...(more > 0 ? [actions([partButton("people", { label: `See ${more.toLocaleString("en-US")} more` })])] : []),
    context("Uncredited: in no one's numbers yet, last 30 days"),
  ];
}

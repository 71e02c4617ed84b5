import type { Json } from "../json";
import { SlackError } from "../state/slack-error";
import type { Args } from "./method";

/** One page of a list, and the cursor of the next page, which is empty after the last. */
export function page<Item>(
  items: readonly Item[],
  args: Args,
  size: { readonly max: number; readonly defaultSize: number },
): { readonly items: readonly Item[]; readonly more: boolean; readonly nextPage: Json } {
  const start = startOf(args.text("cursor"));
  const end = start + args.limit(size.max, size.defaultSize);
  return {
    items: items.slice(start, end),
    more: end < items.length,
    nextPage: { response_metadata: { next_cursor: end < items.length ? cursorAt(end) : "" } },
  };
}

/** A cursor is opaque to clients; here it is the number of items before it. */
function cursorAt(before: number): string {
  return Buffer.from(`next:${before}`).toString("base64");
}

function startOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const before = /^next:(\d+)$/.exec(Buffer.from(cursor, "base64").toString())?.[1];
  if (before === undefined) throw new SlackError("invalid_cursor");
  return Number(before);
}

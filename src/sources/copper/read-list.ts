import type { CopperClient, Page } from "./client";
import type { Item } from "./schema";
import { isWhole, shortfall } from "./verify";
import { firstPage, type List, walk } from "./walk";

/** A list that was read and verified. */
export interface ListRead<T> {
  readonly items: readonly Item<T>[];
  /** Says so when Copper counts a few records more than it lists; else `null`. */
  readonly short: string | null;
}

/**
 * Asks for a list's first page and returns how to read the rest, so that a list can be begun before it is known whether it
 * will be read on. One that is not read (`null`) is empty.
 */
export async function beginList<T>(
  client: CopperClient,
  { list, signal }: { list: List<T> | null; signal: AbortSignal },
): Promise<() => Promise<ListRead<T>>> {
  if (list === null) return async () => ({ items: [], short: null });
  const first = await firstPage(client, list, signal);
  return () => finishList(client, { list, first, signal });
}

async function finishList<T>(
  client: CopperClient,
  { list, first, signal }: { list: List<T>; first: Page; signal: AbortSignal },
): Promise<ListRead<T>> {
  const once = await walk(client, { list, first, signal });
  if (isWhole(once)) return { items: [...once.items.values()], short: null };
  const again = await walk(client, { list, first: await firstPage(client, list, signal), signal });
  return { items: [...again.items.values()], short: shortfall(list.name, { first: once, second: again }) };
}

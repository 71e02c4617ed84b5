import { SourceError } from "../source-error";
import type { CopperClient, CopperPage } from "./client";
import { type CopperList, firstPage, type PageWalk, readPages } from "./pages";
import type { Item } from "./schema";

/** A list that was read and verified. */
export interface ListRead<T> {
  readonly items: readonly Item<T>[];
  /** Says that Copper counts a few records more than it lists; else `null`. */
  readonly shortfall: string | null;
}

/**
 * Requests a list's first page and returns a function that reads the rest, so that a list can be started before it is
 * known whether it will be finished. A list that is not read (`null`) is empty.
 */
export async function beginList<T>(
  client: CopperClient,
  { list, signal }: { list: CopperList<T> | null; signal: AbortSignal },
): Promise<() => Promise<ListRead<T>>> {
  if (list === null) return async () => ({ items: [], shortfall: null });
  const first = await firstPage(client, list, signal);
  return () => finishList(client, { list, first, signal });
}

async function finishList<T>(
  client: CopperClient,
  { list, first, signal }: { list: CopperList<T>; first: CopperPage; signal: AbortSignal },
): Promise<ListRead<T>> {
  const once = await readPages(client, { list, first, signal });
  if (isComplete(once)) return { items: [...once.items.values()], shortfall: null };
  const again = await readPages(client, { list, first: await firstPage(client, list, signal), signal });
  return { items: [...again.items.values()], shortfall: shortfallOf(list.name, { first: once, second: again }) };
}

/** A larger share of missing records is no slip of Copper's count. */
const MAX_MISSING = 0.2;

/** Tells whether the walk found exactly as many records as Copper counts; without a count there is nothing to compare. */
function isComplete({ items, total, fell }: PageWalk<unknown>): boolean {
  return total === null || (items.size === total && !fell);
}

/**
 * Judges a second walk over a list whose first was not complete: returns `null` if the second is, or a text that says
 * how many records are missing if both agree and Copper's total, an upper bound, is a little too high.
 *
 * @throws {SourceError} when the list cannot be trusted.
 */
function shortfallOf(name: string, { first, second }: Record<"first" | "second", PageWalk<unknown>>): string | null {
  if (isComplete(second)) return null;
  const total = second.total ?? 0;
  const counted = `${second.items.size} of ${total} ${name}`;
  if (second.fell || !sameIds(first, second)) {
    throw unexpected(`Copper's ${name} changed while they were read, twice; they are read again at the next sync`);
  }
  if (second.items.size > total) {
    throw unexpected(`Copper listed ${counted}, more than it counts; they are read again at the next sync`);
  }
  if (second.hole || total - second.items.size > MAX_MISSING * total) {
    throw unexpected(
      `Copper listed only ${counted}, twice; nothing of them is used, they are read again at the next sync`,
    );
  }
  return `Copper listed ${counted}.`;
}

/** @throws {SourceError} when most of a list could not be read: then its form has changed, and silence would read as zero. */
export function assertReadable(name: string, { unreadable, records }: { unreadable: number; records: number }): void {
  if (unreadable < 3 || unreadable * 2 <= records) return;
  throw unexpected(
    `${unreadable} of ${records} ${name} in Copper could not be read; Paceline must learn their new form`,
  );
}

function sameIds(one: PageWalk<unknown>, other: PageWalk<unknown>): boolean {
  return one.items.size === other.items.size && [...one.items.keys()].every((id) => other.items.has(id));
}

function unexpected(message: string): SourceError {
  return new SourceError("copper", "unexpected-answer", message);
}

import { WINDOW_RECORDS } from "../source";
import { SourceError, TooManyRecords } from "../source-error";
import { COPPER_PAGE_SIZE, type CopperClient, type CopperPage } from "./client";
import { type Item, item } from "./schema";

/** One of Copper's lists: a search with its filter, and how to parse its records. */
export interface CopperList<T> {
  /** As messages name it: "emails". */
  readonly name: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly read: (raw: unknown) => Item<T>;
}

/** The ids that a walk over a list found, and how many pages it took. */
export interface WalkedIds {
  readonly ids: ReadonlySet<string>;
  readonly pages: number;
}

/** The result of one walk over a list. */
export interface PageWalk<T> {
  /** Everything that was listed, each id once. */
  readonly items: ReadonlyMap<string, Item<T>>;
  readonly pages: number;
}

/** A list whose first page is known. */
export interface BegunList<T> {
  /** At least as many as it holds; `null` where Copper does not say. */
  readonly total: number | null;
  /** Walks it to its end. @throws {TooManyRecords} */
  walk(): Promise<PageWalk<T>>;
}

/** So many pages of one list are asked for side by side. */
const SIDE_BY_SIDE = 8;

/**
 * Asks for a list's first page and returns its total and how to walk the rest, so that a list can be begun before it is known
 * whether it will be read on. One that is not read (`null`) is empty.
 *
 * @throws {TooManyRecords} when the total on the first page says so.
 */
export async function beginList<T>(
  client: CopperClient,
  { list, signal }: { list: CopperList<T> | null; signal: AbortSignal },
): Promise<BegunList<T>> {
  if (list === null) return { total: 0, walk: async () => ({ items: new Map(), pages: 0 }) };
  const first = await client.page({ ...list, number: 1, signal });
  if (first.total !== null && first.total > WINDOW_RECORDS) throw new TooManyRecords(first.total);
  return { total: first.total, walk: () => walkPages(client, { list, first, signal }) };
}

/** Walks a list from its first page to its end. @throws {TooManyRecords} */
export async function walkList<T>(
  client: CopperClient,
  { list, signal }: { list: CopperList<T> | null; signal: AbortSignal },
): Promise<PageWalk<T>> {
  const { walk } = await beginList(client, { list, signal });
  return walk();
}

/** Reads a record with its id where it has one, so that what Copper lists twice is one. */
export function reader<T extends { readonly id: string }>(
  schema: Parameters<typeof item<T>>[0],
): (raw: unknown) => Item<T> {
  return (raw) => item(schema, raw);
}

interface Walk<T> {
  readonly list: CopperList<T>;
  readonly first: CopperPage;
  readonly signal: AbortSignal;
}

/**
 * Copper's total is an upper bound, and may stand too high for good: it only tells how many pages to ask for side by side.
 * The list ends with a page that is not full and that no page of the total follows, or with an empty one.
 */
async function walkPages<T>(client: CopperClient, { list, first, signal }: Walk<T>): Promise<PageWalk<T>> {
  const pages = new Map<number, readonly Item<T>[]>([[1, first.items.map(list.read)]]);
  const ask = async (number: number) => {
    const { items } = await client.page({ ...list, number, signal });
    pages.set(number, items.map(list.read));
    return items.length;
  };
  const promised = Math.ceil((first.total ?? 0) / COPPER_PAGE_SIZE);
  await askSideBySide({ from: 2, to: promised, ask });
  for (let last = pages.size; isFull(pages.get(last)); last += 1) {
    if (last * COPPER_PAGE_SIZE > WINDOW_RECORDS) throw new TooManyRecords(null);
    await ask(last + 1);
  }
  assertNoHole(list.name, pages);
  return { items: listed(pages), pages: pages.size };
}

/** Asks for numbered pages until one is empty: what a total that is far too high promises is not all asked for. */
async function askSideBySide({
  from,
  to,
  ask,
}: {
  readonly from: number;
  readonly to: number;
  readonly ask: (number: number) => Promise<number>;
}): Promise<void> {
  let next = from;
  let ended = false;
  const work = async () => {
    while (next <= to && !ended) {
      const number = next;
      next += 1;
      // Before the last page that was promised, an empty one is doubted once.
      const records = (await ask(number)) || (number < to ? await ask(number) : 0);
      if (records === 0) ended = true;
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
}

/** @throws {SourceError} when a page was empty, twice, and a later one was not: such an answer is no list. */
function assertNoHole(name: string, pages: ReadonlyMap<number, readonly unknown[]>): void {
  const ordered = [...pages].sort(([one], [other]) => one - other).map(([, page]) => page.length);
  const firstEmpty = ordered.indexOf(0);
  if (firstEmpty === -1 || ordered.slice(firstEmpty).every((records) => records === 0)) return;
  const message = `Copper answered page ${firstEmpty + 1} of its ${name} with nothing, twice`;
  throw new SourceError("copper", "unexpected-answer", message);
}

function isFull(page: readonly unknown[] | undefined): boolean {
  return page !== undefined && page.length >= COPPER_PAGE_SIZE;
}

function listed<T>(pages: ReadonlyMap<number, readonly Item<T>[]>): ReadonlyMap<string, Item<T>> {
  const items = new Map<string, Item<T>>();
  for (const [number, page] of [...pages].sort(([one], [other]) => one - other)) {
    page.forEach((one, row) => {
      items.set(one.id ?? `page ${number} row ${row}`, one);
    });
  }
  return items;
}

import { WINDOW_RECORDS } from "../source";
import { TooManyRecords } from "../source-error";
import { type CopperClient, PAGE_SIZE, type Page } from "./client";
import { type Item, item } from "./schema";

/** One list of Copper's: a search with its filter, and how its records are read. */
export interface List<T> {
  /** As messages name it: "e-mails". */
  readonly name: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly read: (raw: unknown) => Item<T>;
}

/** What one walk over a list found. */
export interface PageWalk<T> {
  /** Each id once. */
  readonly items: ReadonlyMap<string, Item<T>>;
  /** The last total that Copper named; `null` where it names none. */
  readonly total: number | null;
  /** A total was lower than one before it: something was deleted, and rows moved up past a page's edge. */
  readonly fell: boolean;
  /** A page was short or empty, and a later one was not empty. */
  readonly hole: boolean;
}

/**
 * Asks for the first page, which names the total.
 *
 * @throws {TooManyRecords}
 */
export async function firstPage<T>(client: CopperClient, list: List<T>, signal: AbortSignal): Promise<Page> {
  const page = await client.page({ ...list, number: 1, signal });
  if (page.total !== null && page.total > WINDOW_RECORDS) throw new TooManyRecords(page.total);
  return page;
}

/**
 * Reads the list from its first page on: all pages together where a total says how many there are, else one after the
 * other until one is short.
 *
 * @throws {TooManyRecords}
 */
export async function readPages<T>(
  client: CopperClient,
  { list, first, signal }: { list: List<T>; first: Page; signal: AbortSignal },
): Promise<PageWalk<T>> {
  const totals = [first.total];
  const ask = async (number: number) => {
    const page = await client.page({ ...list, number, signal });
    totals.push(page.total);
    return page.items.map(list.read);
  };
  const begun = first.items.map(list.read);
  const rest = first.total === null ? await oneByOne(begun, ask) : await together(first.total, ask);
  return walked([begun, ...rest], totals);
}

/** A record's id where it has one, so that what Copper lists twice is one. */
export function reader<T>(schema: Parameters<typeof item<T>>[0]): (raw: unknown) => Item<T> {
  return (raw) => item(schema, raw);
}

type Ask<T> = (number: number) => Promise<readonly Item<T>[]>;

async function together<T>(total: number, ask: Ask<T>): Promise<readonly (readonly Item<T>[])[]> {
  const more = Math.max(0, Math.ceil(total / PAGE_SIZE) - 1);
  return Promise.all(Array.from({ length: more }, (_, index) => ask(index + 2)));
}

async function oneByOne<T>(begun: readonly Item<T>[], ask: Ask<T>): Promise<readonly (readonly Item<T>[])[]> {
  const pages: (readonly Item<T>[])[] = [];
  let [last, records] = [begun, begun.length];
  for (let number = 2; last.length >= PAGE_SIZE; number += 1) {
    if (records > WINDOW_RECORDS) throw new TooManyRecords(null);
    last = await ask(number);
    records += last.length;
    pages.push(last);
  }
  if (records > WINDOW_RECORDS) throw new TooManyRecords(null);
  return pages;
}

function walked<T>(pages: readonly (readonly Item<T>[])[], totals: readonly (number | null)[]): PageWalk<T> {
  const items = new Map<string, Item<T>>();
  pages.forEach((page, number) => {
    page.forEach((one, row) => {
      items.set(one.id ?? `page ${number} row ${row}`, one);
    });
  });
  const named = totals.filter((total) => total !== null);
  const lastFilled = pages.findLastIndex((page) => page.length > 0);
  return {
    items,
    total: named.at(-1) ?? null,
    fell: named.some((total, index) => total < (named[index - 1] ?? 0)),
    hole: pages.some((page, number) => number < lastFilled && page.length < PAGE_SIZE),
  };
}

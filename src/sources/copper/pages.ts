import { WINDOW_RECORDS } from "../source";
import { TooManyRecords } from "../source-error";
import { type CopperClient, type CopperPage, PAGE_SIZE } from "./client";
import { type Item, item } from "./schema";

/** One of Copper's lists: a search with its filter, and how to parse its records. */
export interface CopperList<T> {
  /** As messages name it: "e-mails". */
  readonly name: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly read: (raw: unknown) => Item<T>;
}

/** The result of one walk over a list. */
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
 * Requests the first page, which names the total.
 *
 * @throws {TooManyRecords}
 */
export async function firstPage<T>(
  client: CopperClient,
  list: CopperList<T>,
  signal: AbortSignal,
): Promise<CopperPage> {
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
  { list, first, signal }: { list: CopperList<T>; first: CopperPage; signal: AbortSignal },
): Promise<PageWalk<T>> {
  const totals = [first.total];
  const fetchPage = async (number: number) => {
    const page = await client.page({ ...list, number, signal });
    totals.push(page.total);
    return page.items.map(list.read);
  };
  const firstItems = first.items.map(list.read);
  const rest = first.total === null ? await oneByOne(firstItems, fetchPage) : await together(first.total, fetchPage);
  return walked([firstItems, ...rest], totals);
}

/** Makes a parser that also reads a record's id, so that what Copper lists twice counts once. */
export function reader<T>(schema: Parameters<typeof item<T>>[0]): (raw: unknown) => Item<T> {
  return (raw) => item(schema, raw);
}

type FetchPage<T> = (number: number) => Promise<readonly Item<T>[]>;

async function together<T>(total: number, fetchPage: FetchPage<T>): Promise<readonly (readonly Item<T>[])[]> {
  const more = Math.max(0, Math.ceil(total / PAGE_SIZE) - 1);
  return Promise.all(Array.from({ length: more }, (_, index) => fetchPage(index + 2)));
}

async function oneByOne<T>(
  firstItems: readonly Item<T>[],
  fetchPage: FetchPage<T>,
): Promise<readonly (readonly Item<T>[])[]> {
  const pages: (readonly Item<T>[])[] = [];
  let [last, records] = [firstItems, firstItems.length];
  for (let number = 2; last.length >= PAGE_SIZE; number += 1) {
    if (records > WINDOW_RECORDS) throw new TooManyRecords(null);
    last = await fetchPage(number);
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

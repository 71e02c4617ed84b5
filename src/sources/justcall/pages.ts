import { SourceError } from "../source-error";
import { type JustCallClient, type JustCallPage, PAGE_SIZE } from "./client";
import { Identified } from "./schema";

/** One of JustCall's lists, and how to parse its items; an item that cannot be read is `null`. */
export interface JustCallList<T> {
  /** As messages name it: "calls". */
  readonly name: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | number>>;
  readonly read: (raw: unknown) => T | null;
  /** What tells a page where the one before it ended, in addition to its number. */
  readonly cursor?: (lastId: string) => Readonly<Record<string, string>>;
}

/** How to read a list: perhaps from a first page that was requested already. */
export interface ReadOptions<T> {
  readonly first?: JustCallPage;
  readonly signal?: AbortSignal;
  /** Receives after each page how many items there are and which came last; it may throw to give up. */
  readonly progress?: (records: number, last: T | null) => void;
}

interface PagesRead<T> {
  /** Each id once. */
  readonly items: ReadonlyMap<string, T | null>;
  readonly total: number | null;
  /** A page that a link promised was empty, or brought nothing new. */
  readonly broken: boolean;
}

/**
 * Reads a list completely: page by page, each naming the next.
 *
 * @throws {SourceError} when, twice over, its records are not as many as JustCall counts or a page is missing.
 */
export async function readList<T>(
  client: JustCallClient,
  { list, ...options }: ReadOptions<T> & { list: JustCallList<T> },
): Promise<ReadonlyMap<string, T | null>> {
  const once = await readPages(client, list, options);
  if (isComplete(once)) return once.items;
  const again = await readPages(client, list, { ...options, first: undefined });
  if (isComplete(again)) return again.items;
  const counted = again.total === null ? "with a page missing" : `${again.items.size} where it counts ${again.total}`;
  const message = `JustCall's list of ${list.name} came incomplete twice (${counted}); it is read again at the next sync`;
  throw new SourceError("justcall", "unexpected-answer", message);
}

/** The first page of a list. */
export function firstPage<T>(
  client: JustCallClient,
  list: JustCallList<T>,
  signal: AbortSignal,
): Promise<JustCallPage> {
  return client.page(list.path, list.query, signal);
}

function isComplete({ items, total, broken }: PagesRead<unknown>): boolean {
  return !broken && (total === null || items.size === total);
}

async function readPages<T>(
  client: JustCallClient,
  list: JustCallList<T>,
  { first, signal, progress }: ReadOptions<T>,
): Promise<PagesRead<T>> {
  const items = new Map<string, T | null>();
  let page = first ?? (await client.page(list.path, list.query, signal));
  let [total, number, linked] = [page.total, page.number ?? 0, false];
  for (;;) {
    const known = items.size;
    const { lastId, last } = collect(items, page, list);
    progress?.(items.size, last);
    const nothingNew = items.size === known;
    if (nothingNew && (linked || page.next !== null)) return { items, total, broken: true };
    const ended = page.items.length < PAGE_SIZE || nothingNew || items.size === total;
    if (page.next === null && ended) return { items, total, broken: false };
    linked = page.next !== null;
    number = page.next ?? number + 1;
    const query = { ...list.query, page: number, ...(lastId !== null && list.cursor?.(lastId)) };
    page = await client.page(list.path, query, signal);
    total = page.total ?? total;
  }
}

/** Adds a page's items and returns its last, and the id of the last that has one. */
function collect<T>(items: Map<string, T | null>, page: JustCallPage, { read }: JustCallList<T>) {
  let lastId: string | null = null;
  let last: T | null = null;
  for (const raw of page.items) {
    const identified = Identified.safeParse(raw);
    if (identified.success) lastId = identified.data.id;
    last = read(raw);
    items.set(identified.success ? identified.data.id : `without id, ${items.size}`, last);
  }
  return { lastId, last };
}

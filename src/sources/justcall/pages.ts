import { SourceError } from "../source-error";
import { JUSTCALL_PAGE_SIZE, type JustCallClient, type JustCallPage } from "./client";
import { Identified } from "./schema";

/** One of JustCall's lists, and how to parse its items, whether they can be read or not. */
export interface JustCallList<T> {
  /** As messages name it: "calls". */
  readonly name: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | number>>;
  readonly read: (raw: unknown) => T;
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

/**
 * Walks a list once, page by page, each telling the next, to a page that is not full and links to no other. What is listed is
 * kept, each id once; JustCall's total only spares the page after a full one.
 *
 * @throws {SourceError}
 */
export async function readList<T>(
  client: JustCallClient,
  { list, first, signal, progress }: ReadOptions<T> & { list: JustCallList<T> },
): Promise<ReadonlyMap<string, T>> {
  const items = new Map<string, T>();
  let page = first ?? (await client.page(list.path, list.query, signal));
  let [total, number] = [page.total, page.number ?? 0];
  let repeated = 0;
  for (;;) {
    const { lastId, last, isNew } = collect(items, page, list);
    progress?.(items.size, last);
    repeated = isNew ? 0 : repeated + 1;
    if (page.items.length === 0) return items;
    // Where pages are counted from one and nothing says so, the first comes twice. More would go on for ever; it is the end
    // where nothing promises more, or all that was promised is there and the last page, too, links onward.
    const isWhole = total !== null && items.size >= total;
    if (repeated > 1 && page.next !== null && !isWhole) throw repeating(list.name);
    if (repeated > 1) return items;
    if (page.next === null && (page.items.length < JUSTCALL_PAGE_SIZE || items.size === total)) return items;
    number = page.next ?? number + 1;
    const query = { ...list.query, page: number, ...(lastId !== null && list.cursor?.(lastId)) };
    const promised = page.next !== null;
    page = await client.page(list.path, query, signal);
    // A page that a link promised and that is empty is doubted once.
    if (promised && page.items.length === 0) page = await client.page(list.path, query, signal);
    total = page.total ?? total;
  }
}

function repeating(name: string): SourceError {
  const message = `JustCall answered three pages of its ${name} with the same records`;
  return new SourceError("justcall", "unexpected-answer", message);
}

/** The first page of a list. */
export function firstPage<T>(
  client: JustCallClient,
  list: JustCallList<T>,
  signal: AbortSignal,
): Promise<JustCallPage> {
  return client.page(list.path, list.query, signal);
}

/**
 * Adds a page's items and returns its last, the id of the last that has one, and whether an id was new. What has no id tells no
 * page from its repetition: beside ids that are all known it is taken for the same again.
 */
function collect<T>(items: Map<string, T>, page: JustCallPage, { read }: JustCallList<T>) {
  const ids = page.items.map((raw) => Identified.safeParse(raw).data?.id ?? null);
  const lastId = ids.findLast((id) => id !== null) ?? null;
  const isNew = ids.some((id) => id !== null && !items.has(id));
  let last: T | null = null;
  for (const [index, raw] of page.items.entries()) {
    const id = ids[index] ?? null;
    last = read(raw);
    if (id !== null || isNew || lastId === null) items.set(id ?? `without id, ${items.size}`, last);
  }
  return { lastId, last, isNew };
}

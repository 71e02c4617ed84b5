import { type Day, type DayRange, parseDay } from "../../../time/day";
import { SourceError } from "../../source-error";
import { customerBook } from "../import/customer-changes";
import { changesOf, customersOf } from "../import/importer";
import type { OrdersStore } from "../orders-store";
import { type FishbowlSession, fishbowlClient, type PullConfig } from "./client";
import { countStatement, PAGE_SIZE, type PulledOrder, pageStatement, pulledOrder } from "./rows";

/** Told issue days, old and new, of orders that have changed, before the change is kept. */
type OnDays = (days: readonly Day[]) => Promise<void>;

/** Fills our own collections from Fishbowl's server. */
export interface Pull {
  /**
   * Brings the orders of the days, and those changed since, up to what Fishbowl has now. Orders that came this way before
   * and are no longer there are forgotten, once all were read and Fishbowl counts as many.
   *
   * @throws {SourceError}
   */
  orders(range: DayRange, onDays: OnDays): Promise<Pulled>;
  /** Logs in, asks how many orders a day has, and logs out. @throws {SourceError} */
  check(day: Day): Promise<void>;
}

/** What a pull asked for, and how many of the rows it cannot read. */
export interface Pulled {
  readonly pages: number;
  readonly requests: number;
  readonly unreadable: number;
}

export function fishbowlPull(config: PullConfig & { readonly store: OrdersStore }): Pull {
  const { store } = config;
  return {
    check: async (one) => {
      await fishbowlClient(config).inSession((session) => countOf({ from: one, to: one }, session));
    },
    orders: async (range, onDays) => {
      const client = fishbowlClient(config);
      const walked = await client.inSession(async (session) => {
        const walking = { session, store, onDays };
        const first = await walk(range, walking);
        return first.counted === first.ids.size ? first : again(first, await walk(range, walking));
      });
      // A row that cannot be read may be any order: then none is taken for gone.
      if (walked.unreadable === 0) await forgetGone(range, { still: walked.ids, store, onDays });
      return { pages: walked.pages, requests: client.requests(), unreadable: walked.unreadable };
    },
  };
}

interface Walked {
  readonly ids: ReadonlySet<number>;
  readonly counted: number;
  readonly pages: number;
  readonly unreadable: number;
}

/** Orders come and go while one reads; twice in a row is no accident. */
function again(first: Walked, second: Walked): Walked {
  if (second.counted === second.ids.size) return { ...second, pages: first.pages + second.pages };
  const message = `Fishbowl counts ${second.counted} orders and lists ${second.ids.size}; their old numbers stand`;
  throw new SourceError("fishbowl", "unexpected-answer", message);
}

interface Walking {
  readonly session: FishbowlSession;
  readonly store: OrdersStore;
  readonly onDays: OnDays;
}

async function walk(range: DayRange, { session, store, onDays }: Walking): Promise<Walked> {
  const ids = new Set<number>();
  const book = customerBook(await customersOf(store));
  let unreadable = 0;
  for (let after = 0, pages = 1; ; pages += 1) {
    const rows = await session.query(pageStatement(range, after));
    const orders = rows.flatMap((row) => pulledOrder(row) ?? []);
    unreadable += rows.length - orders.length;
    for (const { fishbowlId } of orders) ids.add(fishbowlId);
    await keep(orders, { store, book, onDays });
    if (rows.length < PAGE_SIZE)
      return { ids, counted: (await countOf(range, session)) - unreadable, pages, unreadable };
    const last = Math.max(after, ...rows.map(idOf));
    if (last === after)
      throw new SourceError("fishbowl", "unexpected-answer", "Fishbowl answers the same orders again");
    after = last;
  }
}

async function keep(
  pulled: readonly PulledOrder[],
  { store, book, onDays }: Omit<Walking, "session"> & { readonly book: ReturnType<typeof customerBook> },
): Promise<void> {
  const orders = pulled.map(({ order }) => order);
  const customers = book.changes(orders).filter(({ changes }) => changes);
  const ids = new Map(pulled.map(({ order, fishbowlId }) => [order.soNumber, fishbowlId]));
  const changes = await changesOf(orders, { store, book });
  const retyped = customers.filter(({ changesType }) => changesType).map(({ _id }) => _id);
  const days = [
    ...changes.flatMap((change) => (change.kind === "unchanged" ? [] : change.days)),
    ...(retyped.length === 0 ? [] : await store.daysOf(retyped)),
  ];
  await tellDays(days, onDays);
  await store.write([
    ...customers.map((customer) => ({ customer })),
    ...changes.map(({ kind, set }) => ({ order: { kind, set: { ...set, fishbowlId: ids.get(set.soNumber) } } })),
  ]);
}

async function forgetGone(
  range: DayRange,
  { still, store, onDays }: Omit<Walking, "session"> & { readonly still: ReadonlySet<number> },
): Promise<void> {
  const gone = await store.noLongerPulled(range, still);
  if (gone.length === 0) return;
  await tellDays(
    gone.map(({ dateIssued }) => dateIssued),
    onDays,
  );
  await store.forget(gone);
}

/** Documents may have been written by hand: what is no day has no totals. */
async function tellDays(texts: readonly string[], onDays: OnDays): Promise<void> {
  const days = [...new Set(texts)].map(parseDay).filter((one) => one !== null);
  if (days.length > 0) await onDays(days);
}

async function countOf(range: DayRange, session: FishbowlSession): Promise<number> {
  const [row] = await session.query(countStatement(range));
  const orders = typeof row === "object" && row !== null && "orders" in row ? Number(row.orders) : Number.NaN;
  if (Number.isInteger(orders)) return orders;
  throw new SourceError("fishbowl", "unexpected-answer", "Fishbowl did not answer how many orders it has");
}

/** 0 for a row without one, which is behind every other. */
function idOf(row: unknown): number {
  const id = typeof row === "object" && row !== null && "id" in row ? Number(row.id) : 0;
  return Number.isSafeInteger(id) ? id : 0;
}

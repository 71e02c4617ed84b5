import { type Day, type DayRange, parseDay, type ZoneDays } from "../../../time/day";
import { SourceError } from "../../source-error";
import { changesOf, customersOf } from "../import/compare-orders";
import { customerBook } from "../import/customer-changes";
import type { OrdersStore } from "../orders-store";
import { type FishbowlSession, fishbowlClient, type PullConfig } from "./client";
import { lowerKeys, type PulledOrder, type PulledRow, pulledRow } from "./rows";
import { countStatement, PAGE_SIZE, pageStatement } from "./statements";

/** Receives issue days, old and new, of orders that have changed, before the change is saved. */
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

/** What a pull asked for, and how many rows it left out, by reason. */
export interface Pulled {
  readonly pages: number;
  readonly requests: number;
  readonly leftOut: ReadonlyMap<string, number>;
}

export interface PullDeps extends PullConfig {
  readonly store: OrdersStore;
  readonly days: Pick<ZoneDays, "dayOf">;
}

export function fishbowlPull(config: PullDeps): Pull {
  const { store, days } = config;
  return {
    check: async (one) => {
      await fishbowlClient(config).inSession((session) => countOf({ from: one, to: one }, session));
    },
    orders: async (range, onDays) => {
      const client = fishbowlClient(config);
      const read = await client.inSession(async (session) => {
        const deps = { session, store, days, onDays };
        const first = await readPages(range, deps);
        return first.counted === first.ids.size ? first : combined(first, await readPages(range, deps));
      });
      // A row that cannot be read may be any order: then none is taken for deleted.
      if (read.unreadable === 0) await deleteMissing(range, { still: read.ids, store, onDays });
      return { pages: read.pages, requests: client.requests(), leftOut: read.leftOut };
    },
  };
}

interface PagesRead {
  readonly ids: ReadonlySet<number>;
  readonly counted: number;
  readonly pages: number;
  readonly unreadable: number;
  readonly leftOut: ReadonlyMap<string, number>;
}

/** Orders come and go while one reads; twice in a row is no accident. */
function combined(first: PagesRead, second: PagesRead): PagesRead {
  if (second.counted === second.ids.size) return { ...second, pages: first.pages + second.pages };
  const message = `Fishbowl counts ${second.counted} orders and lists ${second.ids.size}; their old numbers stand`;
  throw new SourceError("fishbowl", "unexpected-answer", message);
}

interface PageDeps {
  readonly session: FishbowlSession;
  readonly store: OrdersStore;
  readonly days: Pick<ZoneDays, "dayOf">;
  readonly onDays: OnDays;
}

async function readPages(range: DayRange, { session, store, days, onDays }: PageDeps): Promise<PagesRead> {
  const ids = new Set<number>();
  const leftOut = new Map<string, number>();
  const book = customerBook(await customersOf(store));
  let [unreadable, all] = [0, 0];
  for (let after = 0, pages = 1; ; pages += 1) {
    const rows = await session.query(pageStatement(range, after));
    const read = rows.map((row) => pulledRow(row, days));
    all += rows.length;
    unreadable += read.filter(({ kind }) => kind === "unreadable").length;
    for (const row of read) note(row, { ids, leftOut });
    await save(
      read.filter((row) => row.kind === "order"),
      { store, book, onDays },
    );
    if (rows.length < PAGE_SIZE) {
      assertReadable(unreadable, { all, leftOut });
      return { ids, counted: (await countOf(range, session)) - unreadable, pages, unreadable, leftOut };
    }
    const last = Math.max(after, ...rows.map(idOf));
    if (last === after)
      throw new SourceError("fishbowl", "unexpected-answer", "Fishbowl answers the same orders again");
    after = last;
  }
}

/** An order that is not taken over is there all the same. */
function note(row: PulledRow, { ids, leftOut }: { ids: Set<number>; leftOut: Map<string, number> }): void {
  if (row.kind !== "unreadable") ids.add(row.fishbowlId);
  if (row.kind !== "order") leftOut.set(row.why, (leftOut.get(row.why) ?? 0) + 1);
}

/** Refuses a list most of which cannot be read: Fishbowl then answers in a form we do not know. */
function assertReadable(
  unreadable: number,
  { all, leftOut }: { readonly all: number; readonly leftOut: ReadonlyMap<string, number> },
): void {
  if (unreadable * 2 <= all) return;
  const reasons = [...leftOut].map(([why, count]) => `${count}: ${why}`).join("; ");
  const message = `${unreadable} of the ${all} orders that Fishbowl answered cannot be read (${reasons}); their old numbers stand`;
  throw new SourceError("fishbowl", "unexpected-answer", message);
}

async function save(
  pulled: readonly PulledOrder[],
  { store, book, onDays }: Pick<PageDeps, "store" | "onDays"> & { readonly book: ReturnType<typeof customerBook> },
): Promise<void> {
  const orders = pulled.map(({ order }) => order);
  const customers = book.changes(orders).filter(({ changes }) => changes);
  const changes = await changesOf(orders, { store, book });
  const retyped = customers.filter(({ changesType }) => changesType).map(({ _id }) => _id);
  const days = [
    ...changes.flatMap((change) => (change.kind === "unchanged" ? [] : change.days)),
    ...(retyped.length === 0 ? [] : await store.daysOf(retyped)),
  ];
  await reportDays(days, onDays);
  await store.write([
    ...customers.map((customer) => ({ customer })),
    ...changes.map(({ kind, set }, index) => ({
      order: { kind, set: { ...set, fishbowlId: pulled[index]?.fishbowlId } },
    })),
  ]);
}

async function deleteMissing(
  range: DayRange,
  { still, store, onDays }: Pick<PageDeps, "store" | "onDays"> & { readonly still: ReadonlySet<number> },
): Promise<void> {
  const missing = await store.missingFromPull(range, still);
  if (missing.length === 0) return;
  await reportDays(
    missing.map(({ dateIssued }) => dateIssued),
    onDays,
  );
  await store.delete(missing);
}

/** Documents may have been written by hand: what is no day has no totals. */
async function reportDays(texts: readonly string[], onDays: OnDays): Promise<void> {
  const days = [...new Set(texts)].map(parseDay).filter((one) => one !== null);
  if (days.length > 0) await onDays(days);
}

async function countOf(range: DayRange, session: FishbowlSession): Promise<number> {
  const [answered] = await session.query(countStatement(range));
  const row = lowerKeys(answered);
  const orders = typeof row === "object" && row !== null && "orders" in row ? Number(row.orders) : Number.NaN;
  if (Number.isInteger(orders)) return orders;
  throw new SourceError("fishbowl", "unexpected-answer", "Fishbowl did not answer how many orders it has");
}

/** 0 for a row without one, which is behind every other. */
function idOf(answered: unknown): number {
  const row = lowerKeys(answered);
  const id = typeof row === "object" && row !== null && "id" in row ? Number(row.id) : 0;
  return Number.isSafeInteger(id) ? id : 0;
}

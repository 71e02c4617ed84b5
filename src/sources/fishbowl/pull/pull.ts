import type { Day, DayRange, ZoneDays } from "../../../time/day";
import { SourceError } from "../../source-error";
import type { OrdersStore } from "../orders-store";
import { type FishbowlSession, fishbowlClient, type PullConfig } from "./client";
import { lowerKeys, type PulledRow, pulledRow } from "./rows";
import { notifyDays, type SaveOrdersDeps, saveOrders } from "./save-orders";
import { countStatement, idsStatement, ORDERS_PER_PAGE, pageStatement } from "./statements";

/** Fills our own collections from Fishbowl's server. */
export interface Pull {
  /**
   * Brings the orders of the days, and those changed since, up to what Fishbowl has now: whatever is listed is kept. An
   * order that came this way before and is not listed is asked for by its id, and forgotten when it is not there.
   *
   * @throws {SourceError}
   */
  orders(range: DayRange, onDays: SaveOrdersDeps["onDays"]): Promise<Pulled>;
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
    check: (one) => checkPull(config, one),
    orders: async (range, onDays) => {
      const client = fishbowlClient(config);
      const read = await client.inSession(async (session) => {
        const deps = { session, store, days, onDays };
        const listed = await readPages(range, deps);
        const asked = await deleteMissing(await store.missingFromPull(range, listed.ids), deps);
        return { ...listed, pages: listed.pages + asked };
      });
      return { pages: read.pages, requests: client.requests(), leftOut: read.leftOut };
    },
  };
}

/** Logs in, asks how many orders a day has, and logs out. @throws {SourceError} */
export async function checkPull(config: PullConfig, one: Day): Promise<void> {
  await fishbowlClient(config).inSession((session) => countOf({ from: one, to: one }, session));
}

interface PageDeps extends SaveOrdersDeps {
  readonly session: FishbowlSession;
  readonly days: Pick<ZoneDays, "dayOf">;
}

interface PagesRead {
  /** Every order that was listed, those that are not taken over among them. */
  readonly ids: ReadonlySet<number>;
  readonly pages: number;
  readonly leftOut: ReadonlyMap<string, number>;
}

/** Lists the range to its end and keeps what is listed, whatever comes, goes or moves meanwhile. */
async function readPages(range: DayRange, deps: PageDeps): Promise<PagesRead> {
  const { session, days } = deps;
  const ids = new Set<number>();
  const leftOut = new Map<string, number>();
  let [unreadable, all] = [0, 0];
  for (let after = 0, pages = 1; ; pages += 1) {
    const answered = await session.query(pageStatement(range, after));
    const rows = answered.map((row) => pulledRow(row, days));
    all += rows.length;
    unreadable += rows.filter(({ kind }) => kind === "unreadable").length;
    for (const id of answered.map(idOf)) if (id > 0) ids.add(id);
    tally(rows, leftOut);
    await saveOrders(ordersOf(rows), deps);
    if (rows.length < ORDERS_PER_PAGE) {
      assertReadable(unreadable, { all, leftOut });
      return { ids, pages, leftOut };
    }
    const last = Math.max(after, ...answered.map(idOf));
    if (last === after)
      throw new SourceError("fishbowl", "unexpected-answer", "Fishbowl answers the same orders again");
    after = last;
  }
}

type PulledBefore = Awaited<ReturnType<OrdersStore["missingFromPull"]>>[number];

/**
 * Asks for orders that were not listed by their ids: those that are there have moved and are saved as they are now, the
 * others are forgotten.
 *
 * @returns how many requests that took.
 */
async function deleteMissing(unlisted: readonly PulledBefore[], deps: PageDeps): Promise<number> {
  const { session, store, days, onDays } = deps;
  const deleted: PulledBefore[] = [];
  for (let first = 0; first < unlisted.length; first += ORDERS_PER_PAGE) {
    const batch = unlisted.slice(first, first + ORDERS_PER_PAGE);
    const answered = await session.query(idsStatement(batch.map(({ fishbowlId }) => fishbowlId)));
    const ids = new Set(answered.map(idOf));
    await saveOrders(ordersOf(answered.map((row) => pulledRow(row, days))), deps);
    // A row without an id may be any of them.
    if (!ids.has(0)) deleted.push(...batch.filter(({ fishbowlId }) => !ids.has(fishbowlId)));
  }
  if (deleted.length > 0) {
    await notifyDays(
      deleted.map(({ dateIssued }) => dateIssued),
      onDays,
    );
    await store.delete(deleted);
  }
  return Math.ceil(unlisted.length / ORDERS_PER_PAGE);
}

function ordersOf(rows: readonly PulledRow[]) {
  return rows.filter((row) => row.kind === "order");
}

function tally(rows: readonly PulledRow[], leftOut: Map<string, number>): void {
  for (const row of rows) if (row.kind !== "order") leftOut.set(row.why, (leftOut.get(row.why) ?? 0) + 1);
}

/** Refuses a list most of which cannot be read: Fishbowl then answers in a form we do not know. */
function assertReadable(
  unreadable: number,
  { all, leftOut }: { readonly all: number; readonly leftOut: ReadonlyMap<string, number> },
): void {
  if (unreadable * 2 <= all) return;
  const reasons = [...leftOut].map(([why, count]) => `${count}: ${why}`).join("; ");
  const message = `${unreadable} of the ${all} orders that Fishbowl answered cannot be read (${reasons})`;
  throw new SourceError("fishbowl", "unexpected-answer", message);
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

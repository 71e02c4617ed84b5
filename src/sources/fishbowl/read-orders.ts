import { type Fact, idOfRecord, safeId } from "../../metrics/fact";
import { addDays, type DayRange, type InstantRange, type ZoneDays } from "../../time/day";
import { type TooManyRecordsResult, WINDOW_RECORDS, type WindowRead } from "../source";
import { SourceError } from "../source-error";
import { type CustomerTraits, orderSales } from "./mapping";
import type { FishbowlCollections } from "./orders-store";
import { customer, orderNumber, type SalesOrder, salesOrder } from "./schema";

const TOO_MANY = { kind: "too-many", records: null } as const;

/**
 * Reads the orders of a window with their customers' account types.
 *
 * @throws {SourceError} when most of them cannot be read: then they are kept otherwise than we read them.
 */
export async function readOrders(
  window: InstantRange,
  { collections, days }: { readonly collections: FishbowlCollections; readonly days: ZoneDays },
): Promise<WindowRead | TooManyRecordsResult> {
  const range = daysOf(window, days);
  let unreadable = 0;
  const orders: SalesOrder[] = [];
  for await (const document of collections.orders(range)) {
    const read = salesOrder.safeParse(document);
    if (read.success) orders.push(read.data);
    else unreadable += 1;
    // A single day is never cut: an order has no time of day.
    if (orders.length > WINDOW_RECORDS && addDays(range.from, 1) <= range.to) return TOO_MANY;
  }
  assertReadable(unreadable, unreadable + orders.length);
  const customers = await customersOf(orders, collections);
  const facts = orders.flatMap((order): readonly Fact[] => {
    const fact = orderSales(order, { ...(customers.get(order.customerId ?? "") ?? UNKNOWN), days });
    // A window cut inside a day gives the whole day to the part that holds its first instant.
    return fact === null || fact.at < window.since || fact.at >= window.until ? [] : [fact];
  });
  const leftOut = new Map(unreadable === 0 ? [] : [["could not be read", unreadable]]);
  return { kind: "complete", facts, leftOut, overlap: [], unreadable: new Set() };
}

function assertReadable(unreadable: number, all: number): void {
  if (unreadable * 2 <= all) return;
  const message = `${unreadable} of ${all} orders in fishbowl_sales_orders cannot be read (number, total or issue date)`;
  throw new SourceError("fishbowl", "unexpected-answer", message);
}

/** Facts whose order is not there any more. One that is there and cannot be read is not gone: its old number stands. */
export async function deletedOrders(
  unseen: readonly Fact[],
  collections: FishbowlCollections,
): Promise<readonly Fact[]> {
  if (unseen.length === 0) return [];
  const unreadable = new Set<string>();
  for await (const document of collections.ordersNumbered(unseen.map(({ recordId }) => idOfRecord(recordId)))) {
    const number = orderNumber.safeParse(document);
    if (number.success && !salesOrder.safeParse(document).success) unreadable.add(safeId(number.data.soNumber));
  }
  return unseen.filter(({ recordId }) => !unreadable.has(recordId));
}

/** The days that an instant range touches. */
export function daysOf({ since, until }: InstantRange, days: ZoneDays): DayRange {
  return { from: days.dayOf(since), to: days.dayOf(new Date(until.getTime() - 1)) };
}

const UNKNOWN: CustomerTraits = { accountType: null };

async function customersOf(orders: readonly SalesOrder[], collections: FishbowlCollections) {
  const ids = new Set(orders.flatMap(({ customerId }) => customerId ?? []));
  const found = await collections.customers([...ids]);
  return new Map(
    found.flatMap((document): [string, CustomerTraits][] => {
      const { success, data } = customer.safeParse(document);
      return success ? [[data._id, { accountType: data.accountType ?? null, customerName: data.name }]] : [];
    }),
  );
}

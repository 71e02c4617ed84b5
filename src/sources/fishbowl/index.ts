import { addDays, type InstantRange, type ZoneDays } from "../../metrics/day";
import type { Fact } from "../../metrics/fact";
import { type Reading, type Source, WINDOW_RECORDS, type WindowRead } from "../source";
import { SourceError } from "../source-error";
import { orderSales } from "./mapping";
import { customer, type SalesOrder, salesOrder } from "./schema";
import type { FishbowlCollections } from "./store";

export interface FishbowlConfig {
  readonly collections: FishbowlCollections;
  readonly days: ZoneDays;
}

/** Fishbowl's sales orders as they lie in our own collections: no key, no limits, always on. */
export function fishbowlSource({ collections, days }: FishbowlConfig): Source {
  return {
    id: "fishbowl",
    open: async (): Promise<Reading> => {
      const undated = await collections.undated();
      const notices =
        undated === 0
          ? []
          : [`${undated} sales orders have no issue date written YYYY-MM-DD and count on no day; import them again.`];
      return {
        people: null,
        notices,
        read: async (window) => {
          try {
            return await readOrders(window, { collections, days });
          } catch (error) {
            const message = "Fishbowl's orders could not be read from the database; their old numbers stand.";
            throw new SourceError("fishbowl", "unreachable", message, { cause: error });
          }
        },
        gone: async (unseen) => unseen,
        usage: () => ({ pages: 0, requests: 0 }),
      };
    },
  };
}

const TOO_MANY = { kind: "too-many", records: null } as const;

async function readOrders(window: InstantRange, { collections, days }: FishbowlConfig) {
  const range = { from: days.dayOf(window.since), to: days.dayOf(new Date(window.until.getTime() - 1)) };
  const leftOut = new Map<string, number>();
  const orders: SalesOrder[] = [];
  for await (const document of collections.orders(range)) {
    const read = salesOrder.safeParse(document);
    if (read.success) orders.push(read.data);
    else leftOut.set("could not be read", (leftOut.get("could not be read") ?? 0) + 1);
    // A single day is never cut: an order has no time of day.
    if (orders.length > WINDOW_RECORDS && addDays(range.from, 1) <= range.to) return TOO_MANY;
  }
  const types = await accountTypes(orders, collections);
  const facts = orders.flatMap((order): readonly Fact[] => {
    const fact = orderSales(order, { accountType: types.get(order.customerId ?? "") ?? null, days });
    // A window cut inside a day gives the whole day to the part that holds its first instant.
    return fact === null || fact.at < window.since || fact.at >= window.until ? [] : [fact];
  });
  const read: WindowRead = { kind: "whole", facts, leftOut, edge: [] };
  return read;
}

async function accountTypes(orders: readonly SalesOrder[], collections: FishbowlCollections) {
  const ids = new Set(orders.flatMap(({ customerId }) => customerId ?? []));
  const found = await collections.customers([...ids]);
  return new Map(
    found.flatMap((document): [string, string | null][] => {
      const read = customer.safeParse(document);
      return read.success ? [[read.data._id, read.data.accountType ?? null]] : [];
    }),
  );
}

import type { Fact } from "../../metrics/fact";
import { addDays, type DayRange, type InstantRange, type ZoneDays } from "../../time/day";
import { type ReadSession, type Source, type TooManyRecordsResult, WINDOW_RECORDS, type WindowRead } from "../source";
import { SourceError } from "../source-error";
import { orderSales } from "./mapping";
import type { FishbowlCollections } from "./orders-store";
import type { Pull } from "./pull/pull";
import { customer, type SalesOrder, salesOrder } from "./schema";

export interface FishbowlConfig {
  readonly collections: FishbowlCollections;
  readonly days: ZoneDays;
  /** Finishes imports that were left half written, before anything is read. */
  readonly finishImports?: () => Promise<void>;
  /** Set, the collections are filled from Fishbowl's server before they are read. */
  readonly pull?: Pull | undefined;
}

/** Fishbowl's sales orders as they lie in our own collections: no key, no limits, always on. */
export function fishbowlSource({ collections, days, finishImports = async () => {}, pull }: FishbowlConfig): Source {
  return {
    id: "fishbowl",
    ...(pull === undefined && { imported: true }),
    open: async (range, { onDays = async () => {} } = {}): Promise<ReadSession> => {
      await fromDatabase(finishImports);
      const pulled = await pull?.orders(daysOf(range, days), onDays);
      return {
        ...(pulled === undefined ? importAge(await fromDatabase(collections.importedAt)) : {}),
        people: null,
        notices: [],
        read: (window) =>
          fromDatabase(async () => {
            const read = await readOrders(window, { collections, days });
            // They belong to no day, so the first window tells of them.
            if (read.kind !== "complete" || window.since.getTime() !== range.since.getTime()) return read;
            const dated = await withUndated(read, collections);
            return [...(pulled?.leftOut ?? [])].reduce((read, [why, count]) => withReason(read, { why, count }), dated);
          }),
        deleted: async (unseen) => unseen,
        usage: () => ({ pages: pulled?.pages ?? 0, requests: pulled?.requests ?? 0 }),
      };
    },
    ...(pull !== undefined && {
      check: async (now) => {
        await pull.check(days.dayOf(now()));
        return { aheadMs: null, people: null, quotas: [], missing: [] };
      },
    }),
  };
}

/** What is read is as old as the import that left it there; a pull has just filled the collections. */
function importAge(importedAt: Date | null): Pick<ReadSession, "asOf" | "configFingerprint" | "notes"> {
  if (importedAt === null) return { notes: [AS_THEY_STAND] };
  return { asOf: importedAt, configFingerprint: importedAt.toISOString() };
}

const AS_THEY_STAND =
  "No import is noted, so these are the collections as they stand; how old their orders are is not known.";

async function fromDatabase<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const message = "Fishbowl's orders could not be read from the database; their old numbers stand.";
    throw new SourceError("fishbowl", "unreachable", message, { cause: error });
  }
}

async function withUndated(read: WindowRead, collections: FishbowlCollections): Promise<WindowRead> {
  return withReason(read, { why: "order has no issue date", count: await collections.undated() });
}

function withReason(read: WindowRead, { why, count }: { why: string; count: number }): WindowRead {
  if (count === 0) return read;
  return { ...read, leftOut: new Map([...read.leftOut, [why, (read.leftOut.get(why) ?? 0) + count]]) };
}

const TOO_MANY = { kind: "too-many", records: null } as const;

async function readOrders(
  window: InstantRange,
  { collections, days }: FishbowlConfig,
): Promise<WindowRead | TooManyRecordsResult> {
  const range = daysOf(window, days);
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
  return { kind: "complete", facts, leftOut, overlap: [] };
}

function daysOf({ since, until }: InstantRange, days: ZoneDays): DayRange {
  return { from: days.dayOf(since), to: days.dayOf(new Date(until.getTime() - 1)) };
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

import type { DayRange, ZoneDays } from "../../time/day";
import type { ReadSession, Source, WindowRead } from "../source";
import { SourceError } from "../source-error";
import type { FishbowlCollections } from "./orders-store";
import type { Pull } from "./pull/pull";
import { daysOf, deletedOrders, readOrders } from "./read-orders";

export interface FishbowlConfig {
  readonly collections: FishbowlCollections;
  readonly days: ZoneDays;
  /** Finishes imports that were left half written, before anything is read. */
  readonly finishImports?: () => Promise<void>;
  /** The days of each import that no sync has read since, `null` of one that touched none; absent where that is not known. */
  readonly unreadImports?: () => Promise<readonly (DayRange | null)[]>;
  /** How many orders were taken out by undoing imports whose days no sync has read since; `null` where none was undone. */
  readonly takenOut?: () => Promise<number | null>;
  /** Set, the collections are filled from Fishbowl's server before they are read. */
  readonly pull?: Pull | undefined;
}

/** Fishbowl's sales orders as they lie in our own collections: no key, no limits, always on. */
export function fishbowlSource({
  collections,
  days,
  finishImports = async () => {},
  unreadImports,
  takenOut = async () => null,
  pull,
}: FishbowlConfig): Source {
  return {
    id: "fishbowl",
    ...(pull === undefined && { imported: true }),
    open: async (range, { onDays = async () => {} } = {}): Promise<ReadSession> => {
      await fromDatabase(finishImports);
      const pulled = await pull?.orders(daysOf(range, days), onDays);
      // In this order: an import that comes in between is unread, and not yet the last.
      const imported = pulled === undefined ? importAge(await fromDatabase(collections.importedAt)) : {};
      const isAsked = pulled === undefined && unreadImports !== undefined;
      const unread = isAsked ? await fromDatabase(unreadImports) : null;
      const undone = await fromDatabase(takenOut);
      return {
        gapless:
          imported.asOf !== undefined &&
          unread?.every((one) => one === null || isWithin(one, daysOf(range, days))) === true,
        ...imported,
        ...(undone !== null && { takenOut: undone, ...(imported.asOf !== undefined && { setBack: true as const }) }),
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
        missing: (unlisted) => fromDatabase(() => deletedOrders(unlisted, collections)),
        // The collections are our own, and were asked just now.
        verify: async (missing) => ({ gone: missing, found: [], unanswered: [] }),
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

function isWithin(inner: DayRange, outer: DayRange): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

const AS_THEY_STAND = "No import yet, so we can't tell how recent these orders are.";

async function fromDatabase<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const message = "Fishbowl's orders could not be read from the database.";
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

import type { Collection, Db } from "mongodb";

/** How many documents each call to write sends. */
const SENT: Readonly<Record<string, (first: unknown) => number>> = {
  bulkWrite: lengthOf,
  insertMany: lengthOf,
  insertOne: () => 1,
  updateOne: () => 1,
  updateMany: () => 1,
  replaceOne: () => 1,
  deleteOne: () => 1,
  deleteMany: () => 1,
  findOneAndUpdate: () => 1,
  findOneAndDelete: () => 1,
};

/** A database whose writes are counted. */
export interface CountedWrites {
  readonly db: Db;
  /** The documents sent to be written since the last call, by collection. */
  take(): Readonly<Record<string, number>>;
}

/**
 * Counts what is handed to the driver. A client that monitors its commands would tell as much, but then reads each answer twice,
 * once for the event: that is half of what a sync without changes costs.
 */
export function countedWrites(db: Db): CountedWrites {
  const counts = new Map<string, number>();
  const counted = (collection: Collection) =>
    new Proxy(collection, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        const sent = typeof name === "string" && Object.hasOwn(SENT, name) ? SENT[name] : undefined;
        if (typeof member !== "function") return member;
        return (...args: unknown[]): unknown => {
          const of = target.collectionName;
          if (sent !== undefined) counts.set(of, (counts.get(of) ?? 0) + sent(args[0]));
          return Reflect.apply(member, target, args);
        };
      },
    });
  return {
    db: new Proxy(db, {
      get(target, name) {
        if (name === "collection") return (of: string) => counted(target.collection(of));
        const member: unknown = Reflect.get(target, name, target);
        return typeof member === "function"
          ? (...args: unknown[]): unknown => Reflect.apply(member, target, args)
          : member;
      },
    }),
    take() {
      const taken = Object.fromEntries([...counts].sort());
      counts.clear();
      return taken;
    },
  };
}

function lengthOf(first: unknown): number {
  return Array.isArray(first) ? first.length : 1;
}

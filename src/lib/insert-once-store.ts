import { type AnyBulkWriteOperation, type Collection, type Document, MongoBulkWriteError } from "mongodb";
import { valueOfResult } from "./concurrency";
import { inGroups } from "./in-groups";

/** So many are the most that one write keeps. */
const MOST_AT_ONCE = 100;

/**
 * Makes what keeps items in a collection and tells of each whether it was not there before. Those of one moment are kept by one
 * write; each is answered once it is kept, and one that the database refuses fails alone.
 *
 * @param upsert the write of one item: an update of one document by its `_id`, which is made where it is not there.
 */
export function insertOnce<T, D extends Document>(
  collection: Collection<D>,
  upsert: (item: T) => AnyBulkWriteOperation<D>,
): (item: T) => Promise<boolean> {
  const keep = inGroups({
    most: MOST_AT_ONCE,
    work: async (items: readonly T[]) => {
      const { upserted, refused } = await written(collection, items.map(upsert));
      return items.map((_, at): PromiseSettledResult<boolean> => {
        const reason = refused.get(at);
        return reason === undefined ? { status: "fulfilled", value: at in upserted } : { status: "rejected", reason };
      });
    },
  });
  return async (item) => valueOfResult(await keep(item));
}

interface Written {
  /** By the place of each that was not there before. */
  readonly upserted: Readonly<Record<number, unknown>>;
  readonly refused: ReadonlyMap<number, unknown>;
}

async function written<D extends Document>(
  collection: Collection<D>,
  writes: readonly AnyBulkWriteOperation<D>[],
): Promise<Written> {
  try {
    const { upsertedIds } = await collection.bulkWrite(writes, { ordered: false });
    return { upserted: upsertedIds, refused: new Map() };
  } catch (error) {
    // What a majority has not confirmed may be lost, so none of it is kept.
    if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError() !== undefined) throw error;
    return {
      upserted: error.result.upsertedIds,
      refused: new Map([error.writeErrors].flat().map(({ index, errmsg }) => [index, new Error(errmsg)])),
    };
  }
}

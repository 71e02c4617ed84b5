import { SourceError } from "./source-error";

/** How many of many records are requested one by one at most. */
const MOST_ONE_BY_ONE = 30;

/** A list of the records' days is the better way: too many have to be asked for one by one. */
export class TooManyRecords extends Error {
  override readonly name = "TooManyRecords";
}

/** Up to so many records are requested one by one. */
const FEW = 3;

export interface ReadById<T> {
  /** One request for many: by id, or for the newest. It may bring others, and leave some out. */
  readonly many: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>;
  /** One request for one; `null` when there is none of that id. */
  readonly one: (id: string) => Promise<T | null>;
}

/**
 * Reads records by id, `null` for those that are deleted: a few one by one, of many only those that one request for all
 * did not bring. A record with an unexpected answer is left out, so that it does not hold the others back.
 *
 * @throws {SourceError}
 * @throws {TooManyRecords} when more than 30 would be left for that.
 */
export async function readById<T>(
  ids: readonly string[],
  { many, one }: ReadById<T>,
): Promise<ReadonlyMap<string, T | null>> {
  const wanted = [...new Set(ids)];
  const brought = wanted.length > FEW ? await many(wanted) : new Map<string, T>();
  const missing = wanted.filter((id) => !brought.has(id)).length;
  if (missing > MOST_ONE_BY_ONE) throw new TooManyRecords(`${missing} records would be asked for one by one`);
  const looked = wanted.map(async (id): Promise<readonly [string, T | null][]> => {
    const record = brought.get(id);
    if (record !== undefined) return [[id, record]];
    try {
      return [[id, await one(id)]];
    } catch (error) {
      if (error instanceof SourceError && error.fault === "unexpected-answer") return [];
      throw error;
    }
  });
  return new Map((await Promise.all(looked)).flat());
}

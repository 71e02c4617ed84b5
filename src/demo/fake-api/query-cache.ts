/** More than enough for all the walks that run side by side. */
const MAX_CACHED_QUERIES = 64;

/** Which records a list holds, and in which order. */
export interface RecordQuery<T> {
  /** By what records are ordered, both included. */
  readonly from: number;
  readonly to: number;
  readonly passes: (record: T) => boolean;
  /** The set's own unless given. */
  readonly order?: (a: T, b: T) => number;
}

interface CachedQuery<T> {
  readonly query: RecordQuery<T>;
  readonly found: readonly T[];
}

/** Remembers what queries found until a record that belongs to it comes, changes or goes. */
export class QueryCache<T> {
  readonly #at: (record: T) => number;
  readonly #queries = new Map<string, CachedQuery<T>>();

  /** `at` is what the records are ordered by. */
  constructor(at: (record: T) => number) {
    this.#at = at;
  }

  /** Returns what the query found before, or finds it among the records of its range. */
  find(key: string, { query, inRange }: { query: RecordQuery<T>; inRange: () => readonly T[] }): readonly T[] {
    const known = this.#queries.get(key);
    if (known !== undefined) return known.found;
    if (this.#queries.size >= MAX_CACHED_QUERIES) this.#queries.clear();
    const found = inRange().filter(query.passes);
    if (query.order !== undefined) found.sort(query.order);
    this.#queries.set(key, { query, found });
    return found;
  }

  /** Forgets what every query found that this record belongs to. */
  forget(record: T): void {
    const at = this.#at(record);
    for (const [key, { query }] of this.#queries) {
      if (at >= query.from && at <= query.to && query.passes(record)) this.#queries.delete(key);
    }
  }

  clear(): void {
    this.#queries.clear();
  }
}

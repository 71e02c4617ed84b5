import { QueryCache, type RecordQuery } from "./query-cache";

/** How records of an account changed. */
export type RecordChange = "new" | "update" | "delete";

/**
 * A fake API's records by id, listed in order. Sorting and filtering happen once per query and change of what it finds, not
 * once per page, so that walks over 100,000 records stay fast while others arrive.
 */
export class RecordSet<T extends { readonly id: number }> {
  readonly #at: (record: T) => number;
  readonly #records = new Map<number, T>();
  readonly #removed = new Set<number>();
  #highestId = 0;
  readonly #queries: QueryCache<T>;
  readonly #listeners: ((change: RecordChange, records: readonly T[]) => void)[] = [];
  #sorted: T[] | null = null;

  /** `at` is what the records are ordered by; ties go by id. */
  constructor(at: (record: T) => number, records: Iterable<T> = []) {
    this.#at = at;
    this.#queries = new QueryCache(at);
    this.addAll(records);
  }

  get size(): number {
    return this.#records.size;
  }

  /** An id above all that were ever used. */
  get unusedId(): number {
    return this.#highestId + 1;
  }

  get(id: number): T | undefined {
    return this.#records.get(id);
  }

  /** Calls back for each record that is added, changed or removed, except in bulk. */
  onChange(listener: (change: RecordChange, records: readonly T[]) => void): void {
    this.#listeners.push(listener);
  }

  /** Adds records, or replaces those with the same id. */
  add(...records: readonly T[]): void {
    const known = new Set(records.filter(({ id }) => this.#records.has(id)));
    this.addAll(records);
    this.#notify(
      "new",
      records.filter((record) => !known.has(record)),
    );
    this.#notify("update", [...known]);
  }

  /** Adds records in bulk, as an account starts, without notifying listeners. */
  addAll(records: Iterable<T>): void {
    for (const record of records) {
      this.#place(record);
      this.#removed.delete(record.id);
    }
  }

  /** @throws {RangeError} when there is no such record. */
  change(id: number, patch: Partial<Omit<T, "id">>): void {
    const record = this.#records.get(id);
    if (record === undefined) throw new RangeError(`There is no record ${id} to change`);
    const changed = { ...record, ...patch };
    this.#place(changed);
    this.#notify("update", [changed]);
  }

  /** Replaces all records with these, and forgets which were removed. */
  restore(records: Iterable<T> = []): void {
    this.#records.clear();
    this.#removed.clear();
    this.#queries.clear();
    this.#sorted = null;
    this.addAll(records);
  }

  /** Whether there was one to remove. */
  remove(id: number): boolean {
    const record = this.#records.get(id);
    if (record === undefined) return false;
    this.#displace(record);
    this.#records.delete(id);
    this.#removed.add(id);
    this.#notify("delete", [record]);
    return true;
  }

  wasRemoved(id: number): boolean {
    return this.#removed.has(id);
  }

  /** All, oldest first. */
  all(): readonly T[] {
    return [...this.#ordered()];
  }

  /** The records between two times, both included, oldest first. */
  between(from: number, to: number): T[] {
    const all = this.#ordered();
    return all.slice(
      firstIndex(all, (record) => this.#at(record) >= from),
      firstIndex(all, (record) => this.#at(record) > to),
    );
  }

  /** The records that the query finds, cached under `key` until one of them changes or another joins them. */
  query(key: string, query: RecordQuery<T>): readonly T[] {
    return this.#queries.find(key, { query, inRange: () => this.between(query.from, query.to) });
  }

  #notify(change: RecordChange, records: readonly T[]): void {
    if (records.length > 0) for (const listener of this.#listeners) listener(change, records);
  }

  #ordered(): T[] {
    this.#sorted ??= [...this.#records.values()].sort((a, b) => this.#compare(a, b));
    return this.#sorted;
  }

  #compare(a: T, b: T): number {
    return this.#at(a) - this.#at(b) || a.id - b.id;
  }

  /** Puts the record where it belongs, in the place of the one with its id. */
  #place(record: T): void {
    const before = this.#records.get(record.id);
    if (before !== undefined) this.#displace(before);
    this.#records.set(record.id, record);
    this.#highestId = Math.max(this.#highestId, record.id);
    this.#queries.forget(record);
    const sorted = this.#sorted;
    sorted?.splice(
      firstIndex(sorted, (other) => this.#compare(other, record) > 0),
      0,
      record,
    );
  }

  #displace(record: T): void {
    this.#queries.forget(record);
    const sorted = this.#sorted;
    sorted?.splice(
      firstIndex(sorted, (other) => this.#compare(other, record) >= 0),
      1,
    );
  }
}

/** The index of the first record that passes, in a list where all behind it pass too; its length when none does. */
export function firstIndex<T>(list: readonly T[], passes: (record: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const record = list[middle];
    if (record !== undefined && passes(record)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** More than enough for all the walks that run side by side. */
const MAX_CACHED_QUERIES = 64;

/** How records of an account changed. */
export type RecordChange = "new" | "update" | "delete";

/**
 * A fake API's records by id, listed in order. Sorting and filtering happen once per change and query, not once per
 * page, so that walks over 100,000 records stay fast.
 */
export class RecordSet<T extends { readonly id: number }> {
  readonly #at: (record: T) => number;
  readonly #records = new Map<number, T>();
  readonly #removed = new Set<number>();
  readonly #queries = new Map<string, readonly T[]>();
  readonly #listeners: ((change: RecordChange, records: readonly T[]) => void)[] = [];
  #sorted: readonly T[] | null = null;

  /** `at` is what the records are ordered by; ties go by id. */
  constructor(at: (record: T) => number, records: Iterable<T> = []) {
    this.#at = at;
    this.addAll(records);
  }

  get size(): number {
    return this.#records.size;
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
      this.#records.set(record.id, record);
      this.#removed.delete(record.id);
    }
    this.#changed();
  }

  /** @throws {RangeError} when there is no such record. */
  change(id: number, patch: Partial<Omit<T, "id">>): void {
    const record = this.#records.get(id);
    if (record === undefined) throw new RangeError(`There is no record ${id} to change`);
    const changed = { ...record, ...patch };
    this.#records.set(id, changed);
    this.#changed();
    this.#notify("update", [changed]);
  }

  /** Replaces all records with these, and forgets which were removed. */
  restore(records: Iterable<T> = []): void {
    this.#records.clear();
    this.#removed.clear();
    this.addAll(records);
  }

  /** Whether there was one to remove. */
  remove(id: number): boolean {
    const record = this.#records.get(id);
    const existed = this.#records.delete(id);
    if (existed) this.#removed.add(id);
    this.#changed();
    if (record !== undefined) this.#notify("delete", [record]);
    return existed;
  }

  wasRemoved(id: number): boolean {
    return this.#removed.has(id);
  }

  /** All, oldest first. */
  all(): readonly T[] {
    this.#sorted ??= [...this.#records.values()].sort((a, b) => this.#at(a) - this.#at(b) || a.id - b.id);
    return this.#sorted;
  }

  /** The records between two times, both included, oldest first. */
  between(from: number, to: number): readonly T[] {
    const all = this.all();
    return all.slice(
      firstIndex(all, (record) => this.#at(record) >= from),
      firstIndex(all, (record) => this.#at(record) > to),
    );
  }

  /** The result of `find`, cached under `key` until a record changes. */
  query(key: string, find: () => readonly T[]): readonly T[] {
    const known = this.#queries.get(key);
    if (known !== undefined) return known;
    if (this.#queries.size >= MAX_CACHED_QUERIES) this.#queries.clear();
    const found = find();
    this.#queries.set(key, found);
    return found;
  }

  #notify(change: RecordChange, records: readonly T[]): void {
    if (records.length > 0) for (const listener of this.#listeners) listener(change, records);
  }

  #changed(): void {
    this.#sorted = null;
    this.#queries.clear();
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

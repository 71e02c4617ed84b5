import type { Day, ZoneDays } from "../time/day";
import { type MetricType, metricValue } from "./metrics";
import type { SourceId } from "./sources";

/** The sum of the counting facts of one owner, metric, day and source. */
export interface OwnerCell {
  readonly source: SourceId;
  readonly type: MetricType;
  readonly day: Day;
  readonly owner: string;
  /** Count, seconds or cents. */
  readonly amount: number;
  readonly records: number;
}

/** One document of `metrics`: one person's total of one metric, day and source. */
export interface Cell {
  /** `{userId}_{type}_{YYYY-MM-DD}_{source}`. */
  readonly _id: string;
  readonly userId: string;
  readonly type: MetricType;
  /** In the metric's unit, at most two decimals. */
  readonly value: number;
  /** The day's first instant in the team's zone. */
  readonly date: Date;
  readonly day: Day;
  readonly source: SourceId;
  readonly metadata: { readonly records: number; readonly asOf: number };
}

/** A cell's new total, and whether the document is new or fell to 0. */
export interface CellChange {
  readonly cell: Omit<Cell, "metadata"> & { readonly records: number };
  readonly change: "created" | "updated" | "removed";
}

export interface CellChanges {
  readonly changes: readonly CellChange[];
  /** Cells that stay as they are, by source. */
  readonly unchanged: ReadonlyMap<SourceId, number>;
}

interface Sum {
  readonly userId: string;
  readonly source: SourceId;
  readonly type: MetricType;
  readonly day: Day;
  amount: number;
  records: number;
}

/**
 * Computes daily totals from the sums of owners, and compares them with the stored documents. Totals are absolute, so
 * that doing it twice changes nothing. A cell without records has no document; one that lost its records stays, as 0.
 *
 * @param standing all documents of the days that `sums` covers.
 */
export function rollup(
  sums: readonly OwnerCell[],
  {
    standing,
    userOf,
    days,
  }: {
    readonly standing: readonly Cell[];
    readonly userOf: (source: SourceId, owner: string) => string | null;
    readonly days: ZoneDays;
  },
): CellChanges {
  const totals = byCell(sums, userOf);
  const before = new Map(standing.map((cell) => [cell._id, cell]));
  const changes: CellChange[] = [];
  const unchanged = new Map<SourceId, number>();
  for (const _id of new Set([...totals.keys(), ...before.keys()])) {
    const old = before.get(_id);
    const cell = newCell(_id, { total: totals.get(_id), old, days });
    if (cell === null) continue;
    if (old !== undefined && same(old, cell)) unchanged.set(old.source, (unchanged.get(old.source) ?? 0) + 1);
    else changes.push({ cell, change: changeOf(old, cell.value) });
  }
  return { changes, unchanged };
}

/** Makes the new cell; `null` for one that never was above zero. */
function newCell(
  _id: string,
  { total, old, days }: { total: Sum | undefined; old: Cell | undefined; days: ZoneDays },
): CellChange["cell"] | null {
  const key = total ?? old;
  if (key === undefined) return null;
  const { userId, type, day, source } = key;
  const value = total === undefined ? 0 : metricValue(type, total.amount);
  if (old === undefined && value === 0) return null;
  return { _id, userId, type, value, date: days.startOf(day), day, source, records: total?.records ?? 0 };
}

function same(old: Cell, { value, records, date }: CellChange["cell"]): boolean {
  return old.value === value && old.metadata.records === records && old.date.getTime() === date.getTime();
}

function changeOf(old: Cell | undefined, value: number): CellChange["change"] {
  if (old === undefined) return "created";
  return value === 0 && old.value !== 0 ? "removed" : "updated";
}

function byCell(
  sums: readonly OwnerCell[],
  userOf: (source: SourceId, owner: string) => string | null,
): ReadonlyMap<string, Sum> {
  const totals = new Map<string, Sum>();
  for (const { source, type, day, owner, amount, records } of sums) {
    const userId = userOf(source, owner);
    if (userId === null) continue;
    const id = cellId({ userId, type, day, source });
    const total = totals.get(id);
    if (total === undefined) totals.set(id, { userId, source, type, day, amount, records });
    else {
      total.amount += amount;
      total.records += records;
    }
  }
  return totals;
}

/** `{userId}_{type}_{YYYY-MM-DD}_{source}`: unambiguous, since a Slack id holds no underscore. */
export function cellId({ userId, type, day, source }: Pick<Cell, "userId" | "type" | "day" | "source">): string {
  return `${userId}_${type}_${day}_${source}`;
}

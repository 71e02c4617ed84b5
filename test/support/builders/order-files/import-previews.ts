import type { ImportPreview } from "../../../../src/sources/order-importer";
import { day } from "../../../../src/time/day";

export type RepChanges = ImportPreview["reps"];

/** What a rep's figures become: dollars before, and what is added. */
export function repChange(
  name: string,
  ...metrics: readonly (readonly [type: "wholesale" | "distribution", from: number, change: number])[]
): RepChanges[number] {
  return {
    name,
    matched: true,
    metrics: metrics.map(([type, from, change]) => {
      return { type: `new_sales_${type}` as const, from, to: Math.round((from + change) * 100) / 100, change };
    }),
  };
}

type TypeChange = ImportPreview["accountTypes"]["changes"][number];

/** A customer's first account type, which credits nobody: of $32,817.04 that waited, $17.04 still waits, for a match. */
export function typeChange(more: Partial<TypeChange> = {}): TypeChange {
  const uncredited = [
    { why: "customer has no account type", from: 32_817.04, to: 0 },
    { why: "its salesman is mapped to nobody", from: 0, to: 17.04 },
    { why: "order has an unknown status", from: 0, to: 32_800 },
  ];
  return { customer: "Jones", from: null, to: "Gallery", reps: [], uncredited, ...more };
}

/** A preview of six orders, $250.50 more than before, all of it credited to whoever `reps` names. */
export function anImportPreview(more: Partial<ImportPreview> = {}): ImportPreview {
  return {
    name: "orders.csv",
    format: "per-line report",
    rows: 50_000,
    orders: { new: 2, changed: 1, unchanged: 3 },
    customers: { new: 0, changed: 0 },
    totals: { new: 200, changedFrom: 100.5, changedTo: 50, unchanged: 300 },
    refused: { count: 0, rows: [], kinds: [] },
    sample: [{ order: "SO-1", changes: [{ field: "total", from: "100.50", to: "50.00" }] }],
    reps: [],
    credit: {
      orders: 6,
      total: { from: 400.5, to: 550 },
      credited: { from: 400.5, to: 550 },
      uncredited: [],
    },
    accountTypes: { count: 0, changes: [] },
    ahead: null,
    days: { from: day("2026-10-01"), to: day("2026-10-28") },
    notices: [],
    ...more,
  };
}

import type { RefusedKind } from "../../../order-importer";

/** How many kinds are told apart; rows of further ones are only counted by whoever counts all. */
const MAX_KINDS = 100;
/** How many rows of a kind are named. */
const MAX_ROWS = 10;
/** What a reason quotes out of the file; a column that it begins with is no such text. */
const QUOTED = /(?<=[\s(])".*?"(?=[\s,.;:)]|$)/g;

/** Counts refused rows by what is wrong with them, whatever their cells say. */
export class RefusedKinds {
  private readonly kinds = new Map<string, { readonly reason: string; count: number; rows: number[] }>();

  add(row: number, reason: string): void {
    const key = reason.replace(QUOTED, '""').replace(/\d+/g, "0");
    const known = this.kinds.get(key);
    if (known === undefined && this.kinds.size >= MAX_KINDS) return;
    const kind = known ?? { reason, count: 0, rows: [] };
    kind.count += 1;
    if (kind.rows.length < MAX_ROWS) kind.rows.push(row);
    this.kinds.set(key, kind);
  }

  /** All kinds, the most rows first. */
  all(): readonly RefusedKind[] {
    return [...this.kinds.values()].sort((a, b) => b.count - a.count || (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
  }
}

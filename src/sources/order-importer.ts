import type { Day, DayRange } from "../time/day";
import type { DollarChange, ImportCredit, RepChange } from "./import-credit";
import type { UndoOutcome } from "./import-undo";

/** A file may have at most so many bytes: 50,000 rows of a wide report are about 12 MB. */
export const MAX_BYTES = 20 * 1024 * 1024;

/** A file of orders, read once, from its beginning to its end. */
export interface OrderFile {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** A row that cannot be imported; rows are counted as a spreadsheet does, the first header being row 1. */
export interface ImportRefusal {
  readonly row: number;
  /** A sentence; it may hold text out of the file. */
  readonly reason: string;
}

/** One field of an order before and after; days as `YYYY-MM-DD`, money as dollars with two decimals, `null` for none. */
export interface FieldChange {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** A customer whose account type changes, with what that alone does to the figures of whom. */
export interface AccountTypeChange {
  readonly customer: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly reps: readonly RepChange[];
  /** What of this customer's orders is credited to nobody and why, before and after the file, whatever in it changes that. */
  readonly uncredited: readonly (DollarChange & { readonly why: string })[];
}

/** Refused rows of one kind: their reasons differ at most by what they quote. */
export interface RefusedKind {
  /** The first row's. */
  readonly reason: string;
  readonly count: number;
  /** The first of them. */
  readonly rows: readonly number[];
}

/** Which columns a file lacks, where it is refused for that. */
export interface LackingColumns {
  /** The export whose header it nearly has; `null` where it has nothing of either, and `missing` are those of the per-line report. */
  readonly of: "sales-order export" | "per-line report" | null;
  /** By their best names; `near` is a column of the file that is none of ours and may be it, each offered once. */
  readonly missing: readonly { readonly name: string; readonly near: string | null }[];
  /** The first columns that the file has, each cut. */
  readonly found: readonly string[];
  /** How many it has. */
  readonly count: number;
}

/** What a file would change, or has changed; dollars are exact to the cent. */
export interface ImportPreview {
  readonly name: string;
  /** `null` for a file that is none of the two. */
  readonly format: "sales-order export" | "per-line report" | null;
  /** Rows below the header. */
  readonly rows: number;
  readonly orders: { readonly new: number; readonly changed: number; readonly unchanged: number };
  readonly customers: { readonly new: number; readonly changed: number };
  /** Dollars; `changedFrom` is what the changed orders came to before. */
  readonly totals: {
    readonly new: number;
    readonly changedFrom: number;
    readonly changedTo: number;
    readonly unchanged: number;
  };
  /** With any, nothing is applied. `rows` are the first of them, in the order of the file; `kinds` count all, most rows first. */
  readonly refused: {
    readonly count: number;
    readonly rows: readonly ImportRefusal[];
    readonly kinds: readonly RefusedKind[];
  };
  /** Absent where it is not for its columns that a file is refused. */
  readonly columns?: LackingColumns;
  /** Some of the changed orders. */
  readonly sample: readonly { readonly order: string; readonly changes: readonly FieldChange[] }[];
  /** What it does to the figures of each rep, the largest change first. */
  readonly reps: readonly RepChange[];
  readonly credit: ImportCredit;
  /** Customers that are there already and get another account type; `changes` are those that move the most. */
  readonly accountTypes: { readonly count: number; readonly changes: readonly AccountTypeChange[] };
  /** Orders that are new or changed and issued after today; `null` where there is none. */
  readonly ahead: { readonly orders: number; readonly total: number; readonly days: DayRange } | null;
  /** From the first to the last issue day whose figures change, before and after; `null` when none does. */
  readonly days: DayRange | null;
  /** What was decided for want of better, in sentences. */
  readonly notices: readonly string[];
}

/** An import that was written or put back whole and whose days have yet to be synced. */
export interface WrittenImport {
  readonly id: string;
  /** Who applied it, or undid it: a Slack member id, `api` or `cli`. */
  readonly by: string;
  readonly days: { readonly from: Day; readonly to: Day } | null;
  /** How many orders may be missing where they were, as undoing it took them out or put them back; absent for one that stands. */
  readonly takenOut?: number;
}

/** Takes files of orders over into a source's own collections, each file whole or not at all. */
export interface OrderImporter {
  /** What the file would change; writes nothing. */
  preview(file: OrderFile): Promise<ImportPreview>;
  /** Keeps the file's changes as one pending import, unless a row is refused: from then on they will all be written. */
  prepare(file: OrderFile, by: { readonly id: string; readonly by: string; readonly at: Date }): Promise<ImportPreview>;
  /** Decides to put back what was before an import, unless that is refused: from then on all of it will be put back. */
  undo(id: string, by: { readonly by: string; readonly at: Date }): Promise<UndoOutcome>;
  /** Whether an import is pending or to be put back, or written and not synced yet. */
  unfinished(): Promise<boolean>;
  /**
   * Writes what is pending, the oldest first; writing one again changes nothing. Answers all that wait for their sync.
   *
   * @param checkLease throws when another process may have begun; asked before each batch of writes.
   */
  write(checkLease: () => Promise<void>): Promise<readonly WrittenImport[]>;
  /** Notes that the days of a written import were synced. */
  synced(written: WrittenImport): Promise<void>;
}

import type { MetricType } from "../metrics/metrics";
import type { Day, DayRange } from "../time/day";
import type { OrderMove } from "./order-moves";

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

/** What a file does to the figures of one rep, in dollars; `matched` is false for a salesman who isn't matched to anyone. */
export interface RepChange {
  readonly name: string;
  readonly matched: boolean;
  /** Only what changes: above zero raises the figure. `from` and `to` are what the orders looked at come to before and after. */
  readonly metrics: readonly {
    readonly type: MetricType;
    readonly from: number;
    readonly to: number;
    readonly change: number;
  }[];
  /** Which orders bring this about; absent where that is not told. */
  readonly orders?: RepOrders;
}

/** The orders that change what somebody is credited with. */
export interface RepOrders {
  readonly count: number;
  /** What became of all of them; `null` where not the same. */
  readonly move: OrderMove | null;
  /** Those that change the most, two at most. */
  readonly largest: readonly { readonly order: string; readonly move: OrderMove }[];
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

/** Why nobody is credited with an order of a day whose records are not kept. */
export const EXPIRED_REASON = "its day is not kept";

/** An amount before and after a file, in dollars. */
export interface DollarChange {
  readonly from: number;
  readonly to: number;
}

/** Orders that are credited to nobody for one reason: how many they are after the file, and what they come to. */
export interface Uncredited extends DollarChange {
  /** A reason as facts keep it: "customer has no account type". */
  readonly why: string;
  readonly orders: number;
  /** What it is about, the largest amount first: customers without a type, sales reps, statuses. A few of `named`. */
  readonly parts: readonly UncreditedPart[];
  readonly named: number;
  /** New orders among these; absent where there are none. */
  readonly added?: AddedUncredited;
}

/** What of uncredited orders is about one customer, sales rep or status; `added` is how many of these orders are new. */
export interface UncreditedPart extends DollarChange {
  readonly name: string;
  readonly added?: number;
}

/**
 * Says where the dollars of orders go: of all that a file has, those that stay as they are too, and of stored ones whose customer's
 * account type it changes. What reps are credited with and what is credited to nobody add up to `total`.
 */
export interface ImportCredit {
  readonly orders: number;
  readonly total: DollarChange;
  readonly credited: DollarChange;
  /** The largest amount after the file first. */
  readonly uncredited: readonly Uncredited[];
}

/** New orders that nobody is credited with for one reason, in dollars. */
export interface AddedUncredited {
  readonly orders: number;
  readonly total: number;
  /** The largest of them first, two at most; `name` is what the reason is about, if anything. */
  readonly largest: readonly { readonly order: string; readonly name: string | null; readonly total: number }[];
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

/** An import that was written whole and whose days have yet to be synced. */
export interface WrittenImport {
  readonly id: string;
  /** Who applied it: a Slack member id, `api` or `cli`. */
  readonly by: string;
  readonly days: { readonly from: Day; readonly to: Day } | null;
}

/** Takes files of orders over into a source's own collections, each file whole or not at all. */
export interface OrderImporter {
  /** What the file would change; writes nothing. */
  preview(file: OrderFile): Promise<ImportPreview>;
  /** Keeps the file's changes as one pending import, unless a row is refused: from then on they will all be written. */
  prepare(file: OrderFile, by: { readonly id: string; readonly by: string; readonly at: Date }): Promise<ImportPreview>;
  /** Whether an import is pending, or written and not synced yet. */
  unfinished(): Promise<boolean>;
  /**
   * Writes pending imports, the oldest first; writing one again changes nothing. Answers all that wait for their sync.
   *
   * @param checkLease throws when another process may have begun; asked before each batch of writes.
   */
  write(checkLease: () => Promise<void>): Promise<readonly WrittenImport[]>;
  /** Notes that the days of a written import were synced. */
  synced(id: string): Promise<void>;
}

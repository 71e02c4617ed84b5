import type { Day, ZoneDays } from "../../../../time/day";
import type { Amounts } from "../cells/amounts";
import type { MoneySettings } from "../cells/currency";

/** An order as a file has it, all its lines together. */
export interface ReadOrder {
  /** The first row that it stands in. */
  readonly row: number;
  readonly soNumber: string;
  /** `null` where the file has no column for it. */
  readonly status: string | null;
  /** `null` where the file knows customers by name only. */
  readonly customerId: string | null;
  readonly customerName: string;
  /** `null` where the file says nothing of it. */
  readonly accountType: string | null;
  /** Every name that could be the salesman's, the likeliest first; who that is, is decided at roll-up. */
  readonly salesmen: readonly string[];
  /** `null` before it is issued. */
  readonly dateIssued: Day | null;
  /** In the home currency. */
  readonly cents: number;
}

/** What the rows of a file are read by. */
export interface ReadSettings {
  readonly amounts: Amounts;
  readonly days: Pick<ZoneDays, "dayOf">;
  readonly money: MoneySettings;
}

/** Reads one format's rows below its header; what it cannot read it refuses. */
export interface RowReader {
  /** @returns why the row is refused, if it is. */
  take(row: number, cells: readonly string[]): string | null;
  /** Yields all orders, once the last row was taken; refusals that show only then go to `refuse`. */
  orders(refuse: (row: number, reason: string) => void): Iterable<ReadOrder>;
  /** Statuses that Fishbowl does not have, with how many orders have them. */
  readonly unknownStatuses: ReadonlyMap<string, number>;
  /** What was decided for want of better, and what was left out, in sentences; complete once `orders` were read to their end. */
  notices(): readonly string[];
}

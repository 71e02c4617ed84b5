import { RecordSet } from "../fake-api/record-set";

export interface FishbowlItem {
  /** Fishbowl's number of a line's type: 10 sale, 20 credit return, 60 shipping, … */
  readonly typeId: number;
  readonly productNum: string | null;
  readonly description?: string | null;
  /** Dollars, as the database has them. */
  readonly totalPrice: string | null;
}

/** A row of `so` with its `soitem`s. */
export interface FishbowlSalesOrder {
  readonly id: number;
  readonly num: string;
  /** A row of `sostatus`, such as 60. */
  readonly statusId: number;
  readonly salesman: string;
  /** A row of `customer`. */
  readonly customerId: number;
  /** `YYYY-MM-DD HH:MM:SS`, by the server's own clock; `null` before it is issued. */
  readonly dateIssued: string | null;
  readonly dateLastModified: string;
  /** The rate of the order's currency; 1, the home currency's, unless given. */
  readonly currencyRate?: number;
  readonly items: readonly FishbowlItem[];
}

/** A row of `customer` with the groups of its account. */
export interface FishbowlAccountCustomer {
  readonly id: number;
  readonly accountId: number;
  readonly name: string;
  readonly groups: readonly string[];
}

/** The data of a Fishbowl server, and its open sessions. */
export interface FishbowlAccount {
  readonly orders: RecordSet<FishbowlSalesOrder>;
  readonly customers: RecordSet<FishbowlAccountCustomer>;
  /** Tokens of open sessions, each of which uses a license. Clear it to expire them all. */
  readonly sessions: Set<string>;
}

/** The records that a server starts with. */
export interface FishbowlRecords {
  readonly orders?: Iterable<FishbowlSalesOrder>;
  readonly customers?: Iterable<FishbowlAccountCustomer>;
}

export function fishbowlAccount({ orders, customers }: FishbowlRecords = {}): FishbowlAccount {
  return {
    orders: new RecordSet(({ id }) => id, orders),
    customers: new RecordSet(({ id }) => id, customers),
    sessions: new Set(),
  };
}

import type { Salesman } from "../../people/person";
import { dayOf, nth, WEEKDAYS } from "./dates";
import { REPS } from "./team";

/** One document of `fishbowl_customers`. */
export interface FishbowlCustomer {
  readonly _id: string;
  readonly name: string;
  /** Absent if none was entered. */
  readonly accountType?: string;
}

export const CUSTOMERS: readonly FishbowlCustomer[] = [
  { _id: "C-1", name: "Harbor & Vine", accountType: "Wholesale" },
  { _id: "C-2", name: "Jones Distribution", accountType: "Distribution" },
  { _id: "C-3", name: "Nordlys Drikke", accountType: "Distributor" },
  { _id: "C-4", name: "Meyer's Market", accountType: "Retail" },
  { _id: "C-5", name: "Ping House" },
  { _id: "C-6", name: "<!channel> *Bold* & Co", accountType: "Wholesale" },
  { _id: "C-7", name: "Blue Door Cafés", accountType: "wholesale" },
];

/** One document of `fishbowl_sales_orders`. */
export interface FishbowlOrder {
  readonly _id: string;
  readonly soNumber: string;
  readonly status: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly salesman: string;
  /** `YYYY-MM-DD`; `null` before the order is issued. */
  readonly dateIssued: string | null;
  /** Dollars. */
  readonly total: number;
}

const COUNTING = ["Fulfilled", "Issued", "In Progress", "Closed Short", "Historical"] as const;
const STATUSES = [...COUNTING, "Fulfilled", "Estimate", "Void", "Issued", "Cancelled", "Fulfilled", "Expired"] as const;

/** A salesman without a document in the map. His 14 orders that count total $9,120.00. */
const UNMAPPED = "B. Lee";
const UNMAPPED_TOTALS = [
  ...[412.1, 980.25, 655.35, 120, 333.33, 899.99, 745.6],
  ...[510.05, 288.88, 1010.1, 610.45, 702.2, 951.7, 900],
];

export const SALESMEN: readonly Salesman[] = Object.values(REPS).map(({ salesman, slack }) => ({
  _id: salesman,
  userId: slack,
}));

/** Sixty orders: forty of the reps, fifteen of B. Lee, and five edge cases. */
export function fishbowlOrders(): readonly FishbowlOrder[] {
  return [
    ...Array.from({ length: 40 }, (_, n) => regularOrder(n)),
    ...UNMAPPED_TOTALS.map((total, n) => unmapped(n, { total, status: nth(COUNTING, n) })),
    unmapped(14, { total: 4000, status: "Void" }),
    ...EDGE_CASES,
  ];
}

const [HARBOR] = CUSTOMERS;

/** Dimes that floating point cannot add, an unknown customer, an order the day before the window, one not issued. */
const EDGE_CASES: readonly FishbowlOrder[] = [
  order(1056, { total: 0.1 }),
  order(1057, { total: 0.2 }),
  { ...order(1058, { total: 75.5 }), customerId: "C-404", customerName: "Nobody's Deli" },
  order(1059, { total: 500, dateIssued: "2026-09-28" }),
  order(1060, { total: 640, status: "Estimate", dateIssued: null }),
];

function regularOrder(n: number): FishbowlOrder {
  return order(1001 + n, {
    status: nth(STATUSES, n),
    customer: nth(CUSTOMERS, n),
    salesman: nth(SALESMEN, n)._id,
    dateIssued: dayOf(nth(WEEKDAYS, n * 5)),
    total: (52_500 + ((n * 1_493_003) % 2_400_000)) / 100,
  });
}

function unmapped(n: number, { total, status }: { readonly total: number; readonly status: string }): FishbowlOrder {
  const customer = nth(CUSTOMERS.slice(0, 3), n);
  return order(1041 + n, { total, status, customer, salesman: UNMAPPED, dateIssued: dayOf(nth(WEEKDAYS, n * 3)) });
}

type OrderFields = Partial<FishbowlOrder> & { readonly total: number; readonly customer?: FishbowlCustomer };

function order(number: number, { customer = HARBOR, ...fields }: OrderFields): FishbowlOrder {
  const soNumber = `SO-${number}`;
  return {
    _id: soNumber,
    soNumber,
    status: "Fulfilled",
    customerId: customer?._id ?? "",
    customerName: customer?.name ?? "",
    salesman: REPS.ana.salesman,
    dateIssued: dayOf("10-15"),
    ...fields,
  };
}

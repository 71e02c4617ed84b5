import { orderToVoid } from "../../../src/demo/controls/order-to-void";
import type { FishbowlOrder } from "../../../src/demo/sample/fishbowl-orders";
import { day, zoneDays } from "../../../src/time/day";

const CUSTOMERS = [
  { _id: "W", name: "Wholesale & Co", accountType: "Wholesale" },
  { _id: "D", name: "Distribution & Co", accountType: "Distribution" },
  { _id: "R", name: "Retail & Co", accountType: "Retail" },
];
const reading = { customers: CUSTOMERS, days: zoneDays("America/Los_Angeles"), today: day("2026-10-28") };

describe("the order to void", () => {
  it("is the largest wholesale order of this month that counts", () => {
    const orders = [
      order("small", { total: 10 }),
      order("large", { total: 90 }),
      order("larger, of distribution", { total: 500, customerId: "D" }),
      order("larger, of September", { total: 600, dateIssued: "2026-09-30" }),
      order("larger, void already", { total: 700, status: "Void" }),
      order("larger, of no counted kind", { total: 800, customerId: "R" }),
      order("larger, never issued", { total: 900, dateIssued: null }),
    ];

    const found = orderToVoid(orders, reading);

    expect(found).toEqual({ order: orders[1], type: "new_sales_wholesale" });
  });

  it("is of last month while this one has none, and of no day that a sync does not read or that lies ahead", () => {
    const last = order("last month", { dateIssued: "2026-09-29", total: 20 });
    const others = [
      order("too long ago", { dateIssued: "2026-09-28", total: 500 }),
      order("ahead", { dateIssued: "2026-10-29", total: 600 }),
    ];

    expect(orderToVoid([last, ...others], reading)?.order).toEqual(last);
    expect(orderToVoid(others, reading)).toBeUndefined();
  });

  it("is one of distribution where there is no other, and none where none counts", () => {
    const distribution = order("d", { customerId: "D" });

    expect(orderToVoid([distribution], reading)?.type).toBe("new_sales_distribution");
    expect(orderToVoid([order("v", { status: "Void" })], reading)).toBeUndefined();
  });
});

function order(soNumber: string, change: Partial<FishbowlOrder>): FishbowlOrder {
  const usual = {
    status: "Issued",
    customerId: "W",
    customerName: "",
    salesman: "A. Torres",
    dateIssued: "2026-10-15",
  };
  return { _id: soNumber, soNumber, total: 1, ...usual, ...change };
}

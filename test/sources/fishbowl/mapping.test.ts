import { orderSales } from "../../../src/sources/fishbowl/mapping";
import { customer, type SalesOrder, salesOrder } from "../../../src/sources/fishbowl/schema";
import { zoneDays } from "../../../src/time/day";

const days = zoneDays("America/Los_Angeles");

function anOrder(given: Partial<SalesOrder> = {}): SalesOrder {
  return {
    soNumber: "SO-1042",
    status: "Issued",
    customerId: "77",
    salesman: "A. Ray",
    dateIssued: "2025-10-10",
    total: 1250.5,
    ...given,
  };
}

const sales = (given: Partial<SalesOrder> = {}, accountType: string | null = "Wholesale") =>
  orderSales(anOrder(given), { accountType, days });

const fact = {
  source: "fishbowl",
  recordId: "SO-1042",
  type: "new_sales_wholesale",
  at: new Date("2025-10-10T07:00:00Z"),
  day: "2025-10-10",
  owner: "A. Ray",
  amount: 125_050,
};

describe("a sales order", () => {
  it.each([
    ["Blue Door Cafés", "Other", "Blue Door Cafés"],
    [" ", "Blue Door", "Blue Door"],
    [null, null, undefined],
  ])("of %j is known by its customer, whose list says %j, as %s", (customerName, listed, name) => {
    const traits = { accountType: "Wholesale", customerName: listed, days };

    expect(orderSales(anOrder({ customerName }), traits)?.name).toBe(name);
  });

  it("counts its total in cents on its issue date in the team's zone, for its salesman", () => {
    expect(sales()).toEqual({ ...fact, counts: true });
  });

  it.each(["Issued", "In Progress", "Fulfilled", "Closed Short", "Historical", " FULFILLED ", "issued"])(
    "counts when it is %p",
    (status) => {
      expect(sales({ status })).toEqual({ ...fact, counts: true });
    },
  );

  it.each([
    ["Estimate", "order is Estimate"],
    ["Void", "order is Void"],
    ["VOID", "order is Void"],
    ["Cancelled", "order is Cancelled"],
    ["Expired", "order is Expired"],
  ])("does not count when it is %s, and says so", (status, why) => {
    expect(sales({ status })).toEqual({ ...fact, counts: false, why });
  });

  it.each([
    ["Picked by Zoë", "Picked by Zoë"],
    ["", ""],
    [null, "none"],
    [undefined, "none"],
  ])("does not count with the unknown status %p, and tells what it was", (status, detail) => {
    expect(sales({ status })).toEqual({ ...fact, counts: false, why: "order has an unknown status", detail });
  });

  it.each([
    ["Wholesale", "new_sales_wholesale"],
    ["WHOLESALE", "new_sales_wholesale"],
    ["Distribution", "new_sales_distribution"],
    ["Distributor", "new_sales_distribution"],
    [" distributor ", "new_sales_distribution"],
  ])("is sold to a customer of the type %p as %s", (accountType, type) => {
    expect(sales({}, accountType)).toEqual({ ...fact, type, counts: true });
  });

  it.each([
    [null, { why: "customer has no account type" }],
    ["  ", { why: "customer has no account type" }],
    ["Retail", { why: "account type is neither Wholesale nor Distribution", detail: "Retail" }],
    ["Wholesale, Retail", { why: "account type is neither Wholesale nor Distribution", detail: "Wholesale, Retail" }],
  ])("counts for neither when its customer's type is %p", (accountType, left) => {
    expect(sales({}, accountType)).toEqual({ ...fact, counts: false, ...left });
  });

  it("keeps its place under Distribution when it is voided later", () => {
    expect(sales({ status: "Void" }, "Distributor")).toMatchObject({ type: "new_sales_distribution", counts: false });
  });

  it.each([null, undefined, "", "  "])("counts for nobody without a salesman: %p", (salesman) => {
    expect(sales({ salesman })).toEqual({ ...fact, owner: "", counts: false, why: "order has no salesman" });
  });

  it("belongs to no day while it has no issue date", () => {
    expect([sales({ dateIssued: null }), sales({ dateIssued: undefined })]).toEqual([null, null]);
  });

  it.each([
    [19.99, 1999],
    [0.07, 7],
    [1.005, 101],
    [8.575, 858],
    [1_234_567.89, 123_456_789],
    [-45.1, -4510],
    [0, 0],
    [0.1 + 0.2, 30],
  ])("is rounded to whole cents: $%d are %d", (total, amount) => {
    expect(sales({ total })?.amount).toBe(amount);
  });

  it.each(['O\'Neil "Zoë" $x', "__proto__", "Müller; DROP", "李"])(
    "keeps a foreign salesman's name: %s",
    (salesman) => {
      expect(sales({ salesman: ` ${salesman} ` })?.owner).toBe(salesman);
    },
  );

  it("has a key without a colon", () => {
    expect(sales({ soNumber: "A:1" })?.recordId).toBe("A%3A1");
  });
});

describe("an order's document", () => {
  it("may hold ids as numbers, which are texts", () => {
    expect(salesOrder.parse({ soNumber: 1042, customerId: 77, total: 1 })).toEqual({
      soNumber: "1042",
      customerId: "77",
      total: 1,
    });
    expect(customer.parse({ _id: 77, accountType: ["Wholesale"] })).toEqual({ _id: "77", accountType: "Wholesale" });
  });

  it.each([
    ["no number", { total: 1 }],
    ["null for a number", { soNumber: null, total: 1 }],
    ["an empty number", { soNumber: " ", total: 1 }],
    ["an object for a number", { soNumber: {}, total: 1 }],
    ["no total", { soNumber: "1" }],
    ["a total that is no number", { soNumber: "1", total: Number.NaN }],
    ["a day that does not exist", { soNumber: "1", total: 1, dateIssued: "2025-02-30" }],
  ])("is refused with %s", (_what, document) => {
    expect(salesOrder.safeParse(document).success).toBe(false);
  });
});

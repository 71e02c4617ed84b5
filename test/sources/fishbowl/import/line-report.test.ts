import { report } from "../../../support/builders/orders";
import { readText, refusedRows } from "../../../support/harness/fishbowl-import";

describe("the report with one row a line", () => {
  it("sums an order's lines wherever they stand, each once, without postage, taxes and card fees", async () => {
    const lines = [
      { order: "1", item: "a", total: "1,000.10" },
      { order: "2", item: "b", total: "7" },
      { order: "1", item: "c", total: "(0.40)" },
      { order: "1", item: "a", total: "1000.1" },
      { order: "1", item: "d", total: "12", product: "Shipping", type: "" },
      { order: "1", item: "e", total: "12", product: "1Z999", description: "shipping" },
      { order: "1", item: "f", total: "3", type: "Tax" },
      { order: "1", item: "g", total: "3", product: "CC Fee" },
      { order: "1", item: "h", total: "3", description: "Credit card processing fee 3%" },
      { order: "1", item: "i", total: "1000", type: "Subtotal" },
      { order: "1", item: "j", total: "0.3", product: "Shipping box", type: "Sale" },
    ];

    const { format, orders } = await readText(report(...lines));

    expect(format).toBe("per-line report");
    expect(orders).toEqual([
      {
        row: 2,
        soNumber: "1",
        status: "Fulfilled",
        customerId: "C-1",
        customerName: "Harbor & Vine",
        accountType: null,
        salesmen: ["A. Ray"],
        dateIssued: "2026-10-15",
        cents: 100_000,
      },
      expect.objectContaining({ soNumber: "2", cents: 700 }),
    ]);
  });

  it("is read with the headers of another export, semicolons, Excel's days and a byte order mark", async () => {
    const text =
      "\ufeffSO Item ID;sales ORDER number;customer id;CUSTOMER;Sales person;Date fulfillment;Product;Revenue;Account type\n" +
      "a;1;77;Acme;;46310;T;5;Wholesale\n" +
      "b;1;77;Acme;;46309.75;T;5;Wholesale\n";

    const { orders, hasStatus } = await readText(text);

    expect(hasStatus).toBe(false);
    expect(orders).toMatchObject([
      {
        status: null,
        customerId: "77",
        accountType: "Wholesale",
        salesmen: [],
        dateIssued: "2026-10-14",
        cents: 1_000,
      },
    ]);
  });

  it("takes an order without an issue date for not issued yet", async () => {
    expect((await readText(report({ order: "1", item: "a", date: "", status: "Estimate" }))).orders).toMatchObject([
      { dateIssued: null, status: "Estimate" },
    ]);
  });

  it("does not read its status numbers, whose vocabulary is another", async () => {
    const { orders, unknownStatuses } = await readText(report({ order: "1", item: "a", status: "60" }));

    expect(orders).toMatchObject([{ status: "60" }]);
    expect(unknownStatuses).toEqual(new Map([["60", 1]]));
  });

  it.each([
    [{ order: "" }, "it has no sales order number"],
    [{ item: "" }, "it has no SO item id"],
    [{ account: "" }, "it has no account id"],
    [{ customer: "" }, "it has no customer name"],
    [{ status: "" }, "it has no sales order status"],
    [{ date: "soon" }, 'its Issued date "soon" isn\'t a date like 10/15/2026'],
    [{ total: "12,50" }, 'its total price "12,50" isn\'t a number like 1,234.50'],
    [{ total: "" }, 'its total price "" isn\'t a number like 1,234.50'],
    [{ accountAgain: "C-9" }, 'its column for the customer id stands twice and says "C-1" and "C-9"'],
    [{ order: "1", rep: "B. Lee" }, 'its sales rep is "B. Lee", but row 2 of the same order says "A. Ray"'],
    [{ order: "1", status: "Void" }, 'its status is "Void", but row 2 of the same order says "Fulfilled"'],
    [{ order: "1", item: "a", total: "11" }, "SO item a stands above it already, differently"],
  ])("is refused with the row and the reason: %j", async (wrong, reason) => {
    const lines = [
      { order: "1", item: "a" },
      { order: "2", item: "b" },
      { order: "3", item: "c", ...wrong },
    ];

    expect(await refusedRows(report(...lines))).toEqual([{ row: 4, reason }]);
  });
});

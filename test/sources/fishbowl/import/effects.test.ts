import { report } from "../../../support/builders/orders";
import { fishbowlImportHarness, keepTwoReps, typedOrders as typed } from "../../../support/harness/fishbowl-import";

describe("the preview of a file of orders", () => {
  const { apply, test } = fishbowlImportHarness();
  beforeEach(() => keepTwoReps(test.db));
  const changing = (type: string) => (from: number, to: number) => {
    return { type, from, to, change: Math.round(100 * (to - from)) / 100 };
  };
  const [wholesale, distribution] = [changing("new_sales_wholesale"), changing("new_sales_distribution")];

  it("says what new, changed, voided and reassigned orders do to each rep, under one name however they are spelled", async () => {
    await apply(typed({ order: "1" }, { order: "2", total: "50" }, { order: "3" }, { order: "9", total: "7" }));

    const { preview } = await apply(
      typed(
        { order: "1", total: "150" },
        { order: "2", total: "50", status: "Void" },
        { order: "3", rep: "b. LEE" },
        { order: "4", rep: "aray", total: "1.05" },
        { order: "5", rep: "C. Poe", total: "10" },
        { order: "6", status: "Estimate" },
        { order: "9", total: "7" },
      ),
    );

    expect(preview.reps).toMatchObject([
      { name: "Ben", matched: true, metrics: [wholesale(0, 100)] },
      { name: "Ana", matched: true, metrics: [wholesale(257, 158.05)] },
      { name: "C. Poe", matched: false, metrics: [wholesale(0, 10)] },
    ]);
    expect(preview.reps.map(({ orders }) => orders)).toEqual([
      { count: 1, move: "sales-rep", largest: [{ order: "3", move: "sales-rep" }] },
      {
        ...{ count: 4, move: null },
        largest: [
          { order: "3", move: "sales-rep" },
          { order: "2", move: "voided" },
        ],
      },
      { count: 1, move: "new", largest: [{ order: "5", move: "new" }] },
    ]);
    expect(preview.accountTypes).toEqual({ count: 0, changes: [] });
  });

  it("names each account type that changes, with what that alone does to whom, orders that the file lacks among them", async () => {
    await apply(
      typed(
        { order: "1" },
        { order: "2", rep: "B. Lee", total: "30", date: "09/02/2026" },
        { order: "3", account: "C-2", type: "Retail" },
        { order: "4", account: "C-3" },
      ),
    );

    const { preview } = await apply(
      typed(
        { order: "1", total: "120", type: "Distributor" },
        { order: "3", account: "C-2", type: "Gallery" },
        { order: "4", account: "C-3", type: "WHOLESALE" },
      ),
    );

    expect(preview.accountTypes).toEqual({
      count: 2,
      changes: [
        {
          customer: "Customer C-1",
          from: "Wholesale",
          to: "Distributor",
          reps: [
            { name: "Ana", matched: true, metrics: [wholesale(120, 0), distribution(0, 120)] },
            { name: "Ben", matched: true, metrics: [wholesale(30, 0), distribution(0, 30)] },
          ],
          uncredited: [],
        },
        {
          customer: "Customer C-2",
          from: "Retail",
          to: "Gallery",
          reps: [],
          uncredited: [{ why: "account type is neither Wholesale nor Distribution", from: 100, to: 100 }],
        },
      ],
    });
    expect(preview.reps).toMatchObject([
      { name: "Ana", matched: true, metrics: [wholesale(200, 100), distribution(0, 120)] },
      { name: "Ben", matched: true, metrics: [wholesale(30, 0), distribution(0, 30)] },
    ]);
    expect(preview.days).toEqual({ from: "2026-09-02", to: "2026-10-15" });
  });

  it("says what leaves waiting by a customer's first type: what waited before, not what the file adds", async () => {
    await apply(typed({ order: "1", type: "" }, { order: "2", type: "", rep: "C. Poe", total: "10" }));

    const { preview } = await apply(typed({ order: "1", total: "120" }, { order: "7", total: "5" }));

    expect(preview.accountTypes.changes).toEqual([
      {
        customer: "Customer C-1",
        from: null,
        to: "Wholesale",
        reps: [
          { name: "Ana", matched: true, metrics: [wholesale(0, 125)] },
          { name: "C. Poe", matched: false, metrics: [wholesale(0, 10)] },
        ],
        uncredited: [
          { why: "its salesman is mapped to nobody", from: 0, to: 10 },
          { why: "customer has no account type", from: 110, to: 0 },
        ],
      },
    ]);
  });

  it("changes nobody's figures by a type that somebody set by hand", async () => {
    await apply(typed({ order: "1" }));
    await test.db
      .collection<{ _id: string }>("fishbowl_customers")
      .updateOne({ _id: "C-1" }, { $set: { accountType: "Distribution" } });

    const { preview } = await apply(typed({ order: "1" }));

    expect([preview.accountTypes.count, preview.reps, preview.orders.unchanged]).toEqual([0, [], 1]);
  });

  it("tells of orders that are issued after today, and not of those that are there already", async () => {
    await apply(typed({ order: "0", date: "12/01/2026" }));

    const { preview } = await apply(
      typed(
        { order: "0", date: "12/01/2026" },
        { order: "1", date: "10/28/2026" },
        { order: "2", date: "10/29/2026", total: "5" },
        { order: "3", date: "11/20/2026", total: "7.50" },
      ),
    );

    expect(preview.ahead).toEqual({ orders: 2, total: 12.5, days: { from: "2026-10-29", to: "2026-11-20" } });
  });

  it("says which customers the file gives two account types, and which of them counts", async () => {
    const { preview } = await apply(
      typed(
        { order: "1", date: "10/20/2026" },
        { order: "2", type: "Retail" },
        { order: "3", date: "10/21/2026", type: "" },
      ),
    );

    expect(preview.notices).toEqual([
      "The file gives more than one account type to Customer C-1 (Retail, Wholesale; Wholesale counts): that of the latest order counts.",
    ]);
  });

  it("warns of a new order whose number is kept with other zeros, and finds one that is kept in another case", async () => {
    await apply(report({ order: "0001042", item: "a" }, { order: "SO-7", item: "a" }));

    const { preview } = await apply(report({ order: "1042", item: "a" }, { order: "so-7", item: "a", total: "12" }));

    expect(preview.orders).toEqual({ new: 1, changed: 1, unchanged: 0 });
    expect(preview.notices).toEqual(["New orders may already exist under numbers with other zeros: 1042 and 0001042."]);
    const orders = await test.db.collection("fishbowl_sales_orders").find().sort({ soNumber: 1 }).toArray();
    expect(orders.map(({ soNumber, total }) => [soNumber, total])).toEqual([
      ["0001042", 10],
      ["1042", 10],
      ["SO-7", 12],
    ]);
  });
});

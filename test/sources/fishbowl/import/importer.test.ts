import { aFile, report } from "../../../support/builders/orders";
import { fishbowlImportHarness } from "../../../support/harness/fishbowl-import";

describe("an import of orders", () => {
  const { all, apply, importer, kept: stored, test } = fishbowlImportHarness();

  it("writes orders and customers, and says beforehand what it will write", async () => {
    const text = report(
      { order: "SO-1", item: "a", total: "1,000.10" },
      { order: "SO-1", item: "b", total: "0.20" },
      { order: "SO-2", item: "c", account: "C-2", customer: "Jones", date: "", status: "Estimate", rep: "" },
    );

    const before = await importer().preview(aFile(text));
    const untouched = await stored();
    const { preview } = await apply(text);

    expect(untouched).toEqual({ fishbowl_sales_orders: [], fishbowl_customers: [] });
    expect(preview).toEqual(before);
    const added = (one: { order: string; name: string | null; total: number }) => {
      return { orders: 1, total: one.total, largest: [one] };
    };
    expect(preview).toEqual({
      name: "orders.csv",
      format: "per-line report",
      rows: 3,
      orders: { new: 2, changed: 0, unchanged: 0 },
      customers: { new: 2, changed: 0 },
      totals: { new: 1010.3, changedFrom: 0, changedTo: 0, unchanged: 0 },
      refused: { count: 0, rows: [], kinds: [] },
      sample: [],
      reps: [],
      credit: {
        ...{ orders: 2, total: { from: 0, to: 1010.3 }, credited: { from: 0, to: 0 } },
        uncredited: [
          {
            ...{ why: "customer has no account type", orders: 1, from: 0, to: 1000.3, named: 1 },
            parts: [{ name: "Harbor & Vine", from: 0, to: 1000.3, added: 1 }],
            added: added({ order: "SO-1", name: "Harbor & Vine", total: 1000.3 }),
          },
          {
            ...{ why: "order has no issue date", orders: 1, from: 0, to: 10, parts: [], named: 0 },
            added: added({ order: "SO-2", name: null, total: 10 }),
          },
        ],
      },
      accountTypes: { count: 0, changes: [] },
      ahead: null,
      days: { from: "2026-10-15", to: "2026-10-15" },
      notices: [],
    });
    expect(await stored()).toEqual({
      fishbowl_sales_orders: [
        {
          _id: "SO-1",
          soNumber: "SO-1",
          status: "Fulfilled",
          customerId: "C-1",
          customerName: "Harbor & Vine",
          salesman: "A. Ray",
          dateIssued: "2026-10-15",
          total: 1000.3,
        },
        {
          _id: "SO-2",
          soNumber: "SO-2",
          status: "Estimate",
          customerId: "C-2",
          customerName: "Jones",
          salesman: null,
          dateIssued: null,
          total: 10,
        },
      ],
      fishbowl_customers: [
        { _id: "C-1", name: "Harbor & Vine" },
        { _id: "C-2", name: "Jones" },
      ],
    });
  });

  it("shows what changes from what to what, keeps orders that the file has not, and knows which days are touched", async () => {
    await apply(
      report({ order: "1", item: "a" }, { order: "2", item: "b" }, { order: "3", item: "c", date: "10/02/2026" }),
    );
    const text = report(
      { order: "1", item: "a" },
      { order: "2", item: "b", total: "9.99", status: "Void", date: "10/20/2026", rep: "B. Lee" },
    );

    const { preview } = await apply(text);

    expect(preview).toMatchObject({
      orders: { new: 0, changed: 1, unchanged: 1 },
      totals: { new: 0, changedFrom: 10, changedTo: 9.99, unchanged: 10 },
      days: { from: "2026-10-15", to: "2026-10-20" },
    });
    expect(preview.sample).toEqual([
      {
        order: "2",
        changes: [
          { field: "status", from: "Fulfilled", to: "Void" },
          { field: "salesman", from: "A. Ray", to: "B. Lee" },
          { field: "issued", from: "2026-10-15", to: "2026-10-20" },
          { field: "total", from: "10.00", to: "9.99" },
        ],
      },
    ]);
    expect((await all("fishbowl_sales_orders")).map(({ _id }) => _id)).toEqual(["1", "2", "3"]);
  });

  it("finds an order that was put there by hand, under whatever id and with a number for its number", async () => {
    await test.db
      .collection<{ _id: string | number }>("fishbowl_sales_orders")
      .insertMany([{ _id: 7, ...{ soNumber: 42, status: "Issued", customerId: 1, total: 10, note: "by hand" } }]);

    const { preview } = await apply(report({ order: "42", item: "a", account: "1" }));

    expect(preview.orders).toEqual({ new: 0, changed: 1, unchanged: 0 });
    expect(await all("fishbowl_sales_orders")).toEqual([
      expect.objectContaining({ _id: 7, soNumber: "42", status: "Fulfilled", customerId: "1", note: "by hand" }),
    ]);
  });

  it("leaves the status of an order alone where the file has none, and takes a new one for issued", async () => {
    const header = "Sales order Number,SO Item ID,Account ID,Customer,Sales Rep,Issued date,Product,Revenue\n";
    await apply(report({ order: "1", item: "a", status: "Void" }));

    const { preview } = await apply(
      `${header}1,a,C-1,Harbor & Vine,A. Ray,10/15/2026,T,10\n2,b,C-1,Harbor & Vine,,10/15/2026,T,5\n`,
    );

    expect((await all("fishbowl_sales_orders")).map((order) => "status" in order && order.status)).toEqual([
      "Void",
      "Issued",
    ]);
    expect(preview.notices).toEqual(["The file has no statuses: new orders (1) count as Issued; others keep theirs."]);
  });

  it("tells of statuses that Fishbowl does not have", async () => {
    const { preview } = await apply(report({ order: "1", item: "a", status: "Picked" }));

    expect(preview.notices).toContain("Status \"Picked\" isn't a Fishbowl status: its orders (1) won't count.");
  });

  it("takes names that would ping, link or inject for what they are: text", async () => {
    const names = ["<!channel> *x* <http://evil|click>", "$where", "{$ne: 1}", "__proto__", "$customerName"];

    await apply(
      report(
        ...names.map((customer, n) => ({ order: String(n), item: "a", account: customer, customer, rep: customer })),
      ),
    );

    expect((await all("fishbowl_customers")).map((one) => "name" in one && one.name).sort()).toEqual([...names].sort());
    expect(await all("fishbowl_sales_orders")).toMatchObject(
      names.map((name) => ({ salesman: name, customerId: name })),
    );
  });
});

import fc from "fast-check";
import { importStore } from "../../../../src/sources/fishbowl/import/import-store";
import { ordersStore } from "../../../../src/sources/fishbowl/orders-store";
import { testDatabase } from "../../../support/database";
import { anImporter } from "./an-importer";
import { aFile, nativeExport, nativeRows, type ReportLine, report, reportRow } from "./files";

const COLLECTIONS = ["fishbowl_sales_orders", "fishbowl_customers"] as const;
const held = async () => {};

/** So many lines, each of an order of its own; the first stands in row 2. */
function many(count: number, more: (row: number) => Partial<ReportLine> = () => ({})): readonly ReportLine[] {
  return Array.from({ length: count }, (_, index) => ({ order: String(index), item: "a", ...more(index + 2) }));
}

describe("an import of orders", () => {
  const test = testDatabase();
  const importer = () => anImporter(test.db);
  let ids = 0;
  const apply = async (text: string | Uint8Array) => {
    ids += 1;
    const preview = await importer().prepare(aFile(text), { id: `i${ids}`, by: "UALEX", at: new Date("2026-10-28") });
    const written = await importer().write(held);
    for (const { id } of written) await importer().synced(id);
    return { preview, written };
  };
  const all = (name: string) => test.db.collection<{ _id: string | number }>(name).find().sort({ _id: 1 }).toArray();
  const kept = async () =>
    Object.fromEntries(await Promise.all(COLLECTIONS.map(async (name) => [name, await all(name)])));
  const keepCustomers = (...customers: readonly { _id: string | number }[]) =>
    test.db.collection<{ _id: string | number }>("fishbowl_customers").insertMany([...customers]);

  it("writes orders and customers, and says beforehand what it will write", async () => {
    const text = report(
      { order: "SO-1", item: "a", total: "1,000.10" },
      { order: "SO-1", item: "b", total: "0.20" },
      { order: "SO-2", item: "c", account: "C-2", customer: "Jones", date: "", status: "Estimate", rep: "" },
    );

    const before = await importer().preview(aFile(text));
    const untouched = await kept();
    const { preview } = await apply(text);

    expect(untouched).toEqual({ fishbowl_sales_orders: [], fishbowl_customers: [] });
    expect(preview).toEqual(before);
    expect(preview).toEqual({
      name: "orders.csv",
      format: "per-line report",
      rows: 3,
      orders: { new: 2, changed: 0, unchanged: 0 },
      customers: { new: 2, changed: 0 },
      totals: { new: 1010.3, changedFrom: 0, changedTo: 0, unchanged: 0 },
      refused: { count: 0, rows: [] },
      sample: [],
      days: { from: "2026-10-15", to: "2026-10-15" },
      notices: ["New customers without an account type (2): their orders count once one is set."],
    });
    expect(await kept()).toEqual({
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
    expect(preview.notices).toEqual([
      "The file has no statuses: new orders (1) are taken for Issued, others keep theirs.",
    ]);
  });

  it("tells of statuses that Fishbowl does not have", async () => {
    const { preview } = await apply(report({ order: "1", item: "a", status: "Picked" }));

    expect(preview.notices).toContain("Status 'Picked' is none of Fishbowl's: its orders (1) will not count.");
  });

  describe("of customers", () => {
    const HEADER =
      "Sales order Number,SO Item ID,Account ID,Customer,Sales Rep,Issued date,Product,Revenue,Account Type\n";
    const typed = (...rows: readonly (readonly [customer: string, type: string])[]) =>
      HEADER +
      rows.map(([customer, type], n) => `${n},i${n},${customer},N ${customer},A,10/15/2026,T,5,${type}\n`).join("");
    const types = async () => {
      const customers = await all("fishbowl_customers");
      return Object.fromEntries(customers.map((one) => [one._id, "accountType" in one ? one.accountType : undefined]));
    };

    it("gives them the file's account type, and follows it when it changes", async () => {
      await apply(typed(["1", "Wholesale"], ["2", "Retail"]));
      const { preview } = await apply(typed(["1", "Wholesale"], ["2", "Distributor"]));

      expect(await types()).toEqual({ 1: "Wholesale", 2: "Distributor" });
      expect(preview).toMatchObject({
        customers: { new: 0, changed: 1 },
        days: { from: "2026-10-15", to: "2026-10-15" },
      });
    });

    it("never overwrites an account type that somebody set by hand", async () => {
      await keepCustomers({ _id: "1", ...{ name: "N 1", accountType: "Distribution" } });
      await apply(typed(["1", "Wholesale"], ["2", "Retail"], ["3", "Wholesale"]));
      await test.db
        .collection<{ _id: string }>("fishbowl_customers")
        .updateOne({ _id: "2" }, { $set: { accountType: ["Wholesale", "Retail"] } });

      const { preview } = await apply(typed(["1", "Wholesale"], ["2", "Distributor"], ["3", "Wholesale"]));
      await apply(typed(["1", "Distribution"], ["2", "Retail"], ["3", "Wholesale"]));
      await apply(typed(["1", "Retail"], ["2", "Distributor"], ["3", "Wholesale"]));

      expect(await types()).toEqual({ 1: "Distribution", 2: ["Wholesale", "Retail"], 3: "Wholesale" });
      expect(preview.customers).toEqual({ new: 0, changed: 0 });
    });

    it("keeps an account type where the file has none", async () => {
      await apply(typed(["1", "Wholesale"]));
      await apply(typed(["1", ""]));

      expect(await types()).toEqual({ 1: "Wholesale" });
    });

    it("finds them by name, in any case, where the file has no ids", async () => {
      await keepCustomers({ _id: 79, ...{ name: "harbor &  VINE" } }, { _id: "C-80", ...{ name: "Jones" } });

      await apply(nativeExport({ number: "1" }, { number: "2", customer: "New & Co" }));

      expect(await all("fishbowl_customers")).toMatchObject([
        { _id: 79, name: "harbor &  VINE" },
        { _id: "C-80" },
        { _id: "name:new & co", name: "New & Co" },
      ]);
      expect(await all("fishbowl_sales_orders")).toMatchObject([{ customerId: "79" }, { customerId: "name:new & co" }]);
    });

    it("knows a customer that came without an id again when a report has one, and keeps what was set by hand", async () => {
      await apply(nativeExport({ number: "1", customer: "New & Co" }));
      await test.db.collection("fishbowl_customers").updateMany({}, { $set: { accountType: "Wholesale" } });

      await apply(report({ order: "1", item: "a", customer: "New & Co", account: "C-5" }));

      expect(await all("fishbowl_customers")).toEqual([
        { _id: "name:new & co", name: "New & Co", accountType: "Wholesale" },
      ]);
      expect(await all("fishbowl_sales_orders")).toMatchObject([{ customerId: "name:new & co" }]);
    });
  });

  it.each([
    ["bytes that are no UTF-8", Buffer.from(report({ order: "2", item: "b", customer: "Café" }), "latin1"), 2],
    ["a header twice", report({ order: "2", item: "b" }) + report({ order: "3", item: "c" }), 3],
    [
      "a formula",
      report({ order: "2", item: "b" }, { order: "3", item: "c", customer: '=HYPERLINK("http://evil")' }),
      3,
    ],
    ["a zip renamed .csv", Buffer.from("PK\u0003\u0004rest"), 1],
    ["row 17 wrong, of many", report(...many(40, (row) => (row === 17 ? { total: "?" } : {}))), 17],
    ["51,000 rows", report(...many(51_000)), 50_002],
  ])("applies nothing of a file with %s, and names the row and the reason", async (_what, text, row) => {
    await apply(report({ order: "1", item: "a" }));
    const before = await kept();

    const { preview, written } = await apply(text);

    expect(preview.refused).toMatchObject({ count: 1, rows: [{ row, reason: expect.any(String) }] });
    expect(preview.orders).toEqual({ new: 0, changed: 0, unchanged: 0 });
    expect(written).toEqual([]);
    expect(await kept()).toEqual(before);
    expect(await test.db.collection("fishbowl_imports").countDocuments()).toBe(1);
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

  it("writes nothing at all when the same file comes again", async () => {
    const text = report({ order: "1", item: "a" }, { order: "2", item: "b" });
    await apply(text);
    const mark = await test.oplogMark();

    const { preview } = await apply(text);

    expect(preview.orders).toEqual({ new: 0, changed: 0, unchanged: 2 });
    expect(await test.oplogWrites(COLLECTIONS, mark)).toBe(0);
  });

  it("notes who took over which file, and leaves no pending changes behind", async () => {
    await apply(report({ order: "1", item: "a" }, { order: "1", item: "b" }));

    expect(await test.db.collection<{ _id: string }>("settings").findOne({ _id: "fishbowl:import" })).toEqual({
      _id: "fishbowl:import",
      at: new Date("2026-10-28"),
      by: "UALEX",
      rows: 2,
      name: "orders.csv",
    });
    expect(await test.db.collection("fishbowl_import_changes").countDocuments()).toBe(0);
  });

  it("is finished by whoever comes next when its process died while writing", async () => {
    const orders = Array.from({ length: 1_200 }, (_, n) => ({ order: `SO-${n}`, item: "a" }));
    await importer().prepare(aFile(report(...orders)), { id: "dying", by: "cli", at: new Date("2026-10-28") });
    let batches = 0;
    const dies = async () => {
      batches += 1;
      if (batches === 2) throw new Error("killed");
    };
    await expect(importer().write(dies)).rejects.toThrow("killed");
    const half = await test.db.collection("fishbowl_sales_orders").countDocuments();

    const written = await importer().write(held);

    expect(half).toBe(499);
    expect(written).toEqual([{ id: "dying", by: "cli", days: { from: "2026-10-15", to: "2026-10-15" } }]);
    expect(await test.db.collection("fishbowl_sales_orders").countDocuments()).toBe(1_200);
  });

  it("forgets a file whose process died before all of it was stored", async () => {
    const store = importStore(test.db, ordersStore(test.db));
    await store.begin({ _id: "dead", by: "cli", name: "x.csv", at: new Date(0), rows: 1 });
    await store.keep("dead", [{ customer: { _id: "1", name: "Ghost", accountType: null } }]);

    await apply(report({ order: "1", item: "a" }));

    expect(await test.db.collection("fishbowl_imports").countDocuments({ state: "storing" })).toBe(0);
    expect((await all("fishbowl_customers")).map(({ _id }) => _id)).toEqual(["C-1"]);
  });

  const line = fc.record({
    order: fc.constantFrom("1", "2", "3"),
    item: fc.constantFrom("a", "b", "c", "d"),
    product: fc.constantFrom("T", "Shipping", "CC Fee"),
    cents: fc.integer({ min: -10_000, max: 100_000 }),
    date: fc.constantFrom("10/15/2026", "46310", "2026-10-12", "10-02-26"),
  });
  const lines = fc.uniqueArray(line, { selector: ({ order, item }) => `${order} ${item}`, minLength: 1, maxLength: 8 });

  it("of a report leaves the same collections whatever the order of its rows, and however often they come", async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.infiniteStream(fc.nat()), async (drawn, keys) => {
        const rows = drawn.map(({ cents, ...rest }) => reportRow({ ...rest, total: (cents / 100).toFixed(2) }));
        const doubled = [...rows, ...rows].map((row) => ({ row, key: keys.next().value ?? 0 }));
        const shuffled = doubled.sort((a, b) => a.key - b.key).map(({ row }) => row);
        const empty = () => Promise.all(COLLECTIONS.map((name) => test.db.collection(name).deleteMany({})));

        await empty();
        await apply(report() + rows.map((row) => `${row}\n`).join(""));
        const once = await kept();
        await apply(report() + rows.map((row) => `${row}\n`).join(""));
        const twice = await kept();
        await empty();
        await apply(report() + shuffled.map((row) => `${row}\n`).join(""));

        expect(twice).toEqual(once);
        expect(await kept()).toEqual(once);
      }),
      { numRuns: 15 },
    );
  });

  it("of Fishbowl's own export leaves the same collections whatever the order of its orders", async () => {
    const orders = [
      { number: "1", customer: "Acme", items: [{ price: "5" }, { price: "7", quantity: "2" }] },
      { number: "2", customer: "ACME", date: "10/20/2026" },
      { number: "3", customer: "Zed", status: "80" },
    ];

    await apply(nativeExport(...orders));
    const straight = await kept();
    await Promise.all(COLLECTIONS.map((name) => test.db.collection(name).deleteMany({})));
    await apply(nativeExport(...[...orders, ...orders].reverse()));

    expect(await kept()).toEqual(straight);
    expect(nativeRows({ number: "1" })).toHaveLength(2);
  });
});

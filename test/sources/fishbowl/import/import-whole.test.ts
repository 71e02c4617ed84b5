import { importStore } from "../../../../src/sources/fishbowl/import/import-store";
import { ordersStore } from "../../../../src/sources/fishbowl/orders-store";
import { aFile, type ReportLine, report } from "../../../support/builders/orders";
import { fishbowlImportHarness, heldLease } from "../../../support/harness/fishbowl-import";

/** So many lines, each of an order of its own; the first stands in row 2. */
function many(count: number, more: (row: number) => Partial<ReportLine> = () => ({})): readonly ReportLine[] {
  return Array.from({ length: count }, (_, index) => ({ order: String(index), item: "a", ...more(index + 2) }));
}

describe("an import of orders", () => {
  const { all, apply, importer, kept: stored, test } = fishbowlImportHarness();

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
  ])("case 48: applies nothing of a file with %s, and names the row and the reason", async (_what, text, row) => {
    await apply(report({ order: "1", item: "a" }));
    const before = await stored();

    const { preview, written } = await apply(text);

    expect(preview.refused).toMatchObject({ count: 1, rows: [{ row, reason: expect.any(String) }] });
    expect(preview.orders).toEqual({ new: 0, changed: 0, unchanged: 0 });
    expect(written).toEqual([]);
    expect(await stored()).toEqual(before);
    expect(await test.db.collection("fishbowl_imports").countDocuments()).toBe(1);
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
    // What was before is kept for a day.
    const kept = await test.db.collection("fishbowl_import_changes").find().toArray();
    expect(kept.filter(({ keptUntil }) => !(keptUntil instanceof Date))).toEqual([]);
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

    const written = await importer().write(heldLease);

    expect(half).toBe(499);
    expect(written).toEqual([{ id: "dying", by: "cli", days: { from: "2026-10-15", to: "2026-10-15" } }]);
    expect(await test.db.collection("fishbowl_sales_orders").countDocuments()).toBe(1_200);
  });

  it("forgets a file whose process died before all of it was stored", async () => {
    const store = importStore(
      test.db,
      ordersStore(test.db, async () => (name) => name),
    );
    await store.begin({ _id: "dead", by: "cli", name: "x.csv", at: new Date(0), rows: 1 });
    await store.addChanges("dead", [{ customer: { _id: "1", name: "Ghost", accountType: null } }]);

    await apply(report({ order: "1", item: "a" }));

    expect(await test.db.collection("fishbowl_imports").countDocuments({ state: "storing" })).toBe(0);
    expect((await all("fishbowl_customers")).map(({ _id }) => _id)).toEqual(["C-1"]);
  });
});

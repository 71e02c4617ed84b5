import { day } from "../../src/time/day";
import { testDatabase } from "../support/env/database";
import { typedOrders as typed } from "../support/harness/fishbowl-import";
import { FIRST, LATER, SECOND, undoneImports } from "../support/harness/undo/undone-imports";

describe("an import that is undone", () => {
  const test = testDatabase();
  const asOf = async () =>
    (await test.db.collection<{ _id: string }>("settings").findOne({ _id: "source:fishbowl" })) as {
      asOf?: Date;
    } | null;

  it("leaves orders, customers, facts, daily totals, and what is noted of the last import as they were before it", async () => {
    const { apply, undo, stands, clock, sync } = await undoneImports(test);
    await apply(FIRST, "first.csv");
    // Of the retyped customer, and not in the file.
    await test.db.collection<{ _id: string }>("fishbowl_sales_orders").insertOne({
      _id: "by hand",
      ...{
        soNumber: "77",
        status: "Issued",
        customerId: "C-3",
        salesman: "B. Lee",
        dateIssued: "2026-10-02",
        total: 1.5,
        note: { kept: [1] },
      },
    });
    await sync("2026-09-29", "2026-10-28");
    const [before, read] = [await stands(), await asOf()];
    clock.now = LATER;
    const { id, report } = await apply(SECOND, "second.csv");
    await sync("2026-09-29", "2026-10-28");
    expect((await asOf())?.asOf).toEqual(LATER);
    const between = await stands();

    const undone = await undo(id);

    expect(report?.success).toBe(true);
    expect(between.cells).not.toEqual(before.cells);
    expect(between.last).toMatchObject([{ name: "second.csv", at: LATER }]);
    expect(undone).toMatchObject({
      kind: "undone",
      sync: { range: { from: "2026-10-02", to: "2026-10-21" } },
      report: { success: true, userId: "UALEX" },
      undone: { name: "second.csv", orders: { out: 2, back: 2 }, customers: { out: 1, back: 1 } },
    });
    expect(await stands()).toEqual(before);
    expect((await asOf())?.asOf).toEqual(read?.asOf);
    expect(await test.db.collection("fishbowl_import_changes").countDocuments({ _id: /^import-1:/ as never })).toBe(0);
  });

  it("says what it does to whom, by the matches as they are now, to the cent", async () => {
    const { apply, undo } = await undoneImports(test);
    await apply(FIRST);
    const { id } = await apply(SECOND);
    await test.db.collection<{ _id: string }>("fishbowl_users_map").deleteOne({ _id: "B. Lee" });

    const outcome = await undo(id);

    const { reps, credit } = outcome.kind === "undone" ? outcome.undone : { reps: [], credit: null };
    const changes = reps.map(({ name, matched, metrics, orders }) => [
      `${name} ${matched}`,
      ...metrics.map(({ type, change }) => `${type} ${change}`),
      ...(orders?.largest ?? []).map(({ order, move }) => `${order} ${move}`),
    ]);
    expect(changes).toEqual([
      ["ana true", "new_sales_wholesale 147.65", "new_sales_distribution -100", "1 counted", "3 account-type"],
      ["B. Lee false", "new_sales_wholesale 40.25", "2 sales-rep"],
    ]);
    expect(credit).toMatchObject({ total: { from: 261.35, to: 240.25 }, credited: { from: 152.35, to: 200 } });
  });

  it("takes out more orders than a broken answer may lack, as whoever undid it has said so", async () => {
    const { apply, undo, stands } = await undoneImports(test);
    await apply(FIRST);
    const before = await stands();
    const many = Array.from({ length: 700 }, (_, n) => ({ order: `N-${n}` }));
    const { id } = await apply(typed(...many));

    const outcome = await undo(id);

    expect(outcome).toMatchObject({ kind: "undone", report: { success: true, results: { errors: [] } } });
    expect(await stands()).toEqual(before);
  });

  it("puts more orders back to no day than a broken answer may lack, for the same reason", async () => {
    const { apply, undo, stands } = await undoneImports(test);
    const estimates = Array.from({ length: 60 }, (_, n) => ({ order: `E-${n}`, status: "Estimate", date: "" }));
    const standing = Array.from({ length: 100 }, (_, n) => ({ order: `S-${n}` }));
    await apply(typed(...estimates, ...standing));
    const before = await stands();
    const dated = estimates.map(({ order }) => ({ order, date: "10/20/2026" }));
    const { id, report } = await apply(typed(...dated));

    const outcome = await undo(id);

    expect(report?.success).toBe(true);
    expect(outcome).toMatchObject({ kind: "undone", report: { success: true, results: { errors: [] } } });
    expect(await stands()).toEqual(before);
  });

  it("is the first one there was, after which nothing says how old the orders are", async () => {
    const { apply, undo, stands } = await undoneImports(test);
    const before = await stands();
    const { id } = await apply(FIRST);

    await undo(id);

    expect(await stands()).toEqual(before);
  });

  it("of days that are not kept puts its orders back, and changes no figure", async () => {
    const { apply, undo, stands } = await undoneImports(test, { firstRetained: async () => day("2026-10-18") });
    await apply(FIRST);
    const before = await stands();
    const { id } = await apply(typed({ order: "1", total: "5" }, { order: "9", date: "10/03/2026" }));

    const outcome = await undo(id);

    expect(outcome).toMatchObject({ undone: { reps: [] }, sync: { range: { from: "2026-10-28", to: "2026-10-28" } } });
    expect(await stands()).toEqual(before);
  });
});

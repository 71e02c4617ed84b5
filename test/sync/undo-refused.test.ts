import { testDatabase } from "../support/env/database";
import { FIRST, LATER, SECOND, undoneImports } from "../support/harness/undo/undone-imports";

describe("an undo of an import", () => {
  const test = testDatabase();

  it("is undone once, by whoever comes first", async () => {
    const { apply, undo, stands } = await undoneImports(test);
    await apply(FIRST);
    const before = await stands();
    const { id } = await apply(SECOND);

    const outcomes = await Promise.all([undo(id, "UALEX"), undo(id, "UMAYA"), undo(id, "UALEX")]);

    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["again", "again", "undone"]);
    expect(await stands()).toEqual(before);
  });

  it("is refused after another file, until that one is undone", async () => {
    const { apply, undo, stands, clock } = await undoneImports(test);
    const none = await stands();
    const first = await apply(FIRST, "first.csv");
    const one = await stands();
    clock.now = LATER;
    const second = await apply(SECOND, "second.csv");
    const both = await stands();

    expect(await undo(first.id)).toEqual({ kind: "later", name: "second.csv", by: "UALEX", at: LATER });
    expect(await stands()).toEqual(both);
    await undo(second.id);
    expect(await stands()).toEqual(one);
    expect(await undo(first.id)).toMatchObject({ kind: "undone" });
    expect(await stands()).toEqual(none);
  });

  it.each([
    ["an order was changed", "fishbowl_sales_orders", { soNumber: "4" }, { orders: 1, customers: 0, named: ["4"] }],
    [
      "a customer was given a type",
      "fishbowl_customers",
      { _id: "C-5" },
      { orders: 0, customers: 1, named: ["Customer C-5"] },
    ],
  ])("is refused when %s by something else since", async (_what, collection, filter, told) => {
    const { apply, undo, stands } = await undoneImports(test);
    await apply(FIRST);
    const { id } = await apply(SECOND);
    await test.db
      .collection<{ _id: string; soNumber?: string }>(collection)
      .updateOne(filter, { $set: { accountType: "Wholesale" } });
    const then = await stands();

    expect(await undo(id)).toEqual({ kind: "changed", ...told });
    expect(await stands()).toEqual(then);
  });

  it("is refused after a day, when what was before is gone, and for what was never imported", async () => {
    const { apply, undo, stands, clock } = await undoneImports(test);
    await apply(FIRST);
    const { id } = await apply(SECOND);
    const then = await stands();

    clock.now = new Date(clock.now.getTime() + 24 * 3_600_000);
    expect(await undo(id)).toEqual({ kind: "over" });
    clock.now = new Date(clock.now.getTime() - 1);
    const changes = test.db.collection<{ _id: string }>("fishbowl_import_changes");
    await changes.deleteOne({ _id: `${id}:0000002` });
    expect([await undo(id), await undo("import-99")]).toEqual([{ kind: "over" }, { kind: "over" }]);
    expect(await stands()).toEqual(then);
    expect(await changes.countDocuments({ keptUntil: { $exists: false } })).toBe(0);
  });
});

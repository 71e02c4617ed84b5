import { aFile } from "../support/builders/orders";
import { testDatabase } from "../support/env/database";
import { anImporter, heldLease, typedOrders as typed } from "../support/harness/fishbowl-import";
import { FIRST, LATER, SECOND, undoneImports } from "../support/harness/undo/undone-imports";
import { eventually } from "../support/wait";

describe("an undo of an import whose process dies, or whose sync breaks", () => {
  const test = testDatabase();

  it("is finished by the next sync when its process died in the middle, and its days are synced", async () => {
    const { apply, imports, stands, sync, broken, undo } = await undoneImports(test);
    await apply(FIRST);
    const before = await stands();
    const many = Array.from({ length: 1_200 }, (_, n) => ({ order: `N-${n}`, date: "09/02/2026" }));
    const { id } = await apply(typed({ order: "1", total: "90" }, ...many));
    let checks = 0;
    await dyingUndo(id, () => {
      checks += 1;
      if (checks === 2) throw new Error("killed");
    });
    const half = await test.db.collection("fishbowl_sales_orders").countDocuments();
    broken.sync = false;

    await sync("2026-10-20", "2026-10-28");
    await imports.idle();

    expect(half).toBeGreaterThan(3);
    expect(half).toBeLessThan(1_203);
    expect(await stands()).toEqual(before);
    expect(await undo(id)).toMatchObject({ kind: "again", by: "UALEX" });
  });

  /** Decides to undo and dies while it puts records back. */
  async function dyingUndo(id: string, check: () => void) {
    const importer = anImporter(test.db);
    expect(await importer.undo(id, { by: "UALEX", at: LATER })).toMatchObject({ kind: "undone" });
    await expect(importer.write(async () => check())).rejects.toThrow("killed");
  }

  it("is no broken answer to the sync that finishes it and reads those days itself", async () => {
    const { apply, stands, sync, imports } = await undoneImports(test);
    await apply(FIRST);
    const before = await stands();
    const { id } = await apply(typed(...Array.from({ length: 600 }, (_, n) => ({ order: `N-${n}` }))));
    await dyingUndo(id, () => {
      throw new Error("killed");
    });

    const { results } = await sync("2026-09-29", "2026-10-28");
    await imports.idle();

    expect(results.errors).toEqual([]);
    expect(await stands()).toEqual(before);
  });

  it("is synced by whoever comes next when its own sync broke, and not for the sync of the import", async () => {
    const { apply, imports, stands, sync, broken, undo } = await undoneImports(test);
    await apply(FIRST);
    const before = await stands();
    broken.sync = true;
    const { id } = await apply(SECOND);
    expect(await undo(id)).toMatchObject({ kind: "undone", report: null });
    broken.sync = false;

    await sync("2026-10-28", "2026-10-28");
    await imports.idle();

    expect(await stands()).toEqual(before);
    const states = await test.db.collection("fishbowl_imports").find().toArray();
    expect(states.map(({ state }) => state)).toEqual(["done", "done"]);
  });

  it.each([
    ["goes well", false],
    ["breaks, and another comes", true],
  ])("is not taken for synced by a sync that read it as it was, where its own %s", async (_how, breaks) => {
    const { imports, stands, apply, held, broken, sync } = await undoneImports(test);
    await apply(FIRST);
    const before = await stands();
    let release = () => {};
    held.until = new Promise((resolve) => {
      release = resolve;
    });
    const { id = "", ...applied } = await imports.apply(aFile(SECOND), "UALEX");
    await eventually(async () => (await stands()).cells.some(([, value]) => value === 45.25));
    held.until = Promise.resolve();
    broken.sync = breaks;

    const undone = await imports.undo(id, "UALEX");
    await (undone.kind === "undone" && undone.sync?.report);
    release();
    await applied.sync?.report;
    broken.sync = false;
    if (breaks) await sync("2026-10-28", "2026-10-28");
    await imports.idle();

    expect(await stands()).toEqual(before);
  });

  it("is not lost to a process that writes the import late, after its lease ran out", async () => {
    const { apply, imports, stands } = await undoneImports(test);
    await apply(FIRST);
    const before = await stands();
    const [late, other] = [anImporter(test.db), anImporter(test.db)];
    await late.prepare(aFile(SECOND), { id: "late", by: "UALEX", at: LATER });
    const outcomes: string[] = [];
    const meanwhile = async () => {
      if (outcomes.length > 0) return;
      await other.write(heldLease);
      outcomes.push((await other.undo("late", { by: "UALEX", at: LATER })).kind);
    };

    await late.write(meanwhile);
    await imports.finish();
    await imports.idle();

    expect(outcomes).toEqual(["undone"]);
    expect(await stands()).toEqual(before);
  });

  it("puts back what was before it, also where the import itself was finished after its process had died", async () => {
    const { apply, imports, stands, undo } = await undoneImports(test);
    await apply(FIRST);
    const before = await stands();
    const many = Array.from({ length: 600 }, (_, n) => ({ order: `N-${n}` }));
    const importer = anImporter(test.db);
    const file = typed({ order: "1", total: "90" }, { order: "2", account: "C-3", type: "Distribution" }, ...many);
    await importer.prepare(aFile(file), { id: "dying", by: "UALEX", at: LATER });
    let checks = 0;
    const dies = async () => {
      checks += 1;
      if (checks === 2) throw new Error("killed");
    };
    await expect(importer.write(dies)).rejects.toThrow("killed");
    await imports.finish();
    await imports.idle();

    expect(await undo("dying")).toMatchObject({ kind: "undone", report: { success: true } });
    expect(await stands()).toEqual(before);
  });
});

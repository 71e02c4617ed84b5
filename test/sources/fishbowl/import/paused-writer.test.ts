import { aFile, report } from "../../../support/builders/orders";
import { fishbowlImportHarness, heldLease } from "../../../support/harness/fishbowl-import";

const BY = { by: "UALEX", at: new Date("2026-10-28") };
/** More than are written in one batch. */
const MANY = Array.from({ length: 1_200 }, (_, index) => ({ order: `SO-${index}`, item: "a" }));

/** Waits before each batch as a process does that stands still there while `meanwhile` happens. */
function stoppedBefore(batch: number, meanwhile: () => Promise<void>): () => Promise<void> {
  let batches = 0;
  return async () => {
    batches += 1;
    if (batches === batch) await meanwhile();
  };
}

describe("a process that stands still while it writes an import, and goes on after its lease ran out", () => {
  const { apply, importer, kept, test } = fishbowlImportHarness();

  async function prepared(text: string): Promise<void> {
    await importer().prepare(aFile(text), { id: "slow", ...BY });
  }

  async function finished(): Promise<void> {
    for (const one of await importer().write(heldLease)) await importer().synced(one);
  }

  async function undone(): Promise<void> {
    expect(await importer().undo("slow", BY)).toMatchObject({ kind: "undone" });
    await finished();
  }

  const imports = () => test.db.collection<{ _id: string }>("fishbowl_imports").find().toArray();

  it.each([1, 2, 3])(
    "writes nothing more once another finished and undid it, stopped before batch %i",
    async (batch) => {
      await apply(report({ order: "SO-7", item: "a", total: "12.50" }));
      const before = await kept();
      await prepared(report(...MANY));

      const goesOn = stoppedBefore(batch, async () => {
        await finished();
        await undone();
      });
      await importer().write(goesOn);

      expect(await kept()).toEqual(before);
      expect((await imports()).find(({ _id }) => _id === "slow")).toMatchObject({ state: "done", undone: BY });
      expect(await importer().unfinished()).toBe(false);
    },
  );

  it("leaves an import as another finished it, and what was before it kept for its undo", async () => {
    await prepared(report(...MANY));

    await importer().write(stoppedBefore(2, finished));

    expect(await test.db.collection("fishbowl_sales_orders").countDocuments()).toBe(1_200);
    await undone();
    expect(await test.db.collection("fishbowl_sales_orders").countDocuments()).toBe(0);
  });

  it("puts nothing back once another did, and the same file was applied again", async () => {
    await apply(report({ order: "SO-7", item: "a", total: "12.50" }));
    await prepared(report(...MANY));
    await finished();
    await importer().undo("slow", BY);

    const goesOn = stoppedBefore(2, async () => {
      await finished();
      await apply(report(...MANY));
    });
    await importer().write(goesOn);

    expect(await test.db.collection("fishbowl_sales_orders").countDocuments()).toBe(1_200);
  });
});

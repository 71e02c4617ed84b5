import fc from "fast-check";
import { importStore } from "../../src/sources/fishbowl/import/import-store";
import { recordSnapshotStore } from "../../src/sources/fishbowl/import/record-snapshot-store";
import { ordersStore } from "../../src/sources/fishbowl/orders-store";
import { testDatabase } from "../support/env/database";
import { anImporter, typedOrders } from "../support/harness/fishbowl-import";
import { undoneImports } from "../support/harness/undo/undone-imports";

const LINE = fc.record({
  account: fc.constantFrom("C-1", "C-2", "C-3"),
  type: fc.constantFrom("Wholesale", "Distribution", "Retail", ""),
  rep: fc.constantFrom("A. Ray", "B. Lee", "C. Poe", ""),
  status: fc.constantFrom("Issued", "Void", "Fulfilled", "Estimate"),
  date: fc.constantFrom("10/05/2026", "10/12/2026", "10/27/2026"),
  total: fc.integer({ min: 1, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)),
});
/** A file of some of six orders, each once. */
const FILE = fc
  .subarray(["1", "2", "03", "so-4", "SO-5", "6"], { minLength: 1 })
  .chain((numbers) => fc.tuple(...numbers.map((order) => LINE.map((line) => ({ order, ...line })))))
  .map((lines) => typedOrders(...lines));
/** What somebody put there by hand: other keys, other kinds of values, other fields. */
const BY_HAND = fc.record({
  order: fc.constantFrom(1, "1", "SO-4", "9"),
  customer: fc.constantFrom("C-1", "C-3"),
  accountType: fc.constantFrom<string | string[] | null>("Wholesale", ["Distribution"], null),
});

type Stored = Readonly<Record<string, unknown>> & { readonly _id: string };

describe("any imports, undone the last first", () => {
  const test = testDatabase();

  it("leave each time what was there before, totals too, wherever a process was killed", async () => {
    const cases = fc.asyncProperty(
      fc.tuple(BY_HAND, fc.array(FILE, { minLength: 1, maxLength: 3 }), fc.nat({ max: 8 }), fc.boolean()),
      async ([hand, files, killedAfter, isKilled]) => {
        for (const collection of await test.db.collections()) await collection.deleteMany({});
        const harness = await undoneImports(test);
        const { order, customer, accountType } = hand;
        const put = {
          soNumber: order,
          status: "Issued",
          customerId: customer,
          salesman: "A. Ray",
          dateIssued: "2026-10-12",
        };
        await test.db
          .collection<Stored>("fishbowl_sales_orders")
          .insertOne({ _id: "hand", ...put, total: 12.5, more: { a: [1, null] } });
        await test.db
          .collection<Stored>("fishbowl_customers")
          .insertOne({ _id: customer, name: "Old name", accountType });
        await harness.sync("2026-09-29", "2026-10-28");
        const before = [];
        const ids = [];
        for (const [at, text] of files.entries()) {
          before.push(await harness.stands());
          harness.clock.now = new Date(harness.clock.now.getTime() + 60_000);
          ids.push((await harness.apply(text, `${at}.csv`)).id);
        }
        for (const id of ids.toReversed()) {
          if (isKilled) await killed(id, killedAfter);
          else expect(await harness.undo(id)).toMatchObject({ kind: "undone" });
          await harness.imports.finish();
          await harness.imports.idle();

          expect(await harness.stands()).toEqual(before.pop());
        }
      },
    );
    await fc.assert(cases, { numRuns: 10 });
  }, 300_000);

  /** Decides to undo, puts so many records back, and dies. */
  async function killed(id: string, records: number) {
    const store = importStore(
      test.db,
      ordersStore(test.db, async () => (name) => name),
    );
    const decided = await anImporter(test.db).undo(id, { by: "UALEX", at: new Date("2026-10-28T22:00:00Z") });
    expect(decided).toMatchObject({ kind: "undone" });
    await test.db.client.withSession(async (session) => {
      for await (const batch of store.kept(id)) {
        await recordSnapshotStore(test.db).putBack(batch.slice(0, records), session);
      }
    });
  }
});

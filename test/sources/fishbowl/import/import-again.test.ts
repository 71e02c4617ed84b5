import fc from "fast-check";
import { nativeExport, nativeRows, report, reportRow } from "../../../support/builders/orders";
import { COLLECTIONS, fishbowlImportHarness } from "../../../support/harness/fishbowl-import";

describe("an import of orders", () => {
  const { apply, kept: stored, test } = fishbowlImportHarness();

  it("writes nothing at all when the same file comes again", async () => {
    const text = report({ order: "1", item: "a" }, { order: "2", item: "b" });
    await apply(text);
    const mark = await test.oplogMark();

    const { preview } = await apply(text);

    expect(preview.orders).toEqual({ new: 0, changed: 0, unchanged: 2 });
    expect(await test.oplogWrites(COLLECTIONS, mark)).toBe(0);
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
        const once = await stored();
        await apply(report() + rows.map((row) => `${row}\n`).join(""));
        const twice = await stored();
        await empty();
        await apply(report() + shuffled.map((row) => `${row}\n`).join(""));

        expect(twice).toEqual(once);
        expect(await stored()).toEqual(once);
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
    const straight = await stored();
    await Promise.all(COLLECTIONS.map((name) => test.db.collection(name).deleteMany({})));
    await apply(nativeExport(...[...orders, ...orders].reverse()));

    expect(await stored()).toEqual(straight);
    expect(nativeRows({ number: "1" })).toHaveLength(2);
  });
});

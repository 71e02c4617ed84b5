import fc from "fast-check";
import { FIRST_DAY, history } from "../../support/builders/vendor-histories";
import { testDatabase } from "../../support/env/database";
import { cellsOf } from "../../support/harness/sync";
import { vendorHistories } from "../../support/harness/vendors/vendor-histories";

/** `HISTORIES=1000` plays a thousand, which takes half an hour. */
const HISTORIES = Number(process.env.HISTORIES ?? 8);

/** The number of the record that a fact's id names. */
function recordOf(id: string): number {
  return Number(/:m?(\d+)/.exec(id)?.[1]);
}

function isInRange(cell: string): boolean {
  return (/\d{4}-\d{2}-\d{2}/.exec(cell)?.[0] ?? "") >= FIRST_DAY;
}

describe("any history of a busy account, between pages and between syncs,", () => {
  const test = testDatabase();
  let harness: Awaited<ReturnType<typeof vendorHistories>>;
  afterEach(() => harness.close());

  const counting = async () =>
    (
      await test.db
        .collection<{ _id: string }>("facts")
        .find({ counts: true }, { projection: { _id: 1 } })
        .toArray()
    ).map(({ _id }) => _id);
  const totals = async () => {
    const cells = Object.entries(await cellsOf(test.db)).filter(([, value]) => value !== 0);
    return Object.fromEntries(cells);
  };

  it(
    "ends with the figures of its last state, and nothing that stood stops counting meanwhile",
    async () => {
      harness = await vendorHistories(test.db);
      expect(harness.errors).toEqual([]);
      await fc.assert(
        fc.asyncProperty(history, async (events) => {
          await harness.begin();
          const played = harness.play(events);
          // Two quiet ones follow.
          for (let number = 0; number < played.syncs + 2; number += 1) {
            const before = await counting();
            expect(await played.sync(number)).toEqual([]);
            const after = new Set(await counting());
            const stopped = before.filter((id) => !after.has(id));
            expect(stopped.filter((id) => !played.touched.has(recordOf(id)))).toEqual([]);
          }
          const found = await totals();
          // A day outside the range that a record went to is read whole, or not at all.
          const expected = Object.entries(played.expected).filter(([id]) => isInRange(id) || Object.hasOwn(found, id));
          expect(found).toEqual(Object.fromEntries(expected));
        }),
        { numRuns: HISTORIES, seed: Number(process.env.SEED ?? 13), endOnFailure: true },
      );
      expect([...harness.before].sort()).toEqual(["look-up", "page", "second walk"]);
    },
    HISTORIES * 20_000,
  );
});

import fc from "fast-check";
import { history } from "../../support/builders/vendor-histories";
import { testDatabase } from "../../support/env/database";
import { cellsOf } from "../../support/harness/sync";
import { vendorHistories } from "../../support/harness/vendors/vendor-histories";

/** `HISTORIES=1000` plays a thousand, which takes half an hour. */
const HISTORIES = Number(process.env.HISTORIES ?? 8);

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
        fc.asyncProperty(history, async (steps) => {
          await harness.begin();
          const before = await counting();
          const { touched, waiting, expected } = harness.play(steps);
          const standing = before.filter((id) => !touched.has(Number(/:m?(\d+)/.exec(id)?.[1])));
          const stopped = async () => {
            const after = new Set(await counting());
            return standing.filter((id) => !after.has(id));
          };

          expect(await harness.sync()).toEqual([]);
          expect(await stopped()).toEqual([]);
          for (const happen of [...waiting]) happen();
          for (let more = 0; more < 2; more += 1) {
            expect(await harness.sync()).toEqual([]);
            expect(await stopped()).toEqual([]);
            if (more === 1) expect(await totals()).toEqual(expected);
          }
        }),
        { numRuns: HISTORIES, seed: Number(process.env.SEED ?? 13), endOnFailure: true },
      );
    },
    HISTORIES * 20_000,
  );
});

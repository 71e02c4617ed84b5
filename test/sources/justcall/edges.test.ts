import { justcallCall } from "../../support/builders/records/justcall";
import { days, justcallHarness, range, readComplete, stopJustCall } from "../../support/harness/justcall";

afterEach(stopJustCall);

/** So many calls of one second. */
const atOnce = (count: number, { from, at }: { from: number; at: Date }) =>
  Array.from({ length: count }, (_, index) => justcallCall({ id: from + index, startedAt: at }));

describe("calls of the same second", () => {
  it.each([true, false])(
    "are each read once, at their pages' and their window's edges (total: %s)",
    async (totalCount) => {
      const one = range("2026-11-02", "2026-11-02");
      const [first, last] = [one.since, new Date(+one.until - 1_000)];
      const inside = [...atOnce(150, { from: 1_000, at: first }), ...atOnce(250, { from: 2_000, at: last })];
      const outside = [
        ...atOnce(20, { from: 3_000, at: new Date(+first - 1_000) }),
        ...atOnce(130, { from: 4_000, at: one.until }),
      ];
      const { source } = await justcallHarness({ totalCount, records: { calls: [...outside, ...inside] } });

      const { facts } = await readComplete(await source.open(one), one);

      const counted = facts.filter(({ type }) => type === "phone_call_quantity").map(({ recordId }) => recordId);
      expect(counted.toSorted()).toEqual(inside.map(({ id }) => String(id)).toSorted());
      expect(new Set(facts.map(({ day }) => day))).toEqual(new Set([days.dayOf(first)]));
    },
  );

  it("belong to one of two windows that meet between them and the next", async () => {
    const both = range("2026-11-02", "2026-11-03");
    const middle = days.startOf(days.dayOf(new Date(+both.until - 1)));
    const all = [
      ...atOnce(120, { from: 1_000, at: new Date(+middle - 1_000) }),
      ...atOnce(120, { from: 2_000, at: middle }),
    ];
    const { source } = await justcallHarness({ records: { calls: all } });
    const reading = await source.open(both);

    const before = await readComplete(reading, { since: both.since, until: middle });
    const after = await readComplete(reading, { since: middle, until: both.until });

    const ids = (read: typeof before) =>
      new Set(read.facts.map(({ recordId }) => Math.floor(Number(recordId) / 1_000)));
    expect([ids(before), ids(after)]).toEqual([new Set([1]), new Set([2])]);
    expect([before.facts.length, after.facts.length]).toEqual([240, 240]);
  });
});

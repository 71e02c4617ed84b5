import fc from "fast-check";
import { dayStretches } from "../../src/metrics/day-stretches";
import { addDays, type Day, day } from "../../src/time/day";

const FIRST = day("2026-10-01");
const ranges = fc.array(
  fc.tuple(fc.nat(40), fc.nat(40)).map(([from, to]) => ({ from: addDays(FIRST, from), to: addDays(FIRST, to) })),
  { maxLength: 9 },
);

describe("days cut into stretches", () => {
  it("come to the same for each range as its days added one by one, also where a range has no day", () => {
    fc.assert(
      fc.property(ranges, fc.array(fc.nat(9_999), { minLength: 41, maxLength: 41 }), (asked, cents) => {
        const { firsts, sums } = dayStretches(asked);
        const values = new Map(cents.map((value, index): [Day, number] => [addDays(FIRST, index), value / 100]));
        const parts = [...values].map(([on, value]) => ({ at: firsts.findLastIndex((first) => first <= on), value }));

        const expected = asked.map(({ from, to }) => {
          const own = [...values].filter(([on]) => from <= on && on <= to);
          return Math.round(own.reduce((total, [, value]) => total + value, 0) * 100) / 100;
        });

        expect(sums(parts)).toEqual(expected);
      }),
    );
  });

  it("are cut once where ranges begin or end together", () => {
    const week = { from: day("2026-10-26"), to: day("2026-11-01") };
    const today = { from: day("2026-10-28"), to: day("2026-10-28") };

    expect(dayStretches([week, today, week]).firsts).toEqual(["2026-10-26", "2026-10-28", "2026-10-29", "2026-11-02"]);
  });
});

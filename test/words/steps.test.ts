import fc from "fast-check";
import { stepsInWords } from "../../src/words/steps";

describe("stepsInWords", () => {
  it.each([
    [8025.85, [4850, -11125.6], "dollars", "$14,301", ["+$4,850", "−$11,126"], "$8,025"],
    [57, [-1], "count", "58", ["−1"], "57"],
    [75.5, [-12.25], "minutes", "1h 27m", ["−12m"], "1h 15m"],
    // A step that full dollars would show as nothing.
    [20, [-9, -0.4], "dollars", "$29.40", ["−$9.00", "−$0.40"], "$20.00"],
    // One that they would show as a dollar more than the order has.
    [3175.95, [-11125.1], "dollars", "$14,301.05", ["−$11,125.10"], "$3,175.95"],
    [5, [10, -10], "dollars", "$5", ["+$10", "−$10"], "$5"],
  ] as const)("says how there came to be %d by %j in %s", (to, steps, unit, from, changes, words) => {
    expect(stepsInWords(to, steps, unit)).toEqual({ from, changes, to: words });
  });

  it("adds up as it is shown, whatever the cents", () => {
    const cents = fc.integer({ min: -2_000_000, max: 2_000_000 });
    const read = (words: string) => Number(words.replace(/[$,+]/g, "").replaceAll("−", "-"));
    const addsUp = (to: number, steps: readonly number[]) => {
      const said = stepsInWords(
        to / 100,
        steps.map((step) => step / 100),
        "dollars",
      );
      const sum = said.changes.reduce((all, change) => all + read(change), read(said.from));
      expect(sum).toBeCloseTo(read(said.to), 6);
      said.changes.forEach((change, at) => {
        expect(Math.abs(read(change) - (steps[at] ?? 0) / 100)).toBeLessThanOrEqual(0.51);
      });
      // All have cents, or none has.
      expect(new Set([said.from, said.to, ...said.changes].map((one) => /\.\d\d$/.test(one))).size).toBe(1);
    };
    fc.assert(fc.property(cents, fc.array(cents, { minLength: 1, maxLength: 4 }), addsUp));
  });
});

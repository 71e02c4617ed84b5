import fc from "fast-check";
import { daysOf } from "../../src/goals/calendar";
import { firstBegin, inForce, targetOn } from "../../src/goals/goal";
import { addDays, day } from "../../src/time/day";
import { dayRanges } from "../../src/time/day-ranges";
import { aGoal } from "../support/builders/goals";

describe("a goal's target", () => {
  const targets = [
    { from: day("2025-09-01"), target: 300 },
    { from: day("2025-10-10"), target: 400 },
    { from: day("2025-11-01"), target: 500 },
  ];
  const goal = aGoal("g", { targets });

  it.each([
    ["daily", "2025-08-31", null],
    ["daily", "2025-10-09", 300],
    ["daily", "2025-10-10", 400],
    ["weekly", "2025-10-12", 300],
    ["weekly", "2025-10-13", 400],
    ["weekly", "2025-11-02", 400],
    ["weekly", "2025-11-03", 500],
    ["monthly", "2025-08-31", null],
    ["monthly", "2025-09-01", 300],
    ["monthly", "2025-10-10", 300],
    ["monthly", "2025-10-31", 300],
    ["monthly", "2025-11-01", 500],
    ["monthly", "2026-11-01", 500],
  ] as const)("takes effect with the first %s period that begins on its day or after it: on %s it is %p", (...of) => {
    const [period, today, target] = of;

    expect(targetOn({ ...goal, period }, day(today))).toBe(target);
  });

  it("is the one in force in whatever order the rows stand", () => {
    expect(targetOn({ ...goal, targets: [...targets].reverse() }, day("2025-11-10"))).toBe(500);
  });

  it("is none where there are no rows", () => {
    expect(targetOn({ ...goal, targets: [] }, day("2025-10-10"))).toBeNull();
  });
});

describe("the first period that begins on a day or after it", () => {
  it.each([
    ["daily", "2025-10-10", "2025-10-10"],
    ["weekly", "2025-10-06", "2025-10-06"],
    ["weekly", "2025-10-07", "2025-10-13"],
    ["monthly", "2025-10-01", "2025-10-01"],
    ["monthly", "2025-12-02", "2026-01-01"],
  ] as const)("begins, %s from %s, on %s", (period, from, begin) => {
    expect(firstBegin(period, day(from))).toBe(begin);
  });
});

describe("the days on which a goal is in force", () => {
  it("are those that have a target, in stretches, whatever was set when and archived for how long", () => {
    const someDay = fc.nat(120).map((count) => addDays(day("2025-09-01"), count));
    const stretch = fc.tuple(someDay, fc.nat(30)).map(([from, length]) => ({ from, to: addDays(from, length) }));
    const goals = fc.record({
      period: fc.constantFrom("daily" as const, "weekly" as const, "monthly" as const),
      targets: fc.array(fc.record({ from: someDay, target: fc.integer({ min: 1, max: 9 }) }), { maxLength: 3 }),
      pauses: fc.option(fc.array(stretch, { maxLength: 2 }), { nil: undefined }),
    });

    fc.assert(
      fc.property(goals, stretch, ({ pauses, ...given }, range) => {
        const goal = { ...given, ...(pauses !== undefined && { pauses }) };

        const asked = daysOf(range).filter((of) => targetOn(goal, of) !== null);
        expect(inForce(goal, range)).toEqual(dayRanges(asked));
      }),
      { numRuns: 500 },
    );
  });
});

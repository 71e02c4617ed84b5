import fc from "fast-check";
import { type Period, periodOf } from "../../src/goals/goal";
import { addDays, day, daysBetween, weekday, zoneDays } from "../../src/time/day";

const anyDay = fc.integer({ min: 0, max: 9_000 }).map((count) => addDays(day("2010-01-01"), count));

describe("the current period", () => {
  it.each([
    ["daily", "2025-10-10", "2025-10-10", "2025-10-10"],
    ["weekly", "2025-10-10", "2025-10-06", "2025-10-12"],
    ["monthly", "2025-10-10", "2025-10-01", "2025-10-31"],
    ["weekly", "2025-10-06", "2025-10-06", "2025-10-12"],
    ["weekly", "2025-10-12", "2025-10-06", "2025-10-12"],
    ["weekly", "2026-01-01", "2025-12-29", "2026-01-04"],
    ["monthly", "2024-02-29", "2024-02-01", "2024-02-29"],
    ["monthly", "2026-02-01", "2026-02-01", "2026-02-28"],
    ["monthly", "2025-12-31", "2025-12-01", "2025-12-31"],
  ] as const)("is computed, %s on %s: %s to %s", (period, today, from, to) => {
    expect(periodOf(period, day(today))).toEqual({ from, to });
  });

  it("holds its day, begins where the one before ended, and is the same on all its days", () => {
    fc.assert(
      fc.property(fc.constantFrom<Period>("daily", "weekly", "monthly"), anyDay, (period, today) => {
        const { from, to } = periodOf(period, today);

        expect(from <= today && today <= to).toBe(true);
        expect(periodOf(period, addDays(from, -1)).to).toBe(addDays(from, -1));
        expect([periodOf(period, from), periodOf(period, to)]).toEqual([
          { from, to },
          { from, to },
        ]);
      }),
    );
  });

  it("is a Monday to its Sunday, or the first to the last of one month", () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const [week, month] = [periodOf("weekly", today), periodOf("monthly", today)];

        expect([weekday(week.from), weekday(week.to), daysBetween(week.from, week.to)]).toEqual([1, 7, 6]);
        expect([month.from.slice(8), month.from.slice(0, 7), addDays(month.to, 1).slice(8)]).toEqual([
          "01",
          month.to.slice(0, 7),
          "01",
        ]);
      }),
    );
  });
});

describe("in every zone, on every day of three years", () => {
  const first = day("2025-01-01");
  const days = Array.from({ length: 1096 }, (_, index) => addDays(first, index));
  const periods = ["daily", "weekly", "monthly"] as const;
  const ranges = days.map((one) => periods.map((period) => periodOf(period, one)));

  it("each period is the one before it or begins where that ended, so that days lie in exactly one of each", () => {
    const gaps = ranges.slice(1).flatMap((now, index) =>
      now.filter(({ from }, at) => {
        const before = ranges[index]?.[at];
        return before?.from !== from && (before === undefined || addDays(before.to, 1) !== from);
      }),
    );

    expect(gaps).toEqual([]);
  });

  it.each(Intl.supportedValuesOf("timeZone"))(
    "an instant of %s lies in its day alone, and so in one period",
    (zone) => {
      const zoned = zoneDays(zone);

      const wrong = days.filter((one) => {
        const { since, until } = zoned.instantsOf({ from: one, to: one });
        // A day ends where the next begins: its ends and the instants beside them tell whether it is one piece.
        const skipped = since.getTime() === until.getTime();
        const inside = [since.getTime(), (since.getTime() + until.getTime()) / 2, until.getTime() - 1];
        return !skipped && !inside.every((at) => zoned.dayOf(new Date(at)) === one);
      });

      expect(wrong).toEqual([]);
    },
  );
});

import { day } from "../../../src/time/day";
import { CALLS } from "../../support/builders/overviews";
import { trendOf } from "../../support/harness/trends/trend-message";

/** A month's goal as Home has it on Oct 28. */
const MONTH = { ...CALLS, period: "monthly", from: day("2026-10-01"), to: day("2026-10-31") } as const;

describe("a trend of a part of the goal's period that goes on", () => {
  const figures = [{ userId: "U01", type: CALLS.type, before: 2, value: 39 }] as const;
  const of = (count: number) =>
    trendOf({ count, period: "monthly", target: 440, types: [CALLS.type], figures, running: [MONTH] }).text;

  it("is titled with what these days brought, as its points are, and says beside it how the goal stands", () => {
    // Four working days of October's 22 have ended, at 20 a day.
    expect(of(7)).toMatch(
      /^Calls: 39 of 80 by Tue, Oct 27, 41 behind pace\. .*This month: 🔴 51 of 400, behind by 109/,
    );
    expect(of(7)).toMatch(/so far: 39 of 100\.$/);
    expect(of(1)).toMatch(/^Calls: 0 today so far\. .*This month: 🔴 51 of 400, behind by 109/);
    expect(of(28)).toMatch(/^🔴 Calls: 51 of 400 this month, behind by 109\./);
  });
});

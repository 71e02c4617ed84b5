import type { Figure } from "../../support/builders/goals";
import { readAt, trendOf } from "../../support/harness/trends/trend-message";

const CALLS = "phone_call_quantity";
const types = [CALLS] as const;
/** Read before the last of these days was over. */
const STALE = readAt(new Date("2026-10-20T15:00:00Z"));
const calls = (...given: readonly (readonly [before: number, value: number])[]): readonly Figure[] =>
  given.map(([before, value]) => ({ userId: "U01", type: CALLS, before, value }));

describe("a trend of days that were not all read", () => {
  // Mon, Oct 19 – Sun, Oct 25.
  const lastWeek = { count: 7, before: 3, period: "weekly", types, target: 110 } as const;

  it("calls a week that is over reached or missed once it was read to its end, as History does, and no zero before", () => {
    const title = (freshness: typeof STALE | undefined, figures: readonly Figure[]) =>
      trendOf({ ...lastWeek, figures, ...(freshness === undefined ? {} : { freshness }) }).text.split(". ")[0];

    expect(title(undefined, calls([8, 80]))).toBe("❌ Calls: 80 of 110, missed by 30");
    expect(title(undefined, calls([8, 110]))).toBe("✅ Calls: 110 of 110, reached");
    expect(title(STALE, calls([8, 80]))).toBe("❔ Calls: 80 of 110, some days not synced");
    expect(title(STALE, [])).toBe("❔ Calls: goal of 110, some days not synced");
  });

  it("says of calls that reached their target what there is at least, and of sales nothing yet, as one may be voided", () => {
    const sales = { ...lastWeek, types: ["new_sales_wholesale"] as const, freshness: STALE };
    const sold = { userId: "U01", type: "new_sales_wholesale", before: 8, value: 110 } as const;

    expect(trendOf({ ...lastWeek, figures: calls([8, 110]), freshness: STALE }).text.split(". ")[0]).toBe(
      "✅ Calls: at least 110 of 110, reached",
    );
    expect(trendOf({ ...sales, figures: [sold] }).text.split(". ")[0]).toBe(
      "❔ Wholesale sales: $110 of $110, some days not synced",
    );
  });

  it("counts the weeks that were read alone, and compares none with one that was not", () => {
    const weeks = { count: 60, period: "weekly", types, target: 50 } as const;
    const figures = calls([15, 60], [22, 60], [29, 60], [36, 60]);

    const [read, stale] = [trendOf({ ...weeks, figures }).text, trendOf({ ...weeks, figures, freshness: STALE }).text];

    expect(read).toMatch(/^Calls: 4 of 8 weeks at or above pace, 3 of the last 4\./);
    expect(read).toContain("180 calls in the 4 weeks through Oct 25, 120 more than in the 4 before");
    expect(stale).toMatch(/^Calls: 4 of 7 synced weeks at or above pace, 4 of the last 4\./);
    expect(stale).not.toMatch(/calls in the \d/);
  });
});

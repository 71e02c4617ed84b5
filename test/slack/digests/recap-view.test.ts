import type { RecapLine } from "../../../src/digests/content/recap";
import { recapParts } from "../../../src/slack/digests/recaps/recap-view";
import { day } from "../../../src/time/day";
import { lines } from "../../support/harness/slack-blocks";

const WEEK = { from: day("2026-10-26"), to: day("2026-11-01"), period: "weekly" } as const;
const SALES = { type: "new_sales_wholesale", title: "Wholesale sales", unit: "dollars" } as const;
const GOAL = { goalId: "g", ...SALES, ...WEEK, target: 9_000, value: 5918.09 } as const;
const aLine = (fields: Partial<RecapLine>): RecapLine => ({
  ...{ ...SALES, value: 5918.09, unread: [], goal: null, days: null, before: null, best: null, streak: 0 },
  ...fields,
});
const said = (...all: readonly RecapLine[]) =>
  lines(recapParts({ ...WEEK, lines: all, trend: null }, { today: day("2026-11-02"), draws: false }).words);

describe("a recap in words", () => {
  it("compares money as it is shown, in full dollars", () => {
    expect(said(aLine({ before: 4146.02 }))).toEqual([
      "# Last week, Oct 26 – Nov 1",
      "• *Wholesale sales*: $5,918; $1,772 more than the week before",
    ]);
    expect(said(aLine({ before: 5918.9 }))[1]).toBe("• *Wholesale sales*: $5,918; same as the week before");
  });

  it("counts the goals that are not synced apart, and says of which days that is", () => {
    const unread = [{ from: day("2026-10-29"), to: day("2026-11-01") }];
    const open = aLine({ goal: { ...GOAL, outcome: "unread" }, unread });

    expect(said(open, aLine({ goal: { ...GOAL, target: 5_000, outcome: "reached" } }))).toEqual([
      "# Last week, Oct 26 – Nov 1: reached 1 of 1 weekly goal, 1 not synced",
      "❔ *Wholesale sales*: $5,918 of $9,000 so far, not synced Oct 29 – Nov 1",
      "✅ *Wholesale sales*: $5,918 of $5,000, 118%",
    ]);
    expect(said(open)[0]).toBe("# Last week, Oct 26 – Nov 1: 1 weekly goal not synced");
  });

  it("tells in small print what had no goal of the period where others had, and by lines where none had", () => {
    const calls = { type: "phone_call_quantity", title: "Calls", unit: "count", value: 22 } as const;
    const reached = aLine({ goal: { ...GOAL, target: 5_000, outcome: "reached" } });
    const unread = [{ from: day("2026-10-29"), to: day("2026-11-01") }];
    const daily = { reached: 1, counted: 5, unread: 0 };

    expect(said(reached, aLine(calls), aLine({ ...calls, unread }), aLine({ value: 0, unread })).slice(2)).toEqual([
      "Also, without a weekly goal: 22 calls; 22 calls so far, not synced Oct 29 – Nov 1; wholesale not synced Oct 29 – Nov 1",
    ]);
    expect(said(reached, aLine({ ...calls, days: daily })).slice(2)).toEqual([
      "Also, without a weekly goal: 22 calls (daily goal missed on 4 of 5 days)",
    ]);
    const most = { reached: 3, counted: 5, unread: 0 };
    expect(said(reached, aLine({ ...calls, days: most })).slice(2)).toEqual([
      "Also, without a weekly goal: 22 calls (daily goal reached on 3 of 5 days)",
    ]);
    expect(said(aLine(calls)).slice(1)).toEqual(["• *Calls*: 22"]);
    expect(said(aLine({ ...calls, days: daily })).slice(1)).toEqual([
      "• *Calls*: 22; daily goal missed on 4 of 5 days",
    ]);
  });
});

import type { RecapLine } from "../../../src/digests/content/recap";
import { recapParts } from "../../../src/slack/digests/recaps/recap-view";
import { day } from "../../../src/time/day";
import { lines } from "../../support/harness/slack-blocks";

const PERIOD = { from: day("2026-10-26"), to: day("2026-11-01"), period: "weekly" } as const;
const aLine = (fields: Partial<RecapLine>): RecapLine => ({
  ...{ type: "phone_call_quantity", title: "Calls", unit: "count", value: 30, unread: [] },
  ...{ goal: null, days: null, before: null, best: null, streak: 0 },
  ...fields,
});
const outcome = (result: "reached" | "missed"): Pick<RecapLine, "goal"> => {
  const goal = { goalId: "g", type: "phone_call_quantity", title: "Calls", unit: "count", ...PERIOD } as const;
  return { goal: { ...goal, target: result === "reached" ? 30 : 40, value: 30, outcome: result } };
};
const TUESDAY = { day: day("2026-10-27"), value: 9 };
const SALES = { type: "new_sales_wholesale", title: "Wholesale sales", unit: "dollars" } as const;
const said = (all: readonly RecapLine[], period: "weekly" | "monthly" = "weekly") => {
  const recap = { ...PERIOD, period, lines: all, trend: null };
  return lines(recapParts(recap, { today: day("2026-11-02"), draws: false }).words).slice(1);
};

describe("what went well in a week or a month", () => {
  const missed = aLine({ ...SALES, ...outcome("missed"), best: TUESDAY });
  const reached = aLine({ ...outcome("reached"), best: TUESDAY, streak: 2 });

  it("stands on the line of its metric, and the best day in small print, of what was reached before what was not", () => {
    expect(said([missed, reached])).toEqual([
      "❌ *Wholesale sales*: $30 of $40, $10 short",
      "✅ *Calls*: 30 of 30, 100%; 🔥 2 weeks in a row",
      "Best day: Tue, 9 calls",
    ]);
    expect(said([missed])).toEqual(["❌ *Wholesale sales*: $30 of $40, $10 short", "Best day: Tue, $9 wholesale"]);
    expect(said([missed, aLine(outcome("reached"))])).toEqual([
      "❌ *Wholesale sales*: $30 of $40, $10 short",
      "✅ *Calls*: 30 of 30, 100%",
    ]);
  });

  it("stays on that line where there is much of it, so that no line is without its metric", () => {
    expect(said([{ ...reached, before: 29 }])).toEqual([
      "✅ *Calls*: 30 of 30, 100%; 1 more than the week before, 🔥 2 weeks in a row",
      "Best day: Tue, 9 calls",
    ]);
  });

  it("names days of a month by their date, and says that more periods were not looked at", () => {
    expect(said([{ ...reached, streak: 3 }], "monthly")).toEqual([
      "✅ *Calls*: 30 of 30, 100%; 🔥 3+ months in a row",
      "Best day: Oct 27, 9 calls",
    ]);
  });

  it("is no best day where it is the whole, and no row of one", () => {
    const whole = aLine({ ...outcome("reached"), best: { ...TUESDAY, value: 30 }, streak: 1 });

    expect(said([whole])).toEqual(["✅ *Calls*: 30 of 30, 100%"]);
  });
});

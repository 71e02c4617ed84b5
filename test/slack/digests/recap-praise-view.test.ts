import type { RecapLine } from "../../../src/digests/content/recap";
import { recapPraise } from "../../../src/slack/digests/recaps/recap-praise-view";
import { day } from "../../../src/time/day";

const PERIOD = { from: day("2026-10-26"), to: day("2026-11-01"), period: "weekly" } as const;
const aLine = (fields: Partial<RecapLine>): RecapLine => ({
  ...{ type: "phone_call_quantity", title: "Calls", unit: "count", value: 30, unread: [] },
  ...{ goal: null, days: null, before: null, best: null, streak: 0 },
  ...fields,
});
const outcome = (result: "reached" | "missed", value = 30): Pick<RecapLine, "goal"> => {
  const goal = { goalId: "g", type: "phone_call_quantity", title: "Calls", unit: "count", ...PERIOD } as const;
  return { goal: { ...goal, target: 30, value, outcome: result } };
};
const TUESDAY = { day: day("2026-10-27"), value: 9 };
const said = (lines: readonly RecapLine[], period: "weekly" | "monthly" = "weekly") =>
  recapPraise({ period, lines }).words;

describe("what a recap praises first", () => {
  it("is how often in a row goals were reached, and the best day, of what was reached before what was not", () => {
    const sales = { type: "new_sales_wholesale", title: "Wholesale sales", unit: "dollars" } as const;
    const missed = aLine({ ...sales, ...outcome("missed"), best: { ...TUESDAY, value: 4850 } });
    const reached = aLine({ ...outcome("reached"), best: TUESDAY, streak: 2 });

    expect(said([missed, reached])).toEqual(["👏 *Calls* reached 2 weeks in a row · best day Tue: 9 calls"]);
    expect(said([missed, aLine(outcome("reached"))])).toEqual(["👏 *Calls* reached"]);
    expect(said([missed, aLine(outcome("reached", 46))])).toEqual(["👏 *Calls* reached, 16 more than asked"]);
    expect(said([aLine(outcome("reached"))])).toEqual([]);
    expect(said([missed])).toEqual(["👏 Best day Tue: $4,850 wholesale"]);
    expect(said([aLine({ streak: 3, best: { ...TUESDAY, value: 1 } })], "monthly")).toEqual([
      "👏 *Calls* reached 3+ months in a row · best day Oct 27: 1 call",
    ]);
  });

  it("names two such goals at most, money first, and says of which metrics it told", () => {
    const types = ["email_quantity", "phone_call_quantity", "new_sales_wholesale"] as const;
    const { streaks } = recapPraise({
      period: "weekly",
      lines: types.map((type) => aLine({ type, title: type, streak: 2 })),
    });

    expect([...streaks]).toEqual(["new_sales_wholesale", "phone_call_quantity"]);
  });

  it("is no best day where it is the whole", () => {
    expect(said([aLine({ value: 9, best: TUESDAY })])).toEqual([]);
  });

  it("is nothing where nothing went well", () => {
    expect(said([aLine(outcome("missed")), aLine({ streak: 1 })])).toEqual([]);
  });
});

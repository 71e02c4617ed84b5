import { viewFaults } from "../../../../src/demo/slack/rules/views";
import type { PastPeriod } from "../../../../src/goals/trends/past-period";
import { MY_PAGE } from "../../../../src/slack/home/location";
import { firstHistoryPage, historyPage } from "../../../../src/slack/home/views/my/history-page";
import { day } from "../../../../src/time/day";
import { CALLS as GOAL, SALES } from "../../../support/builders/overviews";
import { many } from "../../../support/harness/home";
import { lines, pressable } from "../../../support/harness/slack-blocks";

const OCTOBER = { from: day("2026-10-01"), to: day("2026-10-31") };
const CALLS: PastPeriod = {
  ...{ goalId: "g", type: "phone_call_quantity", title: "Calls", unit: "count", period: "weekly" },
  ...{ from: day("2026-10-05"), to: day("2026-10-11"), target: 60, value: 40, outcome: "missed" },
};
const history = (...periods: readonly PastPeriod[]) => ({ period: periods[0]?.period ?? "weekly", periods });
type Shown = Parameters<typeof historyPage>[0];
const of = (histories: Shown["histories"], page = 2, given: Partial<Shown> = {}) =>
  historyPage({
    ...{ tabs: ["me"], location: { ...MY_PAGE, page }, month: OCTOBER, histories, running: [], asOf: null },
    ...given,
  });

describe("one's history", () => {
  it("says of each period its days, result and target, and whether it was reached or by how much it was missed", () => {
    const monthly = { ...CALLS, ...OCTOBER, period: "monthly", target: 200, value: 200, outcome: "reached" } as const;
    const sales = {
      ...CALLS,
      type: "new_sales_wholesale",
      title: "Wholesale sales",
      unit: "dollars",
      value: 40.5,
      target: 60,
    } as const;
    const page = of([
      history(CALLS, { ...CALLS, value: 61, outcome: "reached" }, { ...CALLS, outcome: "unread" }),
      history(monthly),
      history(sales, { ...sales, value: 0, outcome: "off" }),
    ]);

    expect(lines(page.blocks)).toEqual([
      "# History: Oct 2026",
      ...["[home_me]", "[home_back]", "[home_on]", "[history_export]"],
      "*Reached 1 of 1 monthly goal* · weekly goals 1 of 3 times · some days not synced",
      "Best: *Calls*, 100% of its goal",
      "*Calls*, monthly",
      "✅ Oct 1 – Oct 31 | *200 of 200* · 100%, reached",
      "*Wholesale sales*, weekly",
      "❌ Oct 5 – Oct 11 | *$40 of $60* · 68%, missed by $20",
      "➖ Oct 5 – Oct 11 | *$0 of $60* · no workdays",
      "*Calls*, weekly",
      "❌ Oct 5 – Oct 11 | *40 of 60* · 67%, missed by 20",
      "✅ Oct 5 – Oct 11 | *61 of 60* · 102%, reached",
      "❔ Oct 5 – Oct 11 | *40 of 60* · some days not synced",
    ]);
    expect(pressable(page.blocks)).toContain("why_goal");
  });

  it("says no zero of a period that days which are not synced may fill", () => {
    const page = of([history({ ...CALLS, value: 0, outcome: "unread" })]);

    expect(lines(page.blocks)).toContain("❔ Oct 5 – Oct 11 | goal of *60* · some days not synced");
  });

  it("shows how the goals that go on stand so far, and as of when, below what has ended of each", () => {
    const running = [
      { ...GOAL, goalId: "g" },
      { ...SALES, goalId: "new" },
    ];
    const asOf = "Copper and JustCall as of 2:05 PM EDT";

    expect(lines(of([history(CALLS)], 1, { running, asOf }).blocks).slice(4)).toEqual([
      "*Reached weekly calls goal in 0 of 1 week*",
      "Most to catch up: *Calls*, behind by 109",
      "*Calls*, weekly",
      "❌ Oct 5 – Oct 11 | *40 of 60* · 67%, missed by 20",
      "🔴 Oct 26 – Nov 1 | *51 of 400* · 13% so far, behind by 109",
      "*Wholesale sales*, daily",
      "✅ Today | *$9,120 of $9,000* · 101% so far, reached",
      `⏳ So far: ${asOf}`,
    ]);
  });

  it("names the monthly goal that came least far, and where all were reached the one that came furthest", () => {
    const monthly = (title: string, value: number) => {
      const outcome = value < 200 ? "missed" : "reached";
      return history({ ...CALLS, ...OCTOBER, period: "monthly", target: 200, title, value, outcome });
    };
    const said = (...histories: Shown["histories"]) => lines(of(histories).blocks)[6];

    expect(said(monthly("Calls", 150), monthly("Emails", 40), monthly("Closing", 300))).toBe(
      "Furthest off: *Emails*, 20% of its goal",
    );
    expect(said(monthly("Calls", 201), monthly("Closing", 300))).toBe("Best: *Closing*, 150% of its goal");
  });

  it("exports the month that it shows, whenever that is pressed", () => {
    const blocks = JSON.stringify(of([history(CALLS)]).blocks);

    expect(blocks).toMatch(/"action_id":"history_export"[^{}]*\{[^{}]*\}[^{}]*"value":"2026-10-01"/);
  });

  it("counts on how many days a daily goal was reached", () => {
    const daily = (outcome: PastPeriod["outcome"]) => ({ ...CALLS, period: "daily", outcome }) as const;

    expect(lines(of([history(daily("reached"), daily("missed"), daily("reached"), daily("unread"))]).blocks)).toContain(
      "📅 Oct 5 – Oct 11 | *2 of 3 days* reached · 1 day not synced",
    );
    expect(lines(of([history(daily("reached")), history(CALLS)]).blocks)).toContain(
      "*Reached weekly calls goal in 0 of 1 week* · daily calls goal on 1 of 1 day",
    );
    expect(lines(of([history(daily("reached"))]).blocks)).toContain("*Reached daily calls goal on 1 of 1 day*");
  });

  it("counts no day or week twice as one where several goals have it, but how often each goal was reached", () => {
    const days = (...outcomes: readonly PastPeriod["outcome"][]) =>
      history(...outcomes.map((outcome) => ({ ...CALLS, period: "daily", outcome }) as const));
    const monthly = (outcome: PastPeriod["outcome"]) => history({ ...CALLS, ...OCTOBER, period: "monthly", outcome });
    const histories = [
      ...[days("reached", "reached"), days("reached", "missed"), history(CALLS, { ...CALLS, outcome: "reached" })],
      ...[monthly("reached"), monthly("missed"), monthly("unread")],
    ];

    expect(lines(of(histories).blocks)).toContain(
      "*Reached 1 of 2 monthly goals* · weekly calls goal in 1 of 2 weeks · daily goals 3 of 4 times · some days not synced",
    );
  });

  it("turns back a month at a time for two years, and on to the month that goes on", () => {
    expect(lines(of([], 1).blocks)).toEqual([
      "# History: Oct 2026 so far",
      "[home_me]",
      "[home_back]",
      "No goals that month.",
    ]);
    expect(pressable(of([], 25).blocks)).toEqual(["home_me", "home_on"]);
    expect(lines(of([], 25).blocks).at(-1)).toBe("No goals that month.");
    expect(JSON.stringify(of([]).blocks)).toMatch(/"‹ Sep".*"History of Sep 2026".*"Nov ›".*"History of Nov 2026"/);
  });

  it.each([
    ["2026-11-01", 2],
    ["2026-11-07", 2],
    ["2026-11-08", 1],
  ])("opens on %s at page %i: with last month in the first week of a month", (today, page) => {
    expect(firstHistoryPage(day(today))).toBe(page);
  });

  it("stays within Slack's limits with 100 goals of five weeks each", () => {
    const page = of(many(100, () => history(...many(5, () => CALLS))));

    expect(viewFaults(page, "home")).toEqual([]);
    expect(lines(page.blocks).at(-1)).toBe("and 60 more goals");
  });
});

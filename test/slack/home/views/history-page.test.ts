import { viewFaults } from "../../../../src/demo/slack/rules/views";
import type { PastPeriod } from "../../../../src/goals/trends/past-period";
import { firstHistoryPage } from "../../../../src/slack/home/views/my/history-page";
import { waitingProgress } from "../../../../src/sync/report";
import { addDays, day } from "../../../../src/time/day";
import { CALLS as GOAL, SALES } from "../../../support/builders/overviews";
import {
  MISSED_WEEK as CALLS,
  history,
  historyOf,
  OCTOBER,
  type ShownPage,
} from "../../../support/harness/figures/past-months";
import { lines, pressable } from "../../../support/harness/slack-blocks";

const week = (from: string, given: Partial<PastPeriod>): PastPeriod => {
  return { ...CALLS, ...{ from: day(from), to: addDays(day(from), 6) }, ...given };
};

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
    const page = historyOf([
      history(CALLS, week("2026-10-12", { value: 61, outcome: "reached" }), week("2026-10-26", { outcome: "unread" })),
      history(monthly),
      history(sales, { ...sales, value: 0, outcome: "off" }),
    ]);

    expect(lines(page.blocks)).toEqual([
      "# History: Oct 2026",
      "*1 of 1 monthly goal reached*",
      "Weekly goals reached 1 of 4 times, 1 not fully synced",
      ...["[home_me]", "[why_goal]", "[home_back]", "[home_on]", "[history_export]"],
      "# Monthly goals",
      "✅ *Calls*: *200 of 200*",
      "# Calls by week: 1 of 3 reached",
      "❔ Oct 26 – Nov 1: at least *40 of 60*, some days not synced",
      "✅ Oct 12–18: *61 of 60*",
      "❌ Oct 5–11: *40 of 60*, missed by 20",
      "# Wholesale sales by week: 0 of 1 reached",
      "➖ Oct 5–11: *$0 of $60*, no workdays",
      "❌ Oct 5–11: *$40 of $60*, missed by $20",
    ]);
  });

  it("asks why of all its periods with one button, by their days, and first of what was missed", () => {
    const reached = week("2026-10-12", { outcome: "reached" });
    const { blocks } = historyOf([history(CALLS, reached)]);
    const asked = [...JSON.stringify(blocks).matchAll(/"value":"(phone_[^"]*)","accessibility_label":"([^"]*)"/g)];

    expect(asked.map(([, value, label]) => [value?.split(","), label])).toEqual([
      [
        ["phone_call_quantity me 2026-10-05 2026-10-11 0", "phone_call_quantity me 2026-10-12 2026-10-18 0"],
        "Why these numbers?",
      ],
    ]);
    const twice = historyOf([history(reached), history({ ...reached, period: "daily" })]);
    expect(viewFaults(twice, "home")).toEqual([]);
  });

  it("names the days not synced below the results that lack them, says no zero that they may fill, and has the button that syncs them all, unless a sync runs", () => {
    const unread = { from: day("2026-10-05"), to: day("2026-10-07") };
    const partly = { ...CALLS, outcome: "unread", unread: [unread] } as const;
    const shown = (period: PastPeriod, given: Partial<ShownPage> = {}) =>
      lines(historyOf([history(period)], 2, given).blocks);

    const button = (...ranges: ShownPage["unread"]) =>
      historyOf([history(partly)], 2, { unread: ranges }).blocks.at(-1);
    const sync = (text: string, value: string) => ({ elements: [{ action_id: "sync_now", text: { text }, value }] });

    expect(shown(partly)).toContain("❔ Oct 5–11: at least *40 of 60*, not synced Oct 5–7");
    expect(shown({ ...partly, unread: [{ from: CALLS.from, to: CALLS.to }], value: 0 })).toContain(
      "❔ Oct 5–11: *? of 60*, not synced",
    );
    // One result that lacks them all says which they are, and has the button.
    expect(shown(partly, { unread: [unread] }).slice(-2)).toEqual([
      "❔ Oct 5–11: at least *40 of 60*, not synced Oct 5–7",
      "[sync_now]",
    ]);
    expect(button(unread)).toMatchObject(sync("Sync Oct 5–7 to complete the week", "2026-10-05..2026-10-07"));
    const late = { from: day("2026-10-29"), to: day("2026-10-31") };
    expect(shown(partly, { unread: [unread, late] }).at(-2)).toBe("❔ Oct 5–7, Oct 29–31 not synced");
    expect(button(unread, late)).toMatchObject(sync("Sync Oct 5–31", "2026-10-05..2026-10-31"));
    const running = historyOf([history(partly)], 2, { unread: [unread], syncing: waitingProgress() }).blocks;
    expect(pressable(running)).not.toContain("sync_now");
    expect(lines(running).at(-2)).toMatch(/^⏳ \*Syncing now:\* /);
    const days = { ...CALLS, period: "daily", outcome: "missed" } as const;
    const both = lines(historyOf([history(partly), history(days)], 2, { unread: [unread, late] }).blocks);
    expect(both.slice(both.indexOf("❔ Oct 5–7, Oct 29–31 not synced") - 1).slice(0, 4)).toEqual([
      "❔ Oct 5–11: at least *40 of 60*, not synced Oct 5–7",
      "❔ Oct 5–7, Oct 29–31 not synced",
      "[sync_now]",
      "# Daily goals",
    ]);
  });

  it("has the month that goes on first, then what ended, and says last which periods are on one's page, since they go on", () => {
    const running = [
      { ...GOAL, goalId: "g" },
      { ...SALES, goalId: "new" },
    ];
    const shown = (histories: ShownPage["histories"], given: Partial<ShownPage>) =>
      lines(historyOf(histories, 1, given).blocks);
    const ended = shown([history(CALLS)], { running });

    expect(ended[1]).toBe("*Calls reached in 0 of 1 week*");
    expect(ended.slice(6)).toEqual([
      "# Calls by week",
      "❌ Oct 5–11: *40 of 60*, missed by 20",
      "⏳ This week and today aren't over yet, so they're on your page",
    ]);
    expect(shown([], { running: [], elsewhere: OCTOBER }).at(-1)).toBe(
      "⏳ This week isn't over yet, so it's on your page",
    );
    const month = [{ ...GOAL, period: "monthly" } as const, ...running];
    const going = shown([history(CALLS)], { running: month, asOf: "JustCall as of 2:05 PM" });
    expect(going.slice(1, 3)).toEqual(["*1 monthly goal behind*", "Calls reached in 0 of 1 week"]);
    expect(going.slice(7)).toEqual([
      "# Monthly goals",
      "🔴 *Calls*: *51 of 400*, behind by 109",
      "# Calls by week",
      "❌ Oct 5–11: *40 of 60*, missed by 20",
      "⏳ This week and today aren't over yet, so they're on your page. JustCall as of 2:05 PM",
    ]);
    expect(shown([], { running }).slice(-2)).toEqual([
      "Nothing has ended yet this month.",
      "⏳ This week and today aren't over yet, so they're on your page",
    ]);
    const months = shown([], { running: month.slice(0, 1), asOf: "JustCall as of 2:05 PM" });
    expect(months.at(-1)).toBe("⏳ JustCall as of 2:05 PM");
  });

  it("names the monthly goal that came least far", () => {
    const monthly = (type: PastPeriod["type"], value: number) => {
      const outcome = value < 200 ? "missed" : "reached";
      return history({ ...CALLS, ...OCTOBER, type, period: "monthly", target: 200, value, outcome });
    };
    const said = (...histories: ShownPage["histories"]) => lines(historyOf(histories).blocks).slice(1, 3);

    expect(
      said(monthly("phone_call_quantity", 150), monthly("email_quantity", 40), monthly("lead_progression_c", 300)),
    ).toEqual(["*1 of 3 monthly goals reached*", "Emails missed by 160"]);
    expect(said(monthly("phone_call_quantity", 201))[0]).toBe("*1 of 1 monthly goal reached*");
  });

  it("exports the month that it shows, whenever that is pressed", () => {
    const blocks = JSON.stringify(historyOf([history(CALLS)]).blocks);

    expect(blocks).toMatch(/"action_id":"history_export"[^{}]*\{[^{}]*\}[^{}]*"value":"2026-10-01"/);
  });

  it("counts no day or week twice as one where several goals have it, but how often each goal was reached", () => {
    const days = (...outcomes: readonly PastPeriod["outcome"][]) =>
      history(...outcomes.map((outcome) => ({ ...CALLS, period: "daily", outcome }) as const));
    const monthly = (outcome: PastPeriod["outcome"]) => history({ ...CALLS, ...OCTOBER, period: "monthly", outcome });
    const histories = [
      ...[days("reached", "reached"), days("reached", "missed"), history(CALLS, { ...CALLS, outcome: "reached" })],
      ...[monthly("reached"), monthly("missed"), monthly("unread")],
    ];

    expect(lines(historyOf(histories).blocks).slice(1, 5)).toEqual([
      "*1 of 3 monthly goals reached, 1 not fully synced*",
      ...["Calls missed by 20", "Calls reached in 1 of 2 weeks", "Daily goals 3 of 4 times"],
    ]);
  });

  it("turns back a month at a time for two years, and on to the month that goes on", () => {
    expect(lines(historyOf([], 1).blocks)).toEqual([
      "# History: Oct 2026 so far",
      "[home_me]",
      "[home_back]",
      "No goals that month.",
    ]);
    expect(pressable(historyOf([], 25).blocks)).toEqual(["home_me", "home_on"]);
    expect(lines(historyOf([], 25).blocks).at(-1)).toBe("No goals that month.");
    expect(JSON.stringify(historyOf([]).blocks)).toMatch(
      /"‹ September".*"History of Sep 2026".*"November ›".*"History of Nov 2026"/,
    );
  });

  it.each([
    ["2026-11-01", false, 2],
    ["2026-11-07", false, 2],
    ["2026-11-08", false, 1],
    // The pages count from the month that has not ended.
    ["2026-10-31", true, 2],
    ["2026-11-07", true, 1],
  ])("opens on %s, ended: %s, at page %i: with last month in the first week of a month", (today, ended, page) => {
    expect(firstHistoryPage({ today: day(today), ended })).toBe(page);
  });
});

import type { GoalLine } from "../../../src/goals/overview";
import { pace } from "../../../src/goals/pace";
import { plainWhyModal, whyMessage, whyModal } from "../../../src/slack/why/view";
import { addDays, type DayRange, day } from "../../../src/time/day";
import { CALLS, SALES } from "../../support/builders/overviews";
import { aWhy, WEEK } from "../../support/builders/whys";
import { lines } from "../../support/harness/slack-blocks";
import { READING, shown } from "../../support/harness/why";

const MONTH = { from: day("2026-10-01"), to: day("2026-10-31") };

/** What stands above the records. */
const totalOf = (said: readonly string[]) => said.slice(1, said.indexOf("*Records*"));

describe("whyMessage", () => {
  it("shows the figure as a sum, its records, those left out, whose they are and how fresh", () => {
    expect(shown()).toEqual([
      "# 2 calls so far, Mon, Oct 26 – Sun, Nov 1",
      "*Total: 2* = Copper 1 + JustCall 1",
      "*Records*",
      "2 records counted, 1 not counted: 1 duplicate of a JustCall call.",
      "*Wed, Oct 28*: 1",
      "• 2:00 PM, JustCall call 1001, no talk time",
      "*Tue, Oct 27*: 1",
      "• 9:05 AM, <https://app.copper.com/companies/1/app#/contact/5|Copper call>",
      "*Not counted*",
      "• Wed, Oct 28, 2:00 PM, Copper call 78: duplicate of JustCall call 1001",
      "Something missing? Ask an admin. Times are in New York time.",
      "Copper as of 2:05 PM EDT",
      "[why_export]",
    ]);
    expect(whyMessage(aWhy(), READING).text).toBe(
      "2 calls so far, Mon, Oct 26 – Sun, Nov 1. 2 records counted, 1 not counted: 1 duplicate of a JustCall call.",
    );
  });

  it("writes out how the target of today comes about, by the numbers that pace computed, where it is the goal's period", () => {
    const progress = { target: 400, before: 48, current: 51, days: { done: 9, today: true, after: 21, over: false } };
    const goal = { ...CALLS, ...WEEK, target: 400, current: 51, pace: pace(progress), paceDays: "working" } as const;
    const daily = { target: 10, before: 0, current: 4, days: { done: 0, today: true, after: 0, over: false } };
    const dayOff = { ...progress, target: 399.5, days: { ...progress.days, today: false, after: 20 } };
    const last = { ...progress, days: { ...progress.days, after: 0 } };
    const sums = (line: GoalLine) => lines(whyMessage(aWhy(), { ...READING, goals: [line] }).blocks).slice(1, 3);

    expect(sums(goal)).toEqual([
      "🎯 *3 of 16 today*",
      "400 for the week − 48 by last night = 352 left, over 22 workdays = 16 a day",
    ]);
    expect(sums({ ...goal, pace: pace(last) })).toEqual([
      "🎯 *3 of 352 today*",
      "400 for the week − 48 by last night = 352 left, the last workday",
    ]);
    expect(sums({ ...goal, target: 399.5, pace: pace(dayOff), unit: "dollars" })).toEqual([
      "🎯 *$18 a day after today*",
      "$400 for the week − $51 so far = $349 left, over 20 workdays after today = $18 a day, rounded up",
    ]);
    expect(sums({ ...goal, target: 10, current: 4, period: "daily", pace: pace(daily) })).toEqual([
      "🎯 *4 of 10 today*",
      "10 for the day − 4 done today = 6 left",
    ]);
    const reached = { ...daily, current: 18 };
    const total = "*Total: 2* = Copper 1 + JustCall 1";
    expect(sums({ ...goal, target: 10, current: 18, period: "daily", pace: pace(reached) })).toEqual([
      "🎯 *18 of 10 today* ✅ done",
      total,
    ]);
    const others = { ...goal, type: "email_quantity" } as const;
    expect([others, { ...goal, to: addDays(WEEK.to, 1) }, { ...goal, ...SALES }].map((one) => sums(one)[0])).toEqual([
      total,
      total,
      total,
    ]);
  });

  it("leads with the goal that asks the most of today, whose number Home shows, then says what that of these days asks", () => {
    const days = { done: 17, today: true, after: 2, over: false };
    const month = { ...CALLS, ...MONTH, goalId: "month", period: "monthly", target: 110 } as const;
    const week = { ...CALLS, ...WEEK, goalId: "week", period: "weekly", target: 30, current: 16 } as const;
    const goals = (current: number): readonly GoalLine[] => [
      { ...month, current, paceDays: "working", pace: pace({ target: 110, before: 103, current, days }) },
      { ...week, paceDays: "working", pace: pace({ target: 30, before: 9, current: 16, days: { ...days, done: 2 } }) },
    ];
    const sums = (range: DayRange, current: number) =>
      lines(whyMessage(aWhy({ range }), { ...READING, goals: goals(current) }).blocks).slice(1, 4);

    expect(sums(MONTH, 109)).toEqual([
      "🎯 *7 of 7 today* for the week ✅ done",
      "30 for the week − 9 by last night = 21 left, over 3 workdays = 7 a day",
      "110 for the month − 103 by last night = 7 left, over 3 workdays = 3 a day, rounded up",
    ]);
    expect(sums(MONTH, 110)).toEqual([
      "✅ *110 for the month* reached",
      "🎯 *7 of 7 today* for the week ✅ done",
      "30 for the week − 9 by last night = 21 left, over 3 workdays = 7 a day",
    ]);
    expect(sums(WEEK, 110)[2]).toBe("*Total: 2* = Copper 1 + JustCall 1");
  });

  it("names whose figure it is to somebody else", () => {
    const message = whyMessage(aWhy({ name: "Ana <!channel> *x*" }), { ...READING, reader: "U0MAX" });

    expect(lines(message.blocks)[0]).toBe("# Ana <!channel> *x* · 2 calls so far, Mon, Oct 26 – Sun, Nov 1");
    expect(message.text).toContain("Ana &lt;!channel&gt; *x* · 2 calls");
  });

  it("says so when the records have changed since the figure was made", () => {
    const cells = [{ day: day("2026-10-28"), source: "justcall", value: 2, now: 3, records: 3 }] as const;

    expect(shown({ figure: { value: 2, now: 3, cells } })[1]).toBe(
      ":warning: The records below add up to 3, but the figure still says 2: a sync is running, or records of 1 day changed since. The next sync of these days fixes it.",
    );
  });

  it("sums the days below where not all of them head their records above", () => {
    const { records } = aWhy();

    expect(totalOf(shown({ records: records.slice(0, 1) }))).toEqual([
      "*Total: 2* = Copper 1 + JustCall 1",
      "*By day*",
      "• Tue, Oct 27: Copper 1",
      "• Wed, Oct 28: JustCall 1",
    ]);
  });

  it("sets the days of a week in one line where there are more than seven", () => {
    const cells = Array.from({ length: 10 }, (_, index) => {
      return {
        day: addDays(day("2026-10-19"), index),
        source: "justcall",
        value: index,
        now: index,
        records: 1,
      } as const;
    });

    expect(totalOf(shown({ figure: { value: 45, now: 45, cells } }))).toEqual([
      "*By day*",
      "• Oct 19–25: Mon 0, Tue 1, Wed 2, Thu 3, Fri 4, Sat 5, Sun 6",
      "• Oct 26–28: Mon 7, Tue 8, Wed 9",
    ]);
  });

  it("sums by month where there are more than 31 days", () => {
    const cells = Array.from({ length: 40 }, (_, index) => {
      return { day: addDays(day("2026-09-20"), index), source: "justcall", value: 1, now: 1, records: 1 } as const;
    });

    expect(totalOf(shown({ figure: { value: 40, now: 40, cells } }))).toEqual([
      "*By month*",
      "• Sep 2026: JustCall 11",
      "• Oct 2026: JustCall 29",
    ]);
  });

  it("has no sum of one day and source, which is the figure itself", () => {
    const cells = [{ day: day("2026-10-28"), source: "justcall", value: 3, now: 3, records: 3 }] as const;

    expect(totalOf(shown({ figure: { value: 3, now: 3, cells } }))).toEqual([]);
  });

  it("sets each day apart from the next, and what does not count from all of them", () => {
    const { blocks } = whyMessage(aWhy(), READING);
    const begins = blocks.flatMap((block) => (block.type === "section" ? [block.text?.text.split("\n")[0]] : []));

    expect(begins.slice(1)).toEqual(["*Records*", "*Wed, Oct 28*: 1", "*Tue, Oct 27*: 1", "*Not counted*"]);
  });

  it("has no sum without a record, and says that none counts", () => {
    const none = { figure: { value: 0, now: 0, cells: [] }, counting: 0, reasons: [], records: [], leftOutPage: null };

    expect(shown(none).slice(0, 3)).toEqual(["# 0 calls so far, Mon, Oct 26 – Sun, Nov 1", "*Records*", "No records."]);
  });

  it.each([
    [0, ["why_next", "why_left_out"]],
    [1, ["why_previous", "why_next", "why_left_out"]],
    [3, ["why_previous", "why_next"]],
    [4, ["why_previous"]],
  ])("leads from page %d of five to %j, and sums on the first only", (page, ways) => {
    const all = shown({ page, pages: 5, leftOutPage: 3, records: [] });

    expect(all.filter((line) => line.startsWith("[why_"))).toEqual([...ways, "why_export"].map((way) => `[${way}]`));
    expect(all.includes("*By day*")).toBe(page === 0);
    expect(all.includes("*Total: 2* = Copper 1 + JustCall 1")).toBe(page === 0);
    expect(all).toContain(`*Records*, page ${page + 1} of 5`);
  });
});

describe("whyModal", () => {
  it("holds the same blocks as the message", () => {
    expect(whyModal(aWhy(), READING)).toMatchObject({ type: "modal", blocks: whyMessage(aWhy(), READING).blocks });
  });

  it("says one thing while there is nothing to show", () => {
    expect(plainWhyModal("Sorry.")).toMatchObject({ type: "modal", blocks: [{ text: { text: "Sorry." } }] });
  });
});

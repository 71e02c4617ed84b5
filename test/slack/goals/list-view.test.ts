import { pace } from "../../../src/goals/pace";
import { METRICS } from "../../../src/metrics/metrics";
import { goalsMessage } from "../../../src/slack/goals/list-view";
import { fits } from "../../../src/slack/ui/blocks";
import { day } from "../../../src/time/day";
import { anOverview, CALLS, SALES } from "../../support/builders/overviews";
import { HOSTILE_NAMES, lines, messageFaults, pressable } from "../../support/harness/slack-blocks";

describe("goalsMessage", () => {
  it("puts today's targets on top, then each metric in a row, those behind first, and their sums below", () => {
    const { text, blocks } = goalsMessage(anOverview());

    expect(text).toBe(
      "Your goals: Calls 51 of 400 (weekly, Mon, Oct 26 – Sun, Nov 1); Wholesale sales $9,120 of $9,000 (daily, Wed, Oct 28)",
    );
    expect(lines(blocks)).toEqual([
      "*Left today: 109 calls · ✅ wholesale done*",
      "Wed, Oct 28: 🔴 1 behind, ✅ 1 reached",
      "# Behind",
      "*Calls*: ▰▱▱▱▱ *12 of 121 today*",
      "🔴 Week: *51 of 400*, behind by 109; if nothing more today: 175 a day",
      "# On track",
      "*Wholesale sales*: ▰▰▰▰▰ *$9,120 of $9,000 today* ✅ done",
      "[why_goal]",
      "[trend_goal]",
    ]);
    expect(blocks.at(-1)).toMatchObject({
      elements: [
        { value: "phone_call_quantity me 2026-10-26 2026-11-01 0,new_sales_wholesale me 2026-10-28 2026-10-28 0" },
        { value: "me all" },
      ],
    });
  });

  it("names whose goals they are to somebody else", () => {
    const message = goalsMessage(anOverview(), { other: { userId: "U0BEN", name: "Ben <!here> *x*" } });

    expect(message.text).toMatch(/^Ben &lt;!here&gt; ∗x∗'s goals: Calls 51 of 400/);
    expect(message.blocks[0]).toMatchObject({ text: { text: "*Ben &lt;!here&gt; ∗x∗'s goals*" } });
    expect(message.blocks.at(-1)).toMatchObject({
      elements: [
        {
          value: "phone_call_quantity U0BEN 2026-10-26 2026-11-01 0,new_sales_wholesale U0BEN 2026-10-28 2026-10-28 0",
        },
        { value: "U0BEN all" },
      ],
    });
    expect(goalsMessage(anOverview({ goals: [] }), { other: { userId: "U0BEN", name: "Ben" } }).text).toBe(
      "Ben has no goals yet.",
    );
  });

  it("says to whoever has no goals which one starts next, else how the first one is set", () => {
    const none = anOverview({ goals: [] });
    const calls = { ...CALLS, period: "weekly", from: day("2026-11-02"), target: 40 } as const;
    const starting = anOverview({ goals: [], starting: [calls, { ...SALES, from: day("2026-11-03") }] });
    const other = { userId: "U0BEN", name: "Ben" };

    expect(goalsMessage(none).text).toBe(
      "No goals yet. Your manager sets them; once you have one, you'll see it here.",
    );
    expect(goalsMessage(none, { sets: "own" }).text).toBe(
      "You have no goals of your own yet. Set the first one: `/goals set calls daily 20`. For somebody else: `/goals set calls daily 20 @rep`, or `/goals set` for a form. Everybody's goals: `/goals team`.",
    );
    expect(goalsMessage(none, { sets: "others" }).text).toMatch(
      /^You have no goals of your own yet\. Set the first one for your team: `\/goals set calls daily 20 @rep`, or/,
    );
    expect(goalsMessage(starting, { sets: "own" }).text).toBe(
      "No goal yet today.\nCalls, weekly: 40 starts Mon, Nov 2.\nWholesale sales, daily: $9,000 starts Tue, Nov 3.",
    );
    expect(goalsMessage(starting, { other }).text).toMatch(
      /^Ben has no goal yet today\.\nCalls, weekly: 40 starts Mon/,
    );
  });

  it("says once that everything starts at 0, where all goals begin today", () => {
    const begun = (target: number) =>
      pace({ target, before: 0, current: 0, days: { done: 0, today: true, after: 4, over: false } });
    const week = { ...CALLS, current: 0, pace: begun(400) };
    const month = { ...week, goalId: "m", period: "monthly" } as const;
    const said = (...goals: readonly (typeof CALLS)[]) =>
      lines(goalsMessage(anOverview({ goals, today: week.from })).blocks);

    expect(said(week, month).slice(1, 6)).toEqual([
      "Mon, Oct 26: ⚪ New week and month: everything starts at 0",
      "# Goals",
      "*Calls*: *80 needed today*",
      "⚪ Week: *0 of 400*; if nothing today: 100 a day",
      "⚪ Month: *0 of 400*; if nothing today: 100 a day",
    ]);
    expect(said(week)[1]).toBe("Mon, Oct 26: ⚪ New week: everything starts at 0");
    expect(said({ ...week, period: "daily" })[1]).toBe("Mon, Oct 26: ⚪ 1 not started");
    expect(said(week, SALES)[1]).toBe("Mon, Oct 26: ⚪ 1 not started, ✅ 1 reached");
  });

  it("calls nothing new whose period began before, as for somebody who is back from time off", () => {
    const progress = { target: 400, before: 0, current: 0, days: { done: 0, today: true, after: 4, over: false } };
    const said = (goal: Partial<typeof CALLS>, today: string) => {
      const goals = [{ ...CALLS, period: "monthly", current: 0, pace: pace(progress), ...goal } as const];
      return lines(goalsMessage(anOverview({ goals, today: day(today) })).blocks)[1];
    };
    const [october, november] = [{ from: day("2026-10-01") }, { from: day("2026-11-01") }];

    expect(said(october, "2026-10-15")).toBe("Thu, Oct 15: ⚪ 1 not started");
    expect(said(november, "2026-11-02")).toBe("Mon, Nov 2: ⚪ New month: everything starts at 0");
    expect(said({ ...november, paceDays: "calendar" }, "2026-11-02")).toBe("Mon, Nov 2: ⚪ 1 not started");
  });

  it("has one Why? of all its figures, of each metric that to look at first in front, in the one row of buttons", () => {
    const month = { ...CALLS, period: "monthly", from: day("2026-10-01"), to: day("2026-10-31") } as const;
    const { blocks } = goalsMessage(anOverview({ goals: [CALLS, month, SALES] }));

    expect(pressable(blocks)).toEqual(["why_goal", "trend_goal"]);
    expect(blocks.at(-1)).toMatchObject({
      elements: [
        {
          value: [
            "phone_call_quantity me 2026-10-01 2026-10-31 0",
            "new_sales_wholesale me 2026-10-28 2026-10-28 0",
            "phone_call_quantity me 2026-10-26 2026-11-01 0",
          ].join(),
        },
        { value: "me all" },
      ],
    });
  });

  it("stays within Slack's limits with 1,000 goals, and says how many more there are", () => {
    const message = goalsMessage(anOverview({ goals: Array.from({ length: 1000 }, () => CALLS) }));

    expect(lines(message.blocks)).toContain("and 994 more goals");
    expect(fits(message)).toBe(true);
  });

  it.each(HOSTILE_NAMES)(
    "stays within Slack's limits with big numbers and pings nobody for somebody called %j",
    (name) => {
      const goals = METRICS.flatMap(({ type, title, unit }) =>
        Array.from({ length: 4 }, () => ({
          ...CALLS,
          type,
          title,
          unit,
          current: 999_999_999.98,
          target: 999_999_999.99,
        })),
      );

      const message = goalsMessage(anOverview({ goals }), { other: { userId: "U0BEN", name } });

      expect(messageFaults(message)).toEqual([]);
    },
  );
});

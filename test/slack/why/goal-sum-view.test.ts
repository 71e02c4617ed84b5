import { byMetric } from "../../../src/goals/metric-goals";
import type { GoalLine } from "../../../src/goals/overview";
import { pace } from "../../../src/goals/pace";
import { metricRow } from "../../../src/slack/goals/metric-row-view";
import { NO_MARK } from "../../../src/slack/ui/stale-marks";
import { goalSumLines } from "../../../src/slack/why/goal-sum-view";
import { addDays } from "../../../src/time/day";
import { CALLS } from "../../support/builders/overviews";

/** A goal of which today, a day off, asks for nothing: so much of its 120 is done, and so many days after today are counted. */
function offToday(given: { readonly current: number; readonly after: number; readonly lastDay?: GoalLine["lastDay"] }) {
  const { current, after, lastDay } = given;
  const days = { done: 2, today: false, after, over: false };
  const paced = pace({ target: 120, before: current, current, days });
  return { ...CALLS, target: 120, current, pace: paced, ...(lastDay !== undefined && { lastDay }) } satisfies GoalLine;
}

const TOMORROW = offToday({ current: 85, after: 1, lastDay: "tomorrow" });
const SATURDAY = offToday({ current: 85, after: 1, lastDay: addDays(CALLS.to, -1) });
const SLOW = offToday({ current: 117, after: 22 });
const EACH = offToday({ current: 85, after: 3 });
const said = (line: GoalLine) => goalSumLines({ type: line.type, range: { from: line.from, to: line.to } }, [line]);

describe("what Why? says of a month that is out of reach", () => {
  const days = { done: 15, today: true, after: 4, over: false };
  const month: GoalLine = {
    ...{ ...CALLS, period: "monthly", from: addDays(CALLS.from, -21), to: addDays(CALLS.to, 2) },
    ...{ target: 300, current: 90, pace: pace({ target: 300, before: 90, current: 90, days }) },
  };
  const week: GoalLine = {
    ...{ ...CALLS, target: 40, current: 16 },
    pace: pace({ target: 40, before: 16, current: 16, days: { done: 2, today: true, after: 2, over: false } }),
  };
  const asked = (lines: readonly GoalLine[]) => goalSumLines({ type: month.type, range: month }, lines);

  it("is that it asks for nothing of today beside a week that can be reached", () => {
    expect(asked([month, week])).toEqual([
      "🎯 *8 needed today* for the week",
      "40 for the week − 16 by last night =\u00a024\u00a0left, over 3 workdays =\u00a08\u00a0a\u00a0day",
      "300 for the month − 90 by last night =\u00a0210\u00a0left, over 5 workdays: out of reach at this rate",
    ]);
  });

  it("is alone what each day would have to bring", () => {
    expect(asked([month])).toEqual([
      "🎯 Not in today's plan: it would take *42 today*",
      "300 for the month − 90 by last night =\u00a0210\u00a0left, over 5 workdays =\u00a042\u00a0a\u00a0day",
    ]);
  });
});

describe("what Why? says of a goal of which today asks for nothing", () => {
  it("is the amount of the one day that is left for it", () => {
    expect(said(TOMORROW)).toEqual([
      "🎯 *35 tomorrow*",
      "120 for the week − 85 so far =\u00a035\u00a0left, the last workday",
    ]);
    expect(said(SATURDAY)[0]).toBe("🎯 *35 on Sat*");
  });

  it("is what all days are to bring together where that is under one a day", () => {
    expect(said(SLOW)).toEqual([
      "🎯 *3 in 22 days after today*",
      "120 for the week − 117 so far =\u00a03\u00a0left, over 22 workdays after today",
    ]);
  });

  it("is an amount a day, with the sum that it comes of", () => {
    expect(said(EACH)).toEqual([
      "🎯 *12 a day after today*",
      "120 for the week − 85 so far =\u00a035\u00a0left, over 3 workdays after today =\u00a012\u00a0a\u00a0day, rounded up",
    ]);
  });

  it.each([TOMORROW, SATURDAY, SLOW, EACH])("is what the goal's row in Home says, of $lastDay", (line) => {
    const need = said(line)[0]?.replace(/^🎯 \*|\*$/g, "") ?? "";
    expect(need).not.toBe("");
    expect(byMetric([line]).map((metric) => metricRow(metric, NO_MARK))).toEqual([
      expect.stringContaining(`; ${need}`),
    ]);
  });
});

describe("what Why? says of records dated after today", () => {
  it("is how much of what is done today they are, which a list of today's records has none of", () => {
    const days = { done: 2, today: true, after: 2, over: false };
    const line = { ...CALLS, target: 45, current: 21, pace: pace({ target: 45, before: 18, current: 21, days }) };

    expect(said({ ...line, datedAhead: 2 })).toEqual([
      "🎯 *3 of 9 today*",
      "45 for the week − 18 by last night =\u00a027\u00a0left, over 3 workdays =\u00a09\u00a0a\u00a0day",
      "Dated after today: 2 of the 3 done today for the week",
    ]);
    expect(said(line).join()).not.toContain("Dated");
  });
});

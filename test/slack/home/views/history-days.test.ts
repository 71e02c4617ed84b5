import { viewFaults } from "../../../../src/demo/slack/rules/views";
import { pace } from "../../../../src/goals/pace";
import type { PastPeriod } from "../../../../src/goals/trends/past-period";
import { addDays, day } from "../../../../src/time/day";
import { CALLS as GOAL } from "../../../support/builders/overviews";
import {
  MISSED_WEEK as CALLS,
  history,
  historyOf,
  OCTOBER,
  type ShownPage,
} from "../../../support/harness/figures/past-months";
import { HOSTILE, many } from "../../../support/harness/home";
import { lines } from "../../../support/harness/slack-blocks";

describe("one's history", () => {
  it("says on how many of the synced days a daily goal was reached, and of each workday whether, a line a week", () => {
    const daily = (outcome: PastPeriod["outcome"], from = "2026-10-05") =>
      ({ ...CALLS, period: "daily", outcome, from: day(from), to: day(from) }) as const;
    const shown = (...histories: ShownPage["histories"]) => lines(historyOf(histories).blocks);
    const october = [
      ...[daily("unread", "2026-10-01"), daily("reached", "2026-10-02"), daily("missed")],
      ...[daily("reached", "2026-10-06"), daily("off", "2026-10-07"), daily("reached", "2026-10-12")],
    ];

    expect(shown(history(...october))).toEqual(
      expect.arrayContaining([
        "*Calls reached on 3 of 5 days, 1 not synced*",
        "# Daily goals",
        "*Calls*: 60 a day",
        "❔ 1 day not synced, Oct 1; ➖ doesn't count",
        ...["✅ Oct 12", "❌✅➖ Oct 5–7", "❔✅ Oct 1–2"],
      ]),
    );
    expect(shown(history(daily("reached")), history(CALLS)).slice(1, 3)).toEqual([
      "*Calls reached in 0 of 1 week*",
      "Calls reached on 1 of 1 day",
    ]);
    expect(shown(history(daily("reached"))).slice(-2)).toEqual(["*Calls*: 60 a day", "✅ Oct 5"]);
    // Of several the summary says but how often all were reached together.
    const several = shown(history(daily("reached")), history({ ...daily("missed"), title: "Emails" }));
    expect(several).toEqual(
      expect.arrayContaining(["✅ reached *1 of 1 day*", "✅ reached *0 of 1 day*; ❌ missed 1"]),
    );
    const gaps = [daily("unread"), daily("unread", "2026-10-09")] as const;
    expect(shown(history(...gaps, daily("missed", "2026-10-12"))).at(-3)).toBe(
      "❔ 2 days not synced, Oct 5, Oct 9; ➖ doesn't count",
    );
    expect(shown(history(...gaps, daily("missed", "2026-10-12"))).slice(-2)).toEqual([
      "❌ Oct 12",
      "❔➖➖➖❔ Oct 5–9",
    ]);
    expect(shown(history(...gaps)).at(-1)).toBe("❔ 2 days not synced");
    expect(shown(history(daily("off"))).at(-1)).toBe("➖ no workdays");
    expect(shown(history(daily("missed"), { ...daily("missed"), target: 50 }))).toContain("*Calls*");
  });

  it("draws a week from its first day that counts to its last, and names holidays among its days", () => {
    const daily = (from: string) =>
      ({ ...CALLS, period: "daily", outcome: "reached", from: day(from), to: day(from) }) as const;
    const days = ["2026-10-01", "2026-10-02", "2026-10-06", "2026-10-07", "2026-10-12"];
    const shown = (...holidays: readonly string[]) =>
      lines(historyOf([history(...days.map(daily))], 2, { holidays: holidays.map(day) }).blocks).slice(-3);

    // Oct 10 is a Saturday, and Oct 12 counts all the same.
    expect(shown("2026-10-05", "2026-10-10", "2026-10-12")).toEqual([
      "✅ Oct 12",
      "✅✅ Oct 6–7 (Oct 5: holiday)",
      "✅✅ Oct 1–2",
    ]);
  });

  it("begins with what was missed in a row at the end, where that is a slide", () => {
    const days = (outcomes: string, period: PastPeriod["period"] = "daily") =>
      history(
        ...[...outcomes].map((one) => ({ ...CALLS, period, outcome: one === "+" ? "reached" : "missed" }) as const),
      );
    const all = (...histories: ShownPage["histories"]) => lines(historyOf(histories).blocks);
    const said = (...histories: ShownPage["histories"]) => all(...histories)[1];

    expect(said(days("++-+---"))).toBe("*Calls missed on 4 of 7 days, the last 3 in a row*");
    expect(said(days("++-+--"))).toBe("*Calls reached on 3 of 6 days*");
    expect(said(days("+--", "weekly"))).toBe("*Calls missed in 2 of 3 weeks, all in a row*");
    expect(said(days("----"))).toBe("*Calls missed on all 4 days*");
    expect(said(days("-"))).toBe("*Calls reached on 0 of 1 day*");
    const mixed = [days("+", "monthly"), days("++", "weekly"), days("+---")];
    expect(all(...mixed).slice(1, 4)).toEqual([
      "*1 of 1 monthly goal reached*",
      ...["Calls missed on 3 of 4 days, all in a row", "Calls reached in 2 of 2 weeks"],
    ]);
    expect(all(...mixed.slice(1)).slice(1, 3)).toEqual([
      "*Calls missed on 3 of 4 days, all in a row*",
      "Calls reached in 2 of 2 weeks",
    ]);
  });

  it("says of a month that is out of reach what one's page says of it", () => {
    const far = pace({ target: 400, before: 51, current: 51, days: { done: 20, today: true, after: 2, over: false } });

    expect(lines(historyOf([], 1, { running: [{ ...GOAL, period: "monthly", pace: far }] }).blocks)).toContain(
      "🔴 *Calls*: *51 of 400*, out of reach at this rate",
    );
  });

  it("stays within Slack's limits with 100 goals of five weeks each", () => {
    const page = historyOf(many(100, () => history(...many(5, () => CALLS))));

    expect(viewFaults(page, "home")).toEqual([]);
    expect(lines(page.blocks).at(-1)).toBe("and 400 more lines");
  });

  it.each([1, 2, 5])("stays within them with 40 weekly goals of %i weeks, 40 daily ones and all else", (weeks) => {
    const days = many(31, (at) => ({ ...CALLS, period: "daily", from: addDays(OCTOBER.from, at) }) as const);
    const weekly = many(40, () => history(...many(weeks, () => ({ ...CALLS, title: HOSTILE }))));
    const daily = many(40, () => history(...days));
    const pages = [weekly, daily, [...weekly, ...daily]].map((histories) =>
      historyOf(histories, 1, {
        ...{ tabs: ["me", "team", "admin"], asOf: "JustCall as of 2:05 PM", unread: [OCTOBER], elsewhere: OCTOBER },
        running: many(40, () => ({ ...GOAL, period: "monthly", title: HOSTILE }) as const),
      }),
    );

    expect(pages.flatMap((page) => viewFaults(page, "home"))).toEqual([]);
  });
});

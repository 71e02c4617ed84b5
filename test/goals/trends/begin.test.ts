import { seriesRanges } from "../../../src/goals/trends/series";
import { memberTrends } from "../../../src/goals/trends/trends";
import { otherGoal, trendSummary } from "../../../src/slack/trends/words-view";
import { day } from "../../../src/time/day";
import { readerDay } from "../../../src/time/reader-day";
import { PLAIN_CALENDAR } from "../../support/builders/calendars";
import { rangeSums } from "../../support/builders/goal-figures";
import { aGoal, type Figure } from "../../support/builders/goals";

const [TODAY, TYPE] = [day("2026-10-28"), "phone_call_quantity"] as const;
const NOW = readerDay(TODAY, TODAY);

/** The trend of somebody whose goal of 220 calls a month is set from October on. */
function trendOf(from: string, { to = TODAY, since = "2026-10-01" } = {}) {
  const range = { from: day(from), to };
  const figures = [
    [0, 4],
    [1, 3],
    [20, 30],
    [30, 500],
  ].map(([before = 0, value = 0]): Figure => ({ userId: "U01", type: TYPE, before, value }));
  const goals = [aGoal("g", { type: TYPE, period: "monthly", targets: [{ from: day(since), target: 220 }] })];
  const sums = rangeSums(figures, { today: TODAY, ranges: seriesRanges(range, NOW) });
  const asked = { range, day: NOW, types: [TYPE] };
  const [trend] = memberTrends({ _id: "U01" }, { figures: { goals, sums, calendar: PLAIN_CALENDAR }, asked });
  if (trend === undefined) throw new Error("Each metric that is asked for has a trend");
  return trend;
}

describe("the share of pace", () => {
  it("is of the days alone that had a target in force, whatever those before them brought", () => {
    // October has 22 workdays. The week from Sep 28 had no target on its first days: judged is what came after it.
    const weeks = { from: "2026-10-05", to: "2026-10-27", actual: 33, pace: 170 };
    const days = { from: "2026-10-01", to: "2026-10-27", actual: 33, pace: 190 };

    expect(trendOf("2026-09-21").series.judged).toEqual(weeks);
    expect(trendOf("2026-09-30").series.judged).toEqual(days);
    expect(trendOf("2026-10-01").series.judged).toEqual(days);
    expect(trendOf("2026-10-28").series.judged).toBeNull();
    expect(trendOf("2026-10-01", { since: "2026-11-01" }).series.judged).toBeNull();
  });

  it("is told with the days that it is of, beside a sum that goes to the day with which the chart ends", () => {
    const said = (...given: Parameters<typeof trendOf>) => trendSummary(trendOf(...given), NOW).split(" · best")[0];

    expect(said("2026-10-01")).toBe("37 through Wed, Oct 28 · 4 today so far · 17% of pace by Tue, Oct 27 (33 of 190)");
    expect(said("2026-09-21")).toBe(
      "537 through Wed, Oct 28 · 4 today so far · 19% of pace on Oct 5 – Oct 27 (33 of 170)",
    );
    expect(said("2026-10-01", { to: day("2026-10-27") })).toBe("33 through Tue, Oct 27 · 17% of pace (190)");
    expect(said("2026-10-28")).toBe("4 today so far");
    expect(said("2026-10-01", { since: "2026-11-01" })).toBe("37 through Wed, Oct 28 · 4 today so far");
    const other = (...given: Parameters<typeof trendOf>) => otherGoal(trendOf(...given), NOW);
    expect(other("2026-10-01")).toBe("Against the monthly goal: 17% of pace by Tue, Oct 27 (33 of 190)");
    expect(other("2026-10-01", { to: day("2026-10-27") })).toBe("Against the monthly goal: 17% of pace (190)");
    expect(other("2026-10-28")).toBe("Also against the monthly goal");
  });
});

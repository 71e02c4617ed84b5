import type { Period } from "../../../src/goals/goal";
import { mainTrends } from "../../../src/goals/trends/main-trends";
import type { Trend } from "../../../src/goals/trends/trends";
import type { MetricType } from "../../../src/metrics/metrics";
import { day } from "../../../src/time/day";

const TOTAL = { from: day("2026-10-01"), to: day("2026-10-28"), actual: 0, pace: 0 };
const trend = (type: MetricType, period: Period | null): Trend => {
  return { type, period, origin: "own", series: { by: "day", points: [], total: TOTAL, ended: null } };
};
const CALLS = (["weekly", "daily", "monthly"] as const).map((period) => trend("phone_call_quantity", period));

describe("the goal that a metric is drawn against", () => {
  it.each([
    ["one day", "2026-10-28", "2026-10-28", "daily"],
    ["a week", "2026-10-26", "2026-11-01", "weekly"],
    ["a month, also on the second day of it", "2026-10-01", "2026-10-31", "monthly"],
    ["days of one month, of several weeks", "2026-10-05", "2026-10-20", "monthly"],
    ["twelve weeks", "2026-08-10", "2026-10-28", "weekly"],
    ["half a year, which is drawn by month", "2026-04-01", "2026-10-28", "monthly"],
  ])("is for %s the one of that period", (_name, from, to, period) => {
    const shown = mainTrends(CALLS, { from: day(from), to: day(to) });

    expect(shown.map((one) => one.period)).toEqual([period]);
  });

  it("is the next nearest where there is none, of each metric one, in their order", () => {
    const emails = (["monthly", "daily"] as const).map((period) => trend("email_quantity", period));
    const [weekly, daily] = CALLS.map((one) => one);
    const all = [emails[0], weekly, trend("talk_time_minutes", null), daily, emails[1]].flatMap((one) => one ?? []);

    const shown = mainTrends(all, { from: day("2026-10-26"), to: day("2026-11-01") });

    expect(shown.map(({ type, period }) => `${type} ${period}`)).toEqual([
      "phone_call_quantity weekly",
      "talk_time_minutes null",
      "email_quantity daily",
    ]);
  });
});

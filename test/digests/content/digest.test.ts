import { type DigestInput, digest, digestRanges } from "../../../src/digests/content/digest";
import type { GoalLine } from "../../../src/goals/overview";
import { pace } from "../../../src/goals/pace";
import { goalStatus } from "../../../src/goals/status";
import { day } from "../../../src/time/day";
import { CALLS, SALES } from "../../support/builders/overviews";

const THURSDAY = day("2026-10-29");
const WEDNESDAY = { from: day("2026-10-28"), to: day("2026-10-28") };
const WEEKEND = { from: day("2026-10-30"), to: day("2026-11-01") };

const of = (fields: Partial<DigestInput>) =>
  digest({
    day: THURSDAY,
    ended: false,
    past: { finished: WEDNESDAY, soFar: null },
    lines: [],
    goals: [],
    sum: () => 0,
    reported: [],
    praised: new Set<string>(),
    recaps: [],
    isFinal: () => true,
    zone: { zone: "America/New_York", own: true },
    ...fields,
  });

describe("a digest", () => {
  it("says what is behind first, and what is reached last", () => {
    const onPace: GoalLine = {
      ...CALLS,
      goalId: "g0",
      pace: pace({ target: 400, before: 160, current: 160, days: { done: 2, today: true, after: 2, over: false } }),
    };

    const { goals } = of({ lines: [SALES, onPace, CALLS] });

    expect(goals.map(({ pace: { verdict } }) => verdict)).toEqual(["behind", "on-pace", "reached"]);
  });

  it("says what is behind still before what has been caught up since last night", () => {
    const days = { done: 2, today: true, after: 2, over: false };
    const caughtUp = {
      ...CALLS,
      goalId: "g0",
      current: 170,
      pace: pace({ target: 400, before: 100, current: 170, days }),
    };

    const { goals } = of({ lines: [caughtUp, { ...CALLS, period: "monthly" }] });

    expect(goals.map(goalStatus)).toEqual(["behind", "caught-up"]);
  });

  it("tells yesterday's figure of each metric with a goal, once", () => {
    const sum: DigestInput["sum"] = (type) => (type === "phone_call_quantity" ? 14 : 0);

    const { yesterday } = of({ lines: [CALLS, { ...CALLS, goalId: "g5", period: "monthly" }, SALES], sum });

    expect(yesterday.figures).toEqual([
      { type: "new_sales_wholesale", value: 0 },
      { type: "phone_call_quantity", value: 14 },
    ]);
  });

  it("says of a daily goal whether its day was reached, the first where days off came behind, once that is final", () => {
    const targets = [{ from: day("2026-01-01"), target: 10 }];
    const { type } = CALLS;
    const goal = { _id: "d", userId: "U01", type, period: "daily", current: 0, active: true, targets } as const;
    const results = (friday: number, isFinal = true) => {
      const sum: DigestInput["sum"] = (_, { from, to }) => (from === to ? friday : friday + 20);
      const past = { finished: WEEKEND, soFar: null };
      const { yesterday } = of({ lines: [CALLS], goals: [goal], past, sum, isFinal: () => isFinal });
      return yesterday.figures.map(({ daily }) => daily);
    };

    expect([results(10), results(9), results(10, false)].flat()).toEqual([
      { day: "2026-10-30", reached: true },
      { day: "2026-10-30", reached: false },
      undefined,
    ]);
  });

  it("corrects what was reported otherwise, once, and says what it reported", () => {
    const type = "phone_call_quantity" as const;
    const monday = { from: day("2026-10-26"), to: day("2026-10-26") };
    const tuesday = { from: day("2026-10-27"), to: day("2026-10-27") };
    const reported = [
      { type, ...monday, value: 50 },
      { type, ...tuesday, value: 41 },
      { type, ...monday, value: 48 },
      { type: "email_quantity" as const, ...tuesday, value: 9 },
    ];
    const now = new Map([
      ["2026-10-26", 48.000000001],
      ["2026-10-27", 39],
      ["2026-10-28", 14],
    ]);

    const made = of({ lines: [CALLS], reported, sum: (_type, { from }) => now.get(from) ?? 0 });

    expect(made.corrections).toEqual([{ type, title: "Calls", unit: "count", ...tuesday, reported: 41, now: 39 }]);
    expect(made.reported).toEqual([
      { type, ...WEDNESDAY, value: 14 },
      { type, ...tuesday, value: 39 },
    ]);
  });

  it("tells what has not ended for the team so far, and corrects none of it", () => {
    const type = "phone_call_quantity" as const;
    const past = { finished: { from: day("2026-10-27"), to: day("2026-10-27") }, soFar: WEDNESDAY };
    const sum: DigestInput["sum"] = (_type, { from }) => (from === WEDNESDAY.from ? 7 : 20);
    const isFinal: DigestInput["isFinal"] = (_type, { to }) => to < WEDNESDAY.from;

    const made = of({ past, lines: [CALLS], sum, isFinal });
    const next = of({
      ...{ lines: [CALLS], sum: () => 19, reported: made.reported },
      past: { finished: WEDNESDAY, soFar: null },
    });

    expect([made.yesterday.figures, made.soFar?.figures].map((figures) => figures?.[0]?.value)).toEqual([20, 7]);
    expect(made.reported).toEqual([
      { type, ...past.finished, value: 20 },
      { type, ...WEDNESDAY, value: 7, soFar: true },
    ]);
    expect(next.corrections.map(({ from, reported, now }) => [from, reported, now])).toEqual([["2026-10-27", 20, 19]]);
    expect(next.settled).toEqual([]);
  });

  it("tells once what a day came to that was told so far and is not yesterday any more", () => {
    const type = "phone_call_quantity" as const;
    const monday = { from: day("2026-10-26"), to: day("2026-10-26") };
    const reported = [{ type, ...monday, value: 7, soFar: true }];
    const open = of({ lines: [CALLS], reported: reported, sum: () => 20, isFinal: () => false });
    const made = of({ lines: [CALLS], reported: reported, sum: () => 20 });
    const again = of({ lines: [CALLS], reported: [...reported, ...made.reported], sum: () => 20 });

    expect([open, made, again].map(({ settled }) => settled)).toEqual([[], [{ type, ...monday, value: 20 }], []]);
    expect([made.reported[0], made.corrections]).toEqual([{ type, ...monday, value: 20 }, []]);
  });

  it("corrects days once that it told twice, alone and with others", () => {
    const type = "phone_call_quantity" as const;
    const reported = [
      { type, from: day("2026-10-23"), to: day("2026-10-24"), value: 18 },
      { type, from: day("2026-10-23"), to: day("2026-10-25"), value: 18 },
    ];

    const { corrections } = of({ lines: [CALLS], reported: reported, sum: () => 17 });

    expect(corrections.map(({ from, to, now }) => [from, to, now])).toEqual([["2026-10-23", "2026-10-25", 17]]);
  });

  it("needs the sums of yesterday, of the periods that ended in it, and of the month up to it", () => {
    const toDate = { from: "2026-10-01", to: WEDNESDAY.to };
    expect(digestRanges(day("2026-10-29"), { finished: WEDNESDAY, soFar: WEEKEND })).toEqual([
      ...[WEDNESDAY, WEEKEND, WEDNESDAY, toDate],
    ]);
    // Of a month of which no day has ended there is nothing yet.
    expect(digestRanges(day("2026-11-01"), { finished: WEDNESDAY, soFar: null })).toEqual([WEDNESDAY, WEDNESDAY]);
    expect(digestRanges(day("2026-11-02"), { finished: WEEKEND, soFar: null })).toEqual([
      WEEKEND,
      { from: "2026-10-01", to: "2026-10-31" },
      { from: "2026-10-26", to: "2026-11-01" },
      { from: "2026-10-30", to: "2026-10-30" },
      { from: "2026-11-01", to: "2026-11-01" },
    ]);
  });
});

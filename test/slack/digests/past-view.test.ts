import type { GoalLine } from "../../../src/goals/overview";
import { ofWeekLine, pastLines } from "../../../src/slack/digests/past-view";
import { praisePart } from "../../../src/slack/digests/praise-view";
import type { Freshness } from "../../../src/sync/state/freshness";
import { day, zoneDays } from "../../../src/time/day";
import { CALLS } from "../../support/builders/overviews";
import { lines } from "../../support/harness/slack-blocks";

const NOW = new Date("2026-10-29T12:00:00Z");
const JUSTCALL: Freshness = {
  ...{ source: "justcall", state: "fresh" },
  ...{ asOf: new Date("2026-10-29T11:58:00Z"), from: day("2026-09-29") },
};
const FISHBOWL: Freshness = { ...JUSTCALL, source: "fishbowl", imported: true };
const FIGURES = [
  { type: "phone_call_quantity", value: 0 },
  { type: "new_sales_wholesale", value: 0 },
] as const;
const on = (date: string) => ({ from: day(date), to: day(date), figures: FIGURES });
const UNREAD_CALLS = "$0 wholesale; ⚠️ calls not all read yet";

function said(freshness: readonly Freshness[], calls = 0, sales = 0) {
  const [first, last] = FIGURES;
  const figures = [
    { ...first, value: calls },
    { ...last, value: sales },
  ];
  const yesterday = { ...on("2026-10-28"), figures };
  const digest = {
    day: day("2026-10-29"),
    settled: [],
    yesterday,
    soFar: null,
    goals: [],
    zone: { zone: "UTC", own: true },
  };
  return pastLines(digest, { freshness, days: zoneDays("America/New_York"), now: NOW })[0];
}

describe("what a digest says of the days before", () => {
  it.each<[string, readonly Freshness[], string]>([
    [
      "read since they ended by all that is on",
      [JUSTCALL, { ...FISHBOWL, source: "copper", asOf: null, state: "off" }],
      "nothing logged",
    ],
    [
      "read since by a source that failed after",
      [{ ...JUSTCALL, asOf: new Date("2026-10-29T04:00:00Z"), state: "failed" }],
      "nothing logged",
    ],
    [
      "not read to their end",
      [JUSTCALL, { ...FISHBOWL, asOf: new Date("2026-10-29T03:59:59Z") }],
      "0 calls; ⚠️ wholesale not all read yet",
    ],
    ["from before the first that was read", [{ ...JUSTCALL, from: day("2026-10-29") }], UNREAD_CALLS],
  ])("is that nothing was logged only where it was read: days %s", (_, freshness, words) => {
    expect(said(freshness)).toBe(`*Yesterday, Wed, Oct 28*: ${words}`);
    expect(said(freshness, 3)).toBe("*Yesterday, Wed, Oct 28*: 3 calls, $0 wholesale");
  });

  it.each<[string, readonly Freshness[]]>([
    ["failed before they ended", [{ ...JUSTCALL, state: "failed", asOf: new Date("2026-10-29T03:59:59Z") }, FISHBOWL]],
    ["was not read for hours when they ended", [{ ...JUSTCALL, asOf: new Date("2026-10-29T03:59:59Z") }, FISHBOWL]],
    ["was never read", [JUSTCALL, FISHBOWL, { source: "copper", asOf: null, state: "never" }]],
  ])("names what may be missing beside what was done, and no zero of it, where a source %s", (_, freshness) => {
    const past = "*Yesterday, Wed, Oct 28*";

    expect(said(freshness)).toBe(`${past}: ${UNREAD_CALLS}`);
    expect(said(freshness, 0, 5)).toBe(`${past}: $5 wholesale; ⚠️ calls not all read yet`);
    expect(said(freshness, 3, 5)).toBe(`${past}: 3 calls, $5 wholesale; ⚠️ calls not all read yet`);
  });

  it("say that a day was reached of a metric that is behind in a longer goal, of which it is not praised", () => {
    const { type, title, unit } = CALLS;
    const day28 = { from: day("2026-10-28"), to: day("2026-10-28") };
    const onPace = { ...CALLS, pace: { ...CALLS.pace, verdict: "on-pace" } } as const;
    const said = (goal: GoalLine) => {
      const digest = {
        ...{ day: day("2026-10-29"), settled: [], soFar: null, goals: [goal], zone: { zone: "UTC", own: true } },
        yesterday: { ...day28, figures: [{ type, value: 14, daily: { day: day28.from, reached: true } }] },
        praise: [{ type, title, unit, period: "daily" as const, ...day28, value: 14, target: 10 }],
      };
      const reading = { freshness: [JUSTCALL], days: zoneDays("America/New_York"), now: NOW };
      return [...lines(praisePart(digest, [])), ...pastLines(digest, reading)];
    };

    expect(said(CALLS)).toEqual(["*Yesterday, Wed, Oct 28*: 14 calls (daily goal reached)"]);
    expect(said(onPace)).toEqual([
      "🏆 You reached your *daily calls goal* on Wed, Oct 28 (14 of 10). Nice work!",
      "*Yesterday, Wed, Oct 28*: 14 calls",
    ]);
  });

  it("say of a daily goal that it was missed, of several days on which", () => {
    const [calls] = FIGURES;
    const said = (date: string, until: string) => {
      const figures = [{ ...calls, value: 3, daily: { day: day(date), reached: false } }];
      const digest = {
        ...{ day: day("2026-10-26"), settled: [], soFar: null, goals: [], zone: { zone: "UTC", own: true } },
        yesterday: { from: day(date), to: day(until), figures },
      };
      return pastLines(digest, { freshness: [JUSTCALL], days: zoneDays("America/New_York"), now: NOW });
    };

    expect(said("2026-10-25", "2026-10-25")).toEqual(["*Yesterday, Sun, Oct 25*: 3 calls (daily goal missed)"]);
    expect(said("2026-10-23", "2026-10-25")).toEqual(["*Friday and the weekend*: 3 calls (daily goal missed on Fri)"]);
  });

  it("name the days that a recap has apart, and below it nothing that was not done", () => {
    const [calls, wholesale] = FIGURES;
    const since = (from: string, done: number) => {
      const yesterday = { from: day(from), to: day("2026-10-25"), figures: [{ ...calls, value: done }, wholesale] };
      const reading = { freshness: [JUSTCALL, FISHBOWL], days: zoneDays("America/New_York"), now: NOW };
      return ofWeekLine({ day: day("2026-10-26"), yesterday }, reading);
    };

    expect(since("2026-10-23", 6)).toBe("Friday and the weekend: 6 calls");
    expect(since("2026-10-23", 0)).toBe("Friday and the weekend: nothing logged");
    expect(since("2026-10-22", 6)).toBe("Last workday and days off, Thu, Oct 22 – Sun, Oct 25: 6 calls");
  });

  it.each<[string, Freshness, string]>([
    ["was read of late", JUSTCALL, "nothing logged"],
    ["failed since", { ...JUSTCALL, state: "failed" }, UNREAD_CALLS],
    [
      "was read before it began",
      { ...FISHBOWL, asOf: new Date("2026-10-29T03:00:00Z") },
      "0 calls; ⚠️ wholesale not all read yet",
    ],
  ])("says it of a day that goes on for the team only where it %s", (_, freshness, words) => {
    const digest = {
      ...{ day: day("2026-10-30"), settled: [], goals: [], zone: { zone: "Asia/Tokyo", own: true } },
      ...{ yesterday: on("2026-10-28"), soFar: on("2026-10-29") },
    };
    const [, going] = pastLines(digest, { freshness: [freshness], days: zoneDays("America/New_York"), now: NOW });

    expect(going?.endsWith(`: ${words}`)).toBe(true);
  });
});

import { viewFaults } from "../../../../src/demo/slack/rules/views";
import { METRICS } from "../../../../src/metrics/metrics";
import { plainHome } from "../../../../src/slack/home/views/layout";
import { myPage } from "../../../../src/slack/home/views/my-page";
import { waitingProgress } from "../../../../src/sync/report";
import { day } from "../../../../src/time/day";
import { anOverview, CALLS, CALLS_GLANCE, SALES } from "../../../support/builders/overviews";
import { aMyPage, READING } from "../../../support/harness/home";
import { lines, pressable } from "../../../support/harness/slack-blocks";

describe("one's own page", () => {
  it("shows what today asks, what is behind with its sum, the rest, this week and month, and how fresh each source is", () => {
    const sales = { ...CALLS_GLANCE, title: "Wholesale sales", unit: "dollars", month: 42_737.5 } as const;

    expect(lines(myPage(aMyPage({ overview: anOverview({ glance: [CALLS_GLANCE, sales] }) })).blocks)).toEqual([
      "# Today",
      "*Left today: 109 calls · ✅ wholesale done*",
      "▰▱▱▱▱ *12 of 121 calls*",
      "▰▰▰▰▰ *$9,120 of $9,000 wholesale* ✅",
      "Wed, Oct 28 · 🔴 1 behind · 🏆 1 reached",
      "# Behind",
      "*Calls* · weekly, Mon, Oct 26 – Sun, Nov 1",
      "▰▱▱▱▱▱▱▱▱▱ 13% · *51 of 400*",
      "🔴 behind by 121",
      "12 of 121 today (361 over 3 working days, rounded up) · 349 to go, 2 working days after today: 175 a day, rounded up",
      "[why_goal]",
      "[trend_goal]",
      "# On track",
      "*Wholesale sales* · daily, Wed, Oct 28",
      "▰▰▰▰▰▰▰▰▰▰ 101% · *$9,120 of $9,000*",
      "🏆 reached",
      "[why_goal]",
      "[trend_goal]",
      "# This week and month",
      "*Calls*",
      "12 today · *51* this week · *1,234* this month",
      "*Wholesale sales*",
      "$12 today · *$51* this week · *$42,737* this month",
      "# Data sources",
      "*Copper*: as of 2:05 PM EDT",
      "*JustCall*: last read Fri 10:10 PM EDT, could not be read since; your admins have been told",
      "*Fishbowl*: off",
      "[sync_now]",
      "[home_history]",
      "[home_my_settings]",
    ]);
  });

  it("sets the same days of last week and of last month beside these, where they were read, with the last days as bars", () => {
    const past = {
      lastWeek: { from: day("2026-10-19"), to: day("2026-10-21"), value: 48 },
      lastMonth: { from: day("2026-09-01"), to: day("2026-09-28"), value: 1190 },
      recent: [3, 9, 0].map((value, at) => ({ day: day(`2026-10-2${at + 3}`), value })),
      paceDays: "working" as const,
    };
    const read = { source: "copper", asOf: READING.now, state: "fresh" } as const;
    const shown = (from: string) => {
      const overview = anOverview({ glance: [{ ...CALLS_GLANCE, past }] });
      const page = myPage(aMyPage({ overview, freshness: [{ ...read, from: day(from) }] }));
      return lines(page.blocks).slice(-7);
    };

    expect(shown("2026-09-01")).toEqual([
      "*Calls* ▃▇▁",
      "12 today · *51* this week, 48 last week by Wed · *1,234* this month, 1,190 by Sep 28",
      "Bars: your last 3 workdays, through Sun, Oct 25.",
      "Copper as of 2:06 PM EDT",
      "[sync_now]",
      "[home_history]",
      "[home_my_settings]",
    ]);
    expect(shown("2026-09-02").at(1)).toBe("12 today · *51* this week, 48 last week by Wed · *1,234* this month");
  });

  it("folds goals that are not behind to a line each where there are many, and joins them where there are more", () => {
    const rest = (count: number) =>
      lines(myPage(aMyPage({ overview: anOverview({ goals: Array.from({ length: count }, () => SALES) }) })).blocks);
    const line = "🏆 reached · *Wholesale sales*, daily: $9,120 of $9,000";

    expect(rest(2)).not.toContain(line);
    expect(rest(3).filter((one) => one === line)).toHaveLength(3);
    expect(rest(40).filter((one) => one === line)).toHaveLength(40);
  });

  it("asks why beside each goal, for the days that it shows", () => {
    const buttons = myPage(aMyPage()).blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
    const asked = buttons.flatMap((one) => (one.type === "button" && one.action_id === "why_goal" ? [one.value] : []));

    expect(asked.slice(0, 2)).toEqual([
      "phone_call_quantity me 2026-10-26 2026-11-01 0",
      "new_sales_wholesale me 2026-10-28 2026-10-28 0",
    ]);
  });

  it("names the goal on the button that shows its trend", () => {
    const buttons = myPage(aMyPage()).blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
    const trends = buttons.flatMap((one) =>
      one.type === "button" && one.action_id === "trend_goal" ? [one.text.text] : [],
    );

    expect(trends).toEqual(["Trend: calls", "Trend: wholesale"]);
  });

  it("follows a sync in place of the button", () => {
    const syncing = {
      ...waitingProgress(),
      copper: "done",
      justcall: "running",
      fishbowl: "waiting",
      goals: "waiting",
    } as const;
    const { blocks } = myPage(aMyPage({ syncing }));

    expect(lines(blocks)).toContain("⏳ *Syncing now:* Copper ✅ · JustCall ⏳ · Fishbowl ⏸ · Goals ⏸");
    expect(pressable(blocks)).not.toContain("sync_now");
  });

  it("leads to other pages only those who have any", () => {
    const ways = (tabs: Parameters<typeof aMyPage>[0]) => pressable(myPage(aMyPage(tabs)).blocks).slice(0, 3);

    expect(ways({ tabs: ["me", "team", "admin"] })).toEqual(["home_me", "home_team", "home_admin"]);
    expect(ways({})).toEqual(["why_goal", "trend_goal", "why_goal"]);
  });
});

describe("one's own page, where something is missing", () => {
  const nobody = { today: day("2026-10-28"), ended: false, glance: [], goals: [] };
  const never = (["copper", "justcall", "fishbowl"] as const).map((source) => ({
    source,
    asOf: null,
    state: "never" as const,
  }));
  const off = never.map(({ source }) => ({ source, asOf: null, state: "off" as const }));

  it.each([
    [
      "no source is on",
      { freshness: off },
      "No data source is connected yet. Once an admin connects Copper, JustCall or Fishbowl, figures appear here.",
    ],
    [
      "nothing was read",
      { freshness: never },
      "No data yet. Press *Sync now* below: the first sync takes a few minutes.",
    ],
    [
      "nobody knows them",
      { choices: null },
      "We haven't met yet. Press *Sync now* below and I'll find you in each data source.",
    ],
    ["they have no figures", {}, "No figures yet. Expected some? `/sync` lists who couldn't be matched."],
  ])("says what to do first when %s", (_case, fields, words) => {
    expect(lines(myPage(aMyPage({ overview: nobody, ...fields })).blocks)[1]).toBe(words);
  });

  it.each([
    [{}, "No goals yet. Managers set them. Once you have a goal, its pace shows here."],
    [
      { goalSetters: ["Maya <!channel>"] },
      "No goals yet. Ask Maya &lt;!channel&gt;. Once you have a goal, its pace shows here.",
    ],
    [
      { goalSetters: ["A", "B", "C", "D", "E"] },
      "No goals yet. Ask A, B, C or another manager. Once you have a goal, its pace shows here.",
    ],
    [{ tabs: ["me", "team"] as const }, "No goals of your own yet. Set goals on the *Team* page, above."],
  ])("tells who has no goal what to do: %j", (fields, words) => {
    const reported = lines(myPage(aMyPage({ overview: nobody, ...fields })).blocks);

    expect(reported[reported.indexOf("# My goals") + 1]).toBe(words);
  });

  it("stays within Slack's limits with every metric, 1,000 goals, big numbers and long names", () => {
    const glance = METRICS.map((metric) => ({ ...metric, today: 1e12, week: 1e12, month: 123_456_789_012.34 }));
    const goals = Array.from({ length: 500 }, () => [CALLS, { ...SALES, current: 1e12, target: 1e12 - 0.01 }]).flat();
    const goalSetters = Array.from({ length: 50 }, () => `${"M".repeat(200)} *x* <!channel>`);
    const values = aMyPage({ overview: anOverview({ glance, goals }), goalSetters });
    const full = myPage(values, "{}");

    expect(viewFaults(full, "home")).toEqual([]);
    expect(lines(full.blocks)).toEqual(expect.arrayContaining(["and 460 more goals"]));
    expect(viewFaults(myPage({ ...values, overview: nobody }), "home")).toEqual([]);
  });
});

describe("a plain page", () => {
  it("says one thing", () => {
    expect(lines(plainHome("Sorry.").blocks)).toEqual(["Sorry."]);
  });

  it("says that the first sync runs instead of how far behind one is", () => {
    const shown = lines(myPage(aMyPage({ first: "running" })).blocks);

    expect(shown).toContain("No data yet. Your first sync is running; figures appear here on their own.");
    expect(shown).toContain("Calls: 400 weekly");
    expect(shown.filter((line) => /behind|reached/.test(line))).toEqual([]);
  });
});

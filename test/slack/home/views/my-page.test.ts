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
      "Wed, Oct 28 · 🔴 1 behind · ✅ 1 reached · Updated 2:05 PM EDT",
      "⚠️ *JustCall* data is from Fri 10:10 PM EDT: could not be read since; your admins have been told",
      "# Behind",
      "*Calls* · ▰▱▱▱▱ *12 of 121 today*",
      "🔴 Week: *51 of 400* · behind by 109",
      "Week: 349 to go, 2 working days after today: 175 a day, rounded up",
      "[why_goal]",
      "[trend_goal]",
      "# On track",
      "*Wholesale sales* · ▰▰▰▰▰ *$9,120 of $9,000 today* ✅ done",
      "# This week and month",
      "*Calls* · 12 today · week *51* · month *1,234*",
      "*Wholesale sales* · $12 today · week *$51* · month *$42,737*",
      "[sync_now]",
      "[trend_goal]",
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
      return lines(page.blocks).slice(-6);
    };

    expect(shown("2026-09-01")).toEqual([
      "*Calls* ▃▇▁ · 12 today · week *51* (48) · month *1,234* (1,190)",
      "In brackets: last week by Wed, last month by Sep 28. Bars: your last 3 workdays, through Sun, Oct 25.",
      "[sync_now]",
      "[trend_goal]",
      "[home_history]",
      "[home_my_settings]",
    ]);
    expect(shown("2026-09-02").slice(0, 2)).toEqual([
      "*Calls* ▃▇▁ · 12 today · week *51* (48) · month *1,234*",
      "In brackets: last week by Wed. Bars: your last 3 workdays, through Sun, Oct 25.",
    ]);
  });

  it("leaves out metrics in which nothing was done of late", () => {
    const nothing = { ...CALLS_GLANCE, title: "Closing", today: 0, week: 0, month: 0 };
    const shown = (glance: readonly (typeof nothing)[]) =>
      lines(myPage(aMyPage({ overview: anOverview({ glance }) })).blocks);

    expect(shown([CALLS_GLANCE, nothing]).filter((line) => line.startsWith("*Closing*"))).toEqual([]);
    expect(shown([nothing])).toContain("Nothing logged yet, this month or last.");
  });

  it("folds metrics that are not behind to a line each where there are many", () => {
    const shown = (count: number) => {
      const goals = METRICS.slice(0, count).map(({ type, title }) => {
        return { ...SALES, type, title, period: "monthly", current: 9_120 } as const;
      });
      return lines(myPage(aMyPage({ overview: anOverview({ goals }) })).blocks).filter(
        (line) => line.includes("✅ Month") || line.includes("✅ month"),
      );
    };

    expect(shown(3)).toEqual(Array.from({ length: 3 }, () => "✅ Month: *$9,120 of $9,000* · reached"));
    expect(shown(4)[0]).toMatch(/^\*Wholesale sales\*.* · ✅ month \$9,120 of \$9,000 reached$/);
  });

  it("asks why beside each metric, for the days of the goal that needs the first look", () => {
    const { blocks } = myPage(
      aMyPage({ overview: anOverview({ goals: [{ ...CALLS, period: "daily" }, CALLS, SALES] }) }),
    );
    const asked = [...JSON.stringify(blocks).matchAll(/"action_id":"why_goal".*?"value":"([^"]*)"/g)].map(
      ([, value]) => value,
    );

    expect(asked).toEqual([
      "phone_call_quantity me 2026-10-26 2026-11-01 0",
      "new_sales_wholesale me 2026-10-28 2026-10-28 0",
    ]);
  });

  it("names the metric on the button that shows the trend of what is behind, and has one for all", () => {
    const buttons = myPage(aMyPage()).blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
    const trends = buttons.flatMap((one) =>
      one.type === "button" && one.action_id === "trend_goal" ? [one.text.text] : [],
    );

    expect(trends).toEqual(["Trend: calls", "Trend"]);
  });

  it("follows a sync in place of the button", () => {
    const syncing = { ...waitingProgress(), copper: "done", justcall: "running" } as const;
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
  const nobody = { today: day("2026-10-28"), ended: false, glance: [], goals: [], starting: [] };
  const never = (["copper", "justcall", "fishbowl"] as const).map((source) => {
    return { source, asOf: null, state: "never" as const };
  });
  const off = never.map(({ source }) => ({ source, asOf: null, state: "off" as const }));

  it.each([
    [
      "no source is on",
      { freshness: off },
      "No data source is connected yet. Once an admin connects Copper, JustCall, or Fishbowl, figures appear here.",
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

  const ASK = "Once you have a goal, its pace shows here.";
  it.each([
    [{}, `No goals yet. Managers set them. ${ASK}`],
    [{ goalSetters: ["Maya <!channel>"] }, `No goals yet. Ask Maya &lt;!channel&gt;. ${ASK}`],
    [{ goalSetters: ["A", "B", "C", "D", "E"] }, `No goals yet. Ask A, B, C, or another manager. ${ASK}`],
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

    expect([full, myPage({ ...values, overview: nobody })].map((page) => viewFaults(page, "home"))).toEqual([[], []]);
    expect(lines(full.blocks)).toEqual(expect.arrayContaining(["and 494 more goals"]));
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

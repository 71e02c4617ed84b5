import { viewFaults } from "../../../../src/demo/slack/rules/views";
import { METRICS } from "../../../../src/metrics/metrics";
import { plainHome } from "../../../../src/slack/home/views/layout";
import { myPage } from "../../../../src/slack/home/views/my-page";
import { waitingProgress } from "../../../../src/sync/report";
import { day } from "../../../../src/time/day";
import { anOverview, CALLS, CALLS_GLANCE, SALES } from "../../../support/builders/overviews";
import { aMyPage, CHOICES } from "../../../support/harness/home";
import { lines, pressable } from "../../../support/harness/slack-blocks";

describe("one's own page", () => {
  it("shows figures in columns, goals with bars, pace and its sum, how fresh each source is, and one's settings", () => {
    const sales = { ...CALLS_GLANCE, title: "Wholesale sales", unit: "dollars", month: 42_737.5 } as const;

    expect(lines(myPage(aMyPage({ overview: anOverview({ glance: [CALLS_GLANCE, sales] }) })).blocks)).toEqual([
      "# At a glance",
      "Wed 28 Oct · 🔴 1 behind · 🏆 1 reached",
      "                 Today  Week       Month",
      "Calls               12    51       1,234",
      "Wholesale sales    $12   $51  $42,737.50",
      "# My goals",
      "*Calls* · weekly, Mon 26 Oct – Sun 1 Nov",
      "▰▱▱▱▱▱▱▱▱▱ 12% · *51 of 400*",
      "🔴 behind · 12 of 121 today (361 over 3 working days, rounded up) · 349 to go, 2 working days after today: 175 a day, rounded up",
      "[why_goal]",
      "[trend_goal]",
      "*Wholesale sales* · daily, Wed 28 Oct",
      "▰▰▰▰▰▰▰▰▰▰ 101% · *$9,120.50 of $9,000*",
      "🏆 reached",
      "[why_goal]",
      "[trend_goal]",
      "# Where the figures come from",
      "*Copper*: as of 14:05 EDT",
      "*JustCall*: last read Fri 22:10 EDT, could not be read since; your admins have been told",
      "*Fishbowl*: switched off",
      "[sync_now]",
      "# My settings",
      "*Morning message*",
      "You want it at 08:00 by your clock (America/New_York).",
      "*Days away*",
      "These are no working days: your pace asks nothing of them.",
      "🏝 Mon 2 Nov – Fri 6 Nov",
    ]);
  });

  it("asks why beside each goal, for the days that it shows", () => {
    const buttons = myPage(aMyPage()).blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
    const asked = buttons.flatMap((one) => (one.type === "button" && one.action_id === "why_goal" ? [one.value] : []));

    expect(asked.slice(0, 2)).toEqual([
      "phone_call_quantity me 2026-10-26 2026-11-01 0",
      "new_sales_wholesale me 2026-10-28 2026-10-28 0",
    ]);
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

  it.each([
    [{ digest: { on: false, at: "07:30" } }, "You want none."],
    [
      { digest: { on: true, at: "07:30", snoozedUntil: day("2026-10-30") } },
      "Paused up to Fri 30 Oct. You want it at 07:30 by your clock (America/New_York).",
    ],
    [
      { digest: { on: true, at: "07:30", snoozedUntil: day("2026-10-27") } },
      "You want it at 07:30 by your clock (America/New_York).",
    ],
    [{ timeOff: [] }, "None planned. Days away are no working days: your pace asks nothing of them."],
  ])("says how the morning message and days away are set: %j", (fields, words) => {
    expect(lines(myPage(aMyPage({ choices: { ...CHOICES, ...fields } })).blocks)).toContain(words);
  });

  it("says when the next morning message comes", () => {
    const dueAt = new Date("2026-10-29T12:00:00Z");
    const morning = { day: day("2026-10-29"), dueAt, cutOffAt: new Date("2026-10-29T16:00:00Z") };
    const next = { slot: morning, zone: "America/New_York", own: true };

    expect(lines(myPage(aMyPage({ choices: { ...CHOICES, next } })).blocks)).toContain(
      "The next one: Thu 29 Oct 08:00",
    );
  });

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
      "No source is connected yet: an admin connects Copper, JustCall or Fishbowl, then everything fills itself.",
    ],
    [
      "nothing was read",
      { freshness: never },
      "No data yet. Press *Sync now* below: the first sync takes a few minutes.",
    ],
    [
      "nobody knows them",
      { choices: null },
      "We have not met yet. Press *Sync now* below, and I will learn who you are in each source.",
    ],
    [
      "they have no figures",
      {},
      "No figures of yours yet. If you expected some, `/sync` says whom each source could not match.",
    ],
  ])("says what to do first when %s", (_case, fields, words) => {
    expect(lines(myPage(aMyPage({ overview: nobody, ...fields })).blocks)[2]).toBe(words);
  });

  it.each([
    [{}, "No goals yet: managers set them. As soon as you have a goal, it is here with its pace."],
    [
      { goalSetters: ["Maya <!channel>"] },
      "No goals yet: ask Maya &lt;!channel&gt;. As soon as you have a goal, it is here with its pace.",
    ],
    [
      { goalSetters: ["A", "B", "C", "D", "E"] },
      "No goals yet: ask A, B, C or another manager. As soon as you have a goal, it is here with its pace.",
    ],
    [{ tabs: ["me", "team"] as const }, "No goals of your own yet. Goals are set on the *Team* page, above."],
  ])("tells who has no goal what to do: %j", (fields, words) => {
    const reported = lines(myPage(aMyPage({ overview: nobody, ...fields })).blocks);

    expect(reported[reported.indexOf("# My goals") + 1]).toBe(words);
  });

  it("stays within Slack's limits with every metric, 1,000 goals, big numbers and long names", () => {
    const glance = METRICS.map((metric) => ({ ...metric, today: 1e12, week: 1e12, month: 123_456_789_012.34 }));
    const goals = Array.from({ length: 500 }, () => [CALLS, { ...SALES, current: 1e12, target: 1e12 - 0.01 }]).flat();
    const timeOff = Array.from({ length: 200 }, () => CHOICES.timeOff).flat();
    const goalSetters = Array.from({ length: 50 }, () => `${"M".repeat(200)} *x* <!channel>`);
    const values = aMyPage({ overview: anOverview({ glance, goals }), goalSetters, choices: { ...CHOICES, timeOff } });
    const full = myPage(values, "{}");

    expect(viewFaults(full, "home")).toEqual([]);
    expect(lines(full.blocks)).toEqual(expect.arrayContaining(["and 960 more goals", "and 195 more stretches"]));
    expect(viewFaults(myPage({ ...values, overview: nobody }), "home")).toEqual([]);
  });
});

describe("a plain page", () => {
  it("says one thing", () => {
    expect(lines(plainHome("Sorry.").blocks)).toEqual(["Sorry."]);
  });

  it("says that the first sync runs instead of how far behind one is", () => {
    const shown = lines(myPage(aMyPage({ first: "running" })).blocks);

    expect(shown).toContain("No data yet, your first sync is running: figures come here by themselves.");
    expect(shown).toContain("Calls: 400 weekly");
    expect(shown.filter((line) => /behind|reached/.test(line))).toEqual([]);
  });
});

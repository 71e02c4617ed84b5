import type { GlanceLine, GoalLine } from "../../../../src/goals/overview";
import { METRICS } from "../../../../src/metrics/metrics";
import { myPage } from "../../../../src/slack/home/views/my-page";
import { waitingProgress } from "../../../../src/sync/report";
import { day } from "../../../../src/time/day";
import { anOverview, CALLS, CALLS_GLANCE, CALLS_LINE, SALES } from "../../../support/builders/overviews";
import { aMyPage, READING } from "../../../support/harness/home";
import { lines, pressable } from "../../../support/harness/slack-blocks";

const WHOLESALE = { type: "new_sales_wholesale", title: "Wholesale sales", unit: "dollars" } as const;
const TALK = { ...CALLS_GLANCE, type: "talk_time_minutes", title: "Talk time", unit: "minutes", today: 30 } as const;
const EMAILS = { ...CALLS, type: "email_quantity", title: "Emails" } as const;
const CLOSING = { type: "lead_progression_c", title: "Closing" } as const;

describe("one's own page", () => {
  it("shows what today asks, what is behind, the rest, this week and month, and how fresh each source is", () => {
    const sales = { ...CALLS_GLANCE, ...WHOLESALE, month: 42_737.5 };

    expect(lines(myPage(aMyPage({ overview: anOverview({ glance: [CALLS_GLANCE, sales] }) })).blocks)).toEqual([
      "# Wed, Oct 28",
      "*Left today: 109 calls · ✅ wholesale done*",
      "⚠️ *Calls may be missing since Fri 10:10 PM EDT.* JustCall could not be read. Nothing for you to do: your admins know",
      "Copper updated 2:05 PM EDT",
      "# Behind",
      "*Calls*: ▰▱▱▱▱ *12 of 121 today*",
      "🔴 Week: *51 of 400*, behind by 109; if nothing more today: 175 a day",
      "[why_goal]",
      "[trend_goal]",
      "# On track",
      "*Wholesale sales*: ▰▰▰▰▰ *$9,120 of $9,000 today* ✅ done",
      "[why_goal]",
      "# This week and month",
      "This week  Done",
      "Calls        51",
      "Wholesale   $51",
      "*This month*: 1,234 calls, $42,737 wholesale",
      "[sync_now]",
      "[home_history]",
      "[home_my_settings]",
    ]);
  });

  it("sets the same days of last week and of last month beside these, where they were read, with the last days as bars", () => {
    const read = { source: "copper", asOf: READING.now, state: "fresh" } as const;
    const shown = (from: string) => {
      const overview = anOverview({ glance: [CALLS_LINE] });
      const page = myPage(aMyPage({ overview, freshness: [{ ...read, from: day(from) }] }));
      return lines(page.blocks).slice(-8);
    };

    expect(shown("2026-09-01")).toEqual([
      "This week  To Tue  vs last  3 workdays",
      "Calls          41       +3         ▂▇▁",
      "This month  To Oct 27  vs last",
      "Calls           1,224       −6",
      "*vs last*: same days last week and month. *Bars*: a workday each. Both through Tue, Oct 27",
      "[sync_now]",
      "[home_history]",
      "[home_my_settings]",
    ]);
    expect(shown("2026-09-02").slice(-5, -3)).toEqual([
      "*vs last*: same days last week. *Bars*: a workday each. Both through Tue, Oct 27",
      "*This month*: 1,234 calls",
    ]);
  });

  it("leaves out metrics in which nothing was done of late", () => {
    const nothing = { ...CALLS_GLANCE, ...CLOSING, today: 0, week: 0, month: 0 };
    const shown = (glance: readonly GlanceLine[]) =>
      lines(myPage(aMyPage({ overview: anOverview({ glance }) })).blocks);

    expect(shown([CALLS_GLANCE, nothing]).filter((line) => line.startsWith("Closing"))).toEqual([]);
    expect(shown([nothing])).toContain("Nothing logged lately.");
  });

  it("folds metrics that are not behind to a line each where there are many, and only then counts goals above", () => {
    const shown = (count: number) => {
      const goals = METRICS.slice(0, count).map(({ type, title }) => {
        return { ...SALES, type, title, period: "monthly", current: 9_120 } as const;
      });
      return lines(myPage(aMyPage({ overview: anOverview({ goals }) })).blocks);
    };
    const rows = (count: number) => shown(count).filter((line) => /✅ month/i.test(line));
    const counts = (count: number) => shown(count).filter((line) => line.startsWith("Goals: "));

    expect(rows(3)).toEqual(Array.from({ length: 3 }, () => "✅ Month: *$9,120 of $9,000*, reached"));
    expect(rows(4)[0]).toMatch(/^\*Wholesale sales\*.*; ✅ month \$9,120 of \$9,000 reached$/);
    expect([counts(3), counts(4)]).toEqual([[], ["Goals: ✅ 4 reached"]]);
  });

  it("asks why of all goals of a part in one button, first of those that need the first look", () => {
    const today = { ...CALLS, period: "daily", from: day("2026-10-28"), to: day("2026-10-28") } as const;
    const { blocks } = myPage(aMyPage({ overview: anOverview({ goals: [today, CALLS, EMAILS, SALES] }) }));
    const asked = [...JSON.stringify(blocks).matchAll(/"action_id":"why_\w+".*?"value":"([^"]*)"/g)].map(
      ([, value]) => value,
    );

    expect(asked).toEqual([
      [
        "phone_call_quantity me 2026-10-26 2026-11-01 0",
        "email_quantity me 2026-10-26 2026-11-01 0",
        "phone_call_quantity me 2026-10-28 2026-10-28 0",
      ].join(","),
      "new_sales_wholesale me 2026-10-28 2026-10-28 0",
    ]);
  });

  it("has one row of buttons below what is behind and below the rest, with the one trend of all in the first", () => {
    const rows = (...goals: readonly GoalLine[]) =>
      lines(myPage(aMyPage({ overview: anOverview({ goals }) })).blocks).filter((line) =>
        /^# |^.(why|trend)_goal/.test(line),
      );

    const week = "# This week and month";
    const behind = ["# Behind", "[why_goal]", "[trend_goal]"];
    expect(rows(CALLS, EMAILS, SALES).slice(1)).toEqual([...behind, "# On track", "[why_goal]", week]);
    expect(rows(SALES).slice(1)).toEqual(["# On track", "[why_goal]", "[trend_goal]", week]);
  });

  it("says beside what today asks as of when that is, where the last full sync was hours ago, with the only Sync now right below it, and not of younger ones", () => {
    const of = (asOf: string) => {
      const { blocks } = myPage(aMyPage({ freshness: [{ source: "copper", asOf: new Date(asOf), state: "fresh" }] }));
      return {
        said: lines(blocks).filter((line) => /as of|Last full sync|Updated/.test(line)),
        top: lines(blocks).slice(1, 4),
        calls: lines(blocks).find((line) => line.startsWith("*Calls*")),
        pressed: pressable(blocks),
      };
    };
    const [old, young] = [of("2026-10-28T12:00:00Z"), of("2026-10-28T16:06:00Z")];

    expect(old.top).toEqual([
      "*Left today: 109 calls · ✅ wholesale done*, as of 8:00 AM EDT",
      "🕗 6 hours ago. *Sync now* counts newer work",
      "[sync_now]",
    ]);
    expect(old.said).toHaveLength(1);
    expect(of("2026-10-27T12:00:00Z").top[0]).toMatch(/, as of Tue 8:00 AM EDT$/);
    expect(old.calls).toBe("*Calls*: ▰▱▱▱▱ *12 of 121 today*");
    expect(young.calls).toBe("*Calls*: ▰▱▱▱▱ *12 of 121 today*");
    expect(young.top[0]).toBe("*Left today: 109 calls · ✅ wholesale done*");
    expect(young.said).toEqual(["Updated 12:06 PM EDT"]);
    expect([old, young].map(({ pressed }) => pressed.filter((id) => id === "sync_now").length)).toEqual([1, 1]);
    expect(old.pressed[0]).toBe("sync_now");
  });

  it("says how old the last full sync is where today asks nothing, too", () => {
    const asOf = new Date("2026-10-28T12:00:00Z");
    const freshness = [{ source: "copper", asOf, state: "fresh" } as const];
    const shown = lines(myPage(aMyPage({ overview: anOverview({ goals: [] }), freshness })).blocks);

    expect(shown).toContain("🕗 *Last full sync: 8:00 AM EDT*, 6 hours ago; later work may be missing");
  });

  it("names once right below what today asks what may be out of date, signs the rows of goals that have these, and has Sync now beside that only where a sync may mend it", () => {
    const failed = { source: "justcall", asOf: READING.now, state: "failed", stale: true } as const;
    const overview = anOverview({ glance: [CALLS_GLANCE, TALK] });
    const { blocks } = myPage(aMyPage({ overview, freshness: [failed] }));
    const missed = myPage(aMyPage({ overview, freshness: [{ ...failed, state: "fresh" }] })).blocks;

    expect(lines(blocks)[1]).toBe("*Left today: 109 calls · ✅ wholesale done*");
    expect(lines(blocks)[2]).toMatch(
      /^⚠️ \*Calls and talk time may be missing since .*\.\* JustCall could not be read\. Nothing for you to do: your admins know$/,
    );
    expect(blocks[2]).not.toHaveProperty("accessory");
    expect(missed[2]).toMatchObject({ accessory: { action_id: "sync_now", style: "primary" } });
    expect(JSON.stringify(blocks)).not.toContain('"primary"');
    for (const shown of [blocks, missed]) {
      expect(pressable(shown).filter((id) => id === "sync_now")).toHaveLength(1);
    }
    expect(lines(blocks).filter((line) => line.includes("JustCall"))).toHaveLength(1);
    expect(lines(blocks)).toContain("*Calls* ⚠️: ▰▱▱▱▱ *12 of 121 today*");
    expect(lines(blocks)).toContain("Also done today: 30m talk time");
    expect(lines(blocks).filter((line) => line.includes("⚠️"))).toHaveLength(2);
  });

  it("says what was done today in metrics of which today asks nothing", () => {
    const shown = (today: number) => {
      return lines(myPage(aMyPage({ overview: anOverview({ glance: [CALLS_GLANCE, { ...TALK, today }] }) })).blocks);
    };

    expect(shown(30).join("\n")).toMatch(/[\n.] ?Also done today: 30m talk time\n/);
    expect(shown(0).join()).not.toContain("Also done today");
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

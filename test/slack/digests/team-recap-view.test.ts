import type { TeamRecapPart } from "../../../src/digests/content/team-recap";
import { standings } from "../../../src/goals/teams/standings";
import type { Outcome, PastPeriod } from "../../../src/goals/trends/past-period";
import { type TeamRecapValues, teamRecapMessage } from "../../../src/slack/digests/recaps/team-recap-view";
import { addDays, type DayRange, day, zoneDays } from "../../../src/time/day";
import { anOverview, CALLS, SALES } from "../../support/builders/overviews";
import { HOSTILE_NAMES, lines, messageFaults, unmentioned } from "../../support/harness/slack-blocks";

const MONDAY = day("2026-10-26");
const DISPLAY = { days: zoneDays("America/New_York"), now: new Date("2026-10-26T12:00:00Z") };
const URL = "slack://app?team=T0ACME&id=A0PACELINE&tab=home";
const BEHIND = { ...CALLS, period: "monthly" } as const;

const NONE = { lastWeek: [], lastMonth: [], away: [], goals: [] };

function aPart(teamId: string, given: Partial<TeamRecapPart> = {}): TeamRecapPart {
  const members = [{ userId: "U01", overview: anOverview({ goals: [BEHIND] }) }];
  return { teamId, name: "West", standings: standings(members), ...NONE, ...given };
}

function shown(teams: readonly TeamRecapPart[], given: Partial<TeamRecapValues> = {}) {
  const values = { names: new Map([["U01", "Ana Torres"]]), freshness: [], homeUrl: URL, ...DISPLAY, ...given };
  return teamRecapMessage({ recap: { monday: MONDAY, teams }, ...values });
}

describe("the recap of a manager's teams", () => {
  it("names who is behind on what and by how much, each person once", () => {
    const { text, drawn = [] } = shown([aPart("west")]);

    expect(text).toBe("West, week of Oct 26. Start with Ana Torres: 109 calls behind this month.");
    expect(lines(drawn as never).slice(1, 6)).toEqual([
      "Now: 1 of 1 person behind",
      "*Start with <@U01>*",
      "🔴 Calls: *109 behind* this month",
      "[message_person]",
      "[team_recap_open]",
    ]);
    const three = (["monthly", "weekly", "daily"] as const).map((period) => ({ ...CALLS, period }));
    const members = [{ userId: "U01", overview: anOverview({ goals: three }) }];
    expect(lines(shown([aPart("west", { standings: standings(members) })]).blocks).slice(3, 6)).toEqual(
      ["this month", "this week", "today"].map((when) => `🔴 Calls: *109 behind* ${when}`),
    );
  });

  const past = (value: number, outcome: Outcome, given: Partial<PastPeriod> = {}) =>
    ({ ...CALLS, target: 30, value, outcome, ...given }) as const;
  const OCTOBER = { period: "monthly", from: day("2026-10-01"), to: day("2026-10-31") } as const;
  const EMAILS = { type: "email_quantity", title: "Emails", target: 60, ...OCTOBER } as const;
  const ended = (userId: string, now: PastPeriod, before: PastPeriod | null = null, unread: readonly DayRange[] = []) =>
    ({ userId, past: { ...now, ...(unread.length > 0 && { unread }) }, before }) as const;
  const names = new Map(["Ana", "Ben", "Cleo"].map((name, at) => [`U0${at + 1}`, name]));
  const said = (given: Partial<TeamRecapPart>, values: Partial<TeamRecapValues> = {}) => {
    const { text, blocks } = shown([aPart("west", { standings: standings([]), ...given })], { names, ...values });
    return [text, ...lines(blocks).slice(0, -2)];
  };
  const ana = ended("U01", past(16, "missed"), past(31, "reached"));
  const ben = ended("U02", past(30, "reached"), past(12, "missed"));
  const cleo = ended("U03", past(20, "missed"), past(30, "reached"));

  it("begins with whom to talk to first and why, then names each who lacks something, with a line a goal and what they reached behind, who lacks most first", () => {
    const lastMonth = [
      ended("U01", past(48, "missed", EMAILS)),
      ended("U01", past(110, "reached", { ...OCTOBER, target: 110 })),
    ];

    expect(said({ lastWeek: [cleo, ana, ben], lastMonth })).toEqual([
      "West: last week and October. Start with Ana: 14 calls short last week, 12 emails short in October.",
      "# 👥 West: last week and October",
      "Last week: reached *1 of 3* weekly goals, 1 goal fewer than the week before",
      "October: reached *1 of 2* monthly goals",
      "*Start with <@U01>*",
      "❌ Calls: *14 short* last week, 16 of 30 (31 before)",
      "❌ Emails: *12 short* in October, 48 of 60",
      "✅ Calls: 110 of 110 in October",
      "*<@U03>*",
      "❌ Calls: *10 short* last week, 20 of 30 (30 before)",
      "✅ *Reached all of theirs*: Ben",
    ]);
  });

  it("puts money before activity, says how much in figures, and names the reader last, as you", () => {
    const sales = past(1, "missed", { ...SALES, ...OCTOBER, target: 100, value: 60.5, outcome: "missed" });

    expect(said({ lastWeek: [ana, cleo], lastMonth: [ended("U02", sales)] }, { reader: "U02" }).slice(2)).toEqual([
      "Last week: reached *0 of 2* weekly goals, 2 goals fewer than the week before",
      "October: reached *0 of 1* monthly goal",
      "*Start with <@U01>*",
      "❌ Calls: *14 short* last week, 16 of 30 (31 before)",
      "*<@U03>*",
      "❌ Calls: *10 short* last week, 20 of 30 (30 before)",
      "*You*",
      "❌ Wholesale: *$40 short* in October, $60 of $100",
    ]);
    const begins = [
      said({ lastMonth: [ended("U02", sales)], lastWeek: [ana] }),
      said({ lastWeek: [ana] }, { reader: "U01" }),
    ];
    expect(begins.map((all) => [all[0]?.split(". ")[1], all.find((line) => line.startsWith("*"))])).toEqual([
      ["Start with Ben: $40 wholesale short in October.", "*Start with <@U02>*"],
      ["Nobody else needs you", "*Nobody else needs you.* You: 14 calls short last week."],
    ]);
  });

  it("names the days that were not read with the last known figure, and compares nothing with what was not read", () => {
    const days = [{ from: day("2026-10-29"), to: day("2026-10-31") }];
    const lastWeek = [ben, ended("U01", past(2, "unread"), null, days), ended("U03", past(0, "unread"), null, days)];

    expect(said({ lastWeek }).slice(2)).toEqual([
      "*Nobody missed a goal* of those that are synced.",
      "Last week: reached *1 of 1* weekly goal, 2 not synced, 1 goal more than the week before",
      "*<@U01>*",
      "❔ Calls: 2 of 30 last week so far, not synced Oct 29–31",
      "*<@U03>*",
      "❔ Calls: ? of 30 last week, not synced Oct 29–31",
      "✅ *Reached all of theirs*: Ben",
    ]);
    expect(said({ lastWeek: [ben, ended("U01", past(16, "missed"), past(2, "unread"))] }).slice(2, 5)).toEqual([
      "Last week: reached *1 of 2* weekly goals",
      "*Start with <@U01>*",
      "❌ Calls: *14 short* last week, 16 of 30",
    ]);
    expect(said({ lastWeek: [ana, ended("U03", past(0, "off"))] })[2]).not.toContain("not synced");
    expect(said({ lastWeek: [ben] })[2]).toBe("*Nobody missed a goal.*");
    expect(said({ lastWeek: [ben] }, { reader: "U02" }).at(-1)).toBe("✅ *You reached all of yours*");
  });

  it("names the team's goals that are behind, and counts the rest", () => {
    const set = { ...CALLS, origin: "set" as const };
    const goals = [set, { ...SALES, origin: "sum" as const }];

    const said = lines(shown([aPart("west", { goals })]).blocks);

    expect(said.filter((line) => line.startsWith("🎯"))).toEqual([
      "🎯 *Calls*, weekly: 51 of 400, 🔴 behind by 109",
      "🎯 *Team goals*: ✅ 1 reached",
    ]);
  });

  it("has a part a team, Everyone's by that name, and counts whom it has no room for", () => {
    const members = Array.from({ length: 9 }, (_, at) => ({
      userId: `U0${at}`,
      overview: anOverview({ goals: [BEHIND] }),
    }));
    const away = [{ userId: "U01", days: [{ from: MONDAY, to: addDays(MONDAY, 1) }] }];

    const said = lines(
      shown([aPart("west", { standings: standings(members) }), aPart("everyone", { name: null, away })]).blocks,
    );

    expect(said.filter((line) => /^(❌ \*|# |\*West|\*Everyone|🏝)/.test(line))).toEqual([
      "# 👥 Your teams, week of Oct 26",
      "*West*",
      "❌ *4 more short of a goal*: U05, U06, U07, U08",
      "*Everyone*",
      "🏝 *Away this week*: Ana Torres (Mon, Oct 26 – Tue, Oct 27)",
    ]);
  });

  it("says where the rest is: by a button, and in words where no link to Home is known", () => {
    const { blocks, drawn } = shown([aPart("west")]);

    expect(lines((drawn ?? []) as never)).toContain("[team_recap_open]");
    expect(JSON.stringify(drawn)).toContain('"accessibility_label":"Message Ana Torres"');
    expect(JSON.stringify(drawn)).toContain("slack://user?team=T0ACME&id=U01");
    expect(JSON.stringify(shown([aPart("west")], { reader: "U01" }).drawn)).not.toContain("Message Ana");
    expect(lines(blocks)).toContain("Everyone's goals: `/goals team west`");
    expect(shown([aPart("west")], { homeUrl: undefined }).drawn).toBeUndefined();
  });

  it("judges nobody by figures that nobody has", () => {
    const never = (["copper", "justcall"] as const).map((source) => ({ source, state: "never", asOf: null }) as const);

    const { text, blocks } = shown([aPart("west")], { freshness: never });
    const said = lines(blocks).join("\n");

    expect(text).toBe("West, week of Oct 26. No data yet.");
    expect(said).toContain("No data yet.");
    expect(said).not.toContain("behind");
  });

  it.each(HOSTILE_NAMES)("stays within Slack's limits with twenty teams, 200 people each, and the name %j", (name) => {
    const members = Array.from({ length: 200 }, (_, at) => ({
      userId: `U${at}`,
      overview: anOverview({ goals: [BEHIND, SALES] }),
    }));
    const names = new Map(members.map(({ userId }) => [userId, name]));
    const missed = { ...SALES, value: 1, outcome: "missed" as const };
    const lastWeek = members.map(({ userId }) => ({ userId, past: missed, before: missed }));
    const lastMonth = lastWeek.map((one) => ({ ...one, past: { ...missed, period: "monthly" as const } }));
    const away = members.map(({ userId }) => ({ userId, days: [{ from: MONDAY, to: MONDAY }] }));
    const goals = Array.from({ length: 20 }, () => ({ ...CALLS, origin: "sum" as const }));
    const teams = Array.from({ length: 20 }, (_, at) =>
      aPart(`t${at}`, { name, standings: standings(members), lastWeek, lastMonth, away, goals }),
    );

    const { text, blocks, drawn = [] } = shown(teams, { names });

    expect([blocks, drawn as never].map((all) => messageFaults(unmentioned({ text, blocks: all })))).toEqual([[], []]);
  });
});

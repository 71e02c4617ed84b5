import type { TeamRecapPart } from "../../../src/digests/content/team-recap";
import { standings } from "../../../src/goals/teams/standings";
import { type TeamRecapValues, teamRecapMessage } from "../../../src/slack/digests/recaps/team-recap-view";
import { addDays, day, zoneDays } from "../../../src/time/day";
import { anOverview, CALLS, SALES } from "../../support/builders/overviews";
import { HOSTILE_NAMES, lines, messageFaults } from "../../support/harness/slack-blocks";

const MONDAY = day("2026-10-26");
const DISPLAY = { days: zoneDays("America/New_York"), now: new Date("2026-10-26T12:00:00Z") };
const URL = "slack://app?team=T0ACME&id=A0PACELINE&tab=home";
const BEHIND = { ...CALLS, period: "monthly" } as const;

function aPart(teamId: string, given: Partial<TeamRecapPart> = {}): TeamRecapPart {
  const members = [{ userId: "U01", overview: anOverview({ goals: [BEHIND] }) }];
  return {
    teamId,
    name: "West",
    standings: standings(members),
    lastWeek: [],
    lastMonth: [],
    away: [],
    goals: [],
    ...given,
  };
}

function shown(teams: readonly TeamRecapPart[], given: Partial<TeamRecapValues> = {}) {
  const values = { names: new Map([["U01", "Ana Torres"]]), freshness: [], homeUrl: URL, ...DISPLAY, ...given };
  return teamRecapMessage({ recap: { monday: MONDAY, teams }, ...values });
}

describe("the recap of a manager's teams", () => {
  it("names who is behind on what and by how much, each person once", () => {
    const { text, drawn = [] } = shown([aPart("west")]);

    expect(text).toBe("West, week of Oct 26. 1 of 1 person behind.");
    expect(lines(drawn as never).slice(0, 3)).toEqual([
      "# West, week of Oct 26",
      "*Now: 1 of 1 person behind*",
      "🔴 *Ana Torres*: Calls *109 behind* this month",
    ]);
    const three = (["monthly", "weekly", "daily"] as const).map((period) => ({ ...CALLS, period }));
    const members = [{ userId: "U01", overview: anOverview({ goals: three }) }];
    expect(lines(shown([aPart("west", { standings: standings(members) })]).blocks)).toContain(
      "🔴 *Ana Torres*: Calls *109 behind* this month · Calls *109 behind* this week · and 1 more goal",
    );
  });

  it("says who missed and who reached what, a line each, beside the week before, and how many goals were reached then", () => {
    const past = (value: number, outcome: "missed" | "reached" | "unread") =>
      ({ ...CALLS, target: 30, value, outcome }) as const;
    const ended = (userId: string, ...[now, then]: (ReturnType<typeof past> | null)[]) =>
      now === null || now === undefined ? [] : [{ userId, past: now, before: then ?? null }];
    const names = new Map(["Ana", "Ben", "Cleo"].map((name, at) => [`U0${at + 1}`, name]));
    const said = (lastWeek: TeamRecapPart["lastWeek"]) => {
      const all = lines(shown([aPart("west", { lastWeek })], { names }).blocks);
      return all.slice(
        all.findIndex((line) => line.startsWith("*Last week")),
        -3,
      );
    };
    const ana = ended("U01", past(16, "missed"), past(31, "reached"));
    const ben = ended("U02", past(30, "reached"), past(12, "missed"));
    const cleo = ended("U03", past(3, "missed"), past(30, "reached"));

    expect(said([...ana, ...ben, ...cleo])).toEqual([
      "*Last week: reached 1 of 3 goals*, 1 fewer than the week before",
      "❌ *Ana*: Calls 16 of 30 (31 the week before)",
      "❌ *Cleo*: Calls 3 of 30 (30 the week before)",
      "✅ *Ben*: Calls 30 of 30 (12 the week before)",
    ]);
    const both = { ...past(30, "reached"), type: "email_quantity", title: "Emails" } as const;
    expect(said([...ana, { userId: "U01", past: both, before: null }, ...ended("U02", past(2, "unread"))])).toEqual([
      "*Last week: reached 1 of 2 goals*, 1 not read yet",
      "❌ *Ana*: Calls 16 of 30 (31 the week before) · ✅ Emails 30 of 30",
      "❔ *Not read yet last week*: Ben (Calls)",
    ]);
    const away = { userId: "U03", past: { ...past(0, "missed"), outcome: "off" as const }, before: null };
    expect(said([...ana, away])[0]).toMatch(/^\*Last week: reached 0 of 1 goal\*(?!.*not read)/);
    // What was not read yet is compared with nothing.
    expect(said([...ben, ...ended("U01", past(16, "missed"), past(2, "unread"))])).toEqual([
      "*Last week: reached 1 of 2 goals*",
      "❌ *Ana*: Calls 16 of 30",
      "✅ *Ben*: Calls 30 of 30 (12 the week before)",
    ]);
  });

  it("names the team's goals that are behind, and counts the rest", () => {
    const set = { ...CALLS, origin: "set" as const };
    const goals = [set, { ...SALES, origin: "sum" as const }];

    const said = lines(shown([aPart("west", { goals })]).blocks);

    expect(said.filter((line) => line.startsWith("🎯"))).toEqual([
      "🎯 *Calls*, weekly: 51 of 400 · 🔴 behind by 109",
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

    expect(said.filter((line) => /^(and|# |\*West|\*Everyone|🏝)/.test(line))).toEqual([
      "# Your teams, week of Oct 26",
      "*West*",
      "and 4 more",
      "*Everyone*",
      "🏝 *Away this week*: Ana Torres (Mon, Oct 26 – Tue, Oct 27)",
    ]);
  });

  it("says where the rest is: by a button, and in words where no link to Home is known", () => {
    const { blocks, drawn } = shown([aPart("west")]);

    expect(lines((drawn ?? []) as never)).toContain("[team_recap_open]");
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
    const past = { ...SALES, value: 1, outcome: "missed" as const };
    const lastWeek = members.map(({ userId }) => ({ userId, past, before: past }));
    const lastMonth = lastWeek.map((one) => ({ ...one, past: { ...past, period: "monthly" as const } }));
    const away = members.map(({ userId }) => ({ userId, days: [{ from: MONDAY, to: MONDAY }] }));
    const goals = Array.from({ length: 20 }, () => ({ ...CALLS, origin: "sum" as const }));
    const teams = Array.from({ length: 20 }, (_, at) =>
      aPart(`t${at}`, { name, standings: standings(members), lastWeek, lastMonth, away, goals }),
    );

    const { text, blocks, drawn = [] } = shown(teams, { names });

    expect([messageFaults({ text, blocks }), messageFaults({ text, blocks: drawn as never })]).toEqual([[], []]);
  });
});

import { withCovers } from "../../../src/goals/metric-goals";
import type { GoalLine } from "../../../src/goals/overview";
import { pace } from "../../../src/goals/pace";
import { teamGoalsPage } from "../../../src/slack/goals/team/team";
import { teamGoalsShown } from "../../../src/slack/goals/team/team-table";
import { myPage } from "../../../src/slack/home/views/my-page";
import type { Message } from "../../../src/slack/ui/blocks";
import type { ChartMessage } from "../../../src/slack/ui/charts";
import { day } from "../../../src/time/day";
import { anOverview, CALLS, SALES } from "../../support/builders/overviews";
import { aMyPage, READING } from "../../support/harness/home";
import { HOSTILE_NAMES, lines, messageFaults } from "../../support/harness/slack-blocks";

/** So many people with calls behind and sales reached. */
function shown(names: readonly string[], goals: readonly GoalLine[] = [CALLS, SALES]) {
  const members = names.map((_, at) => ({ userId: `U${at}`, overview: anOverview({ goals }) }));
  const known = new Map(names.map((name, at) => [`U${at}`, name]));
  const state = { freshness: [], first: null, ...READING };
  const team = [{ ...SALES, origin: "sum" as const }];
  const page = teamGoalsPage({ today: day("2026-10-28"), members, team }, { names: known, page: 0, state });
  return teamGoalsShown(page, { people: members, names: known });
}

function tableOf(message: Message | ChartMessage): readonly (readonly string[])[] | undefined {
  const [table] = message.blocks.flatMap((block) => ("caption" in block && "rows" in block ? [block] : []));
  return table?.rows.map((row) => row.map((cell) => ("text" in cell ? cell.text : "")));
}

describe("everybody's goals as a table", () => {
  it("stand above the team's own, each person's rows together, in the order in which who is behind is named", () => {
    const message = shown(["Zoe", "Ana", "Ben", "Cleo", "Dev", "Eva"]);
    const rows = tableOf(message) ?? [];

    expect(rows.slice(0, 4)).toEqual([
      ["Person", "Metric", "So far", "Status"],
      ["Zoe", "Calls", "51\u00a0of\u00a0400 this\u00a0week", "🔴\u00a0behind by\u00a0109"],
      ["Zoe", "Wholesale", "$9,120 of $9,000 today", "✅\u00a0reached"],
      ["Ana", "Calls", "51\u00a0of\u00a0400 this\u00a0week", "🔴\u00a0behind by\u00a0109"],
    ]);
    expect(rows).toHaveLength(13);
    const words = lines(message.blocks as never);
    expect(words.slice(0, 6)).toEqual([
      "# Who needs you",
      "Wed, Oct 28: 6 people with goals, 6 behind",
      // The table has their figures.
      "*Start with <@U0>*: behind by 109 calls",
      "*<@U1>*: behind by 109 calls",
      "*<@U2>*: behind by 109 calls",
      "*<@U3>*: behind by 109 calls",
    ]);
    expect("plain" in message && lines(message.plain)).toContain("🔴 Calls: *109 behind* this week; 12 of 121 today");
    expect(words.slice(-3)).toEqual([
      "*Team totals of daily goals*: wholesale $9,120 of $9,000",
      "[why_goal]",
      "Totals count only people with that goal. Reps see only their own goals.",
    ]);
    // It asks of all people's figures, too.
    expect(JSON.stringify(message.blocks)).toContain('"text":"Why these numbers?"');
    expect("plain" in message && lines(message.plain)).toContain("*Zoe*");
  });

  it("say of today what the person's own Home does, whatever a daily goal asks of it", () => {
    const days = { done: 0, today: true, after: 0, over: false };
    const daily = { ...CALLS, goalId: "d", period: "daily", current: 12, target: 30 } as const;
    const ofDay = { ...daily, pace: pace({ target: 30, before: 0, current: 12, days }) };
    const goals = withCovers([ofDay, CALLS]);
    const [, row = []] = tableOf(shown(["Ana"], goals)) ?? [];

    expect(row.map((text) => text.replaceAll("\u00a0", " "))).toEqual([
      ...["Ana", "Calls", "51 of 400 this week, 12 of 121 today", "🔴 behind by 109 (week)"],
    ]);
    const home = lines(myPage(aMyPage({ overview: anOverview({ goals }) })).blocks).join("\n");
    expect(home.replaceAll("\u00a0", " ")).toContain("12 of 121 today");
    expect(home).not.toContain("12 of 30 today");
  });

  it("call somebody's day by its name where it is another one than the reader's, as their row on Home does", () => {
    const days = { done: 0, today: true, after: 0, over: false };
    const daily = { ...CALLS, goalId: "d", period: "daily", current: 0, target: 2 } as const;
    const untouched = { ...daily, pace: pace({ target: 2, before: 0, current: 0, days }) };
    const begun = { ...daily, current: 1, pace: pace({ target: 2, before: 0, current: 1, days }) };
    const members = [untouched, begun].map((goal, at) => ({
      userId: `U${at}`,
      overview: anOverview({ goals: [goal] }),
    }));
    const names = new Map([
      ["U0", "Dev"],
      ["U1", "Eva"],
    ]);
    const state = { freshness: [], first: null, ...READING };
    const thursday = { words: "3:35 AM Thu there", weekday: "Thu", hours: "before", left: null } as const;
    const shownTo = { names, page: 0, state, clockOf: () => thursday };
    const page = teamGoalsPage({ today: day("2026-10-28"), members, team: [] }, shownTo);
    const [, ...rows] = tableOf(teamGoalsShown(page, { people: members, names })) ?? [];

    expect(rows.map((row) => row.join(" ").replaceAll("\u00a0", " "))).toEqual([
      "Dev Calls 2 needed Thu ⚪ not started",
      "Eva Calls 1 of 2 Thu 🟢 on pace",
    ]);
  });

  it("are a row a person and metric: of whom is behind first, then of whom has not begun, and so are the rows of each, money first", () => {
    const begun = { ...CALLS, pace: SALES.pace, current: 1 };
    const states = {
      behind: CALLS,
      "not begun": { ...CALLS, current: 0, pace: { ...CALLS.pace, verdict: "on-pace" as const } },
      "on pace": { ...begun, pace: { ...SALES.pace, verdict: "on-pace" as const } },
      reached: { ...begun, pace: { ...SALES.pace, verdict: "reached" as const } },
    };
    const sold = (goal: typeof CALLS) => ({ ...goal, type: SALES.type, title: SALES.title, unit: SALES.unit });
    const people = [
      [states.reached, sold(states["on pace"])],
      [states["on pace"], sold(states.behind)],
      [states.behind, sold(states.reached), { ...states.reached, period: "monthly" as const }],
      [sold(states["not begun"])],
    ];
    const members = people.map((goals, at) => ({ userId: `U${at}`, overview: anOverview({ goals }) }));
    const names = new Map(["Ana", "Ben", "Cho", "Dev"].map((name, at) => [`U${at}`, name]));
    const state = { freshness: [], first: null, ...READING };
    const page = teamGoalsPage({ today: day("2026-10-28"), members, team: [] }, { names, page: 0, state });
    const [, ...rows] = tableOf(teamGoalsShown(page, { people: members, names })) ?? [];

    expect(
      rows.map(([name, metric, , status = ""]) => `${name} ${metric} ${status.replaceAll("\u00a0", " ")}`),
    ).toEqual([
      "Ben Wholesale 🔴 behind by $109",
      "Ben Calls 🟢 on pace",
      "Cho Calls 🔴 behind by 109 (week)",
      "Cho Wholesale ✅ reached",
      "Dev Wholesale ⚪ not started",
      "Ana Wholesale 🟢 on pace",
      "Ana Calls ✅ reached",
    ]);
    expect(rows[2]?.[2]).toBe("51\u00a0of\u00a0400 this\u00a0week, 1\u00a0of\u00a0400 this\u00a0month");
  });

  it("shorten names to a first name and an initial, but where two people would read the same", () => {
    const names = (tableOf(shown(["Ana Torres", "Ana Tran", "Dev Patel", "Zoë"], [CALLS])) ?? []).map(([name]) => name);

    expect(names).toEqual(["Person", "Ana Torres", "Ana Tran", "Dev P.", "Zoë"]);
  });

  it("take no addition behind a surname for one", () => {
    const people = ["Ida Gray (West)", "Jo Roy Jr.", "Kim Ode III", "Lou 🌟", "Max von Ahn"];
    const names = (tableOf(shown(people, [CALLS])) ?? []).map(([name]) => name);

    expect(names).toEqual(["Person", "Ida G.", "Jo R.", "Kim O.", "Lou 🌟", "Max A."]);
  });

  it("are a table too where there are few, and none where nobody has any", () => {
    expect(tableOf(shown(["Zoe"]))).toHaveLength(3);
    expect(tableOf(shown(["Zoe"], []))).toBeUndefined();
  });

  it.each(HOSTILE_NAMES)(
    "stay within Slack's limits for 300 people of the name %j, and say how many more there are",
    (name) => {
      const message = shown(Array.from({ length: 300 }, () => name));

      expect(tableOf(message)).toBeDefined();
      // A raw text pings nobody, whatever it says.
      expect(messageFaults(message as Message).filter((fault) => fault !== "pings")).toEqual([]);
      expect(
        lines(message.blocks as never).some((line) => /^and \d+ more goals: see Home > \*Team\*$/.test(line)),
      ).toBe(true);
    },
  );
});

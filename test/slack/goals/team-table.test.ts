import { teamGoalsPage } from "../../../src/slack/goals/team/team";
import { teamGoalsShown } from "../../../src/slack/goals/team/team-table";
import type { Message } from "../../../src/slack/ui/blocks";
import type { ChartMessage } from "../../../src/slack/ui/charts";
import { day } from "../../../src/time/day";
import { anOverview, CALLS, SALES } from "../../support/builders/overviews";
import { READING } from "../../support/harness/home";
import { HOSTILE_NAMES, lines, messageFaults } from "../../support/harness/slack-blocks";

/** So many people with calls behind and sales reached. */
function shown(names: readonly string[], goals = [CALLS, SALES]) {
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
  it("stand above the team's own, the furthest behind first", () => {
    const message = shown(["Zoe", "Ana", "Ben", "Cleo", "Dev", "Eva"]);
    const rows = tableOf(message) ?? [];

    expect(rows.slice(0, 3)).toEqual([
      ["Person", "Goal", "So far", "Status"],
      ["Ana", "Calls, week", "51 of 400", "🔴\u00a0behind"],
      ["Ben", "Calls, week", "51 of 400", "🔴\u00a0behind"],
    ]);
    expect(rows.at(-1)).toEqual(["Zoe", "Wholesale, day", "$9,120 of $9,000", "✅\u00a0reached"]);
    expect(rows).toHaveLength(13);
    const words = lines(message.blocks as never);
    expect(words.slice(0, 4)).toEqual([
      "# Who needs you",
      "Wed, Oct 28 · 6 people with goals, 6 behind",
      "*<@U0>*",
      "🔴 Calls · *109 behind* this week · 12 of 121 today",
    ]);
    expect(words).toContain("# Team goals");
    const kinds = message.blocks.map((block) =>
      "text" in block && block.type === "header" ? block.text.text : block.type,
    );
    expect(kinds.indexOf("data_table")).toBeLessThan(kinds.indexOf("Team goals"));
    expect(words.join("\n")).not.toContain("sum of");
    expect("plain" in message && lines(message.plain)).toContain("*Zoe*");
  });

  it("have those of a metric together, the metric first in which somebody is the furthest behind", () => {
    const late = { ...SALES, current: 100, pace: CALLS.pace };
    const members = [[CALLS, SALES], [late]].map((goals, at) => ({
      userId: `U${at}`,
      overview: anOverview({ goals }),
    }));
    const names = new Map([
      ["U0", "Ana"],
      ["U1", "Ben"],
    ]);
    const state = { freshness: [], first: null, ...READING };
    const page = teamGoalsPage({ today: day("2026-10-28"), members, team: [] }, { names, page: 0, state });
    const [, ...rows] = tableOf(teamGoalsShown(page, { people: members, names })) ?? [];

    expect(rows.map(([name, goal]) => `${name} ${goal}`)).toEqual([
      "Ben Wholesale, day",
      "Ana Wholesale, day",
      "Ana Calls, week",
    ]);
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

import type { Overview, TeamLine, TeamOverview } from "../../../src/goals/overview";
import { METRICS } from "../../../src/metrics/metrics";
import { teamGoalsPage } from "../../../src/slack/goals/team/team";
import { teamGoalsMessage } from "../../../src/slack/goals/team/team-view";
import type { FigureState } from "../../../src/slack/ui/freshness";
import type { Freshness } from "../../../src/sync/state/freshness";
import { day } from "../../../src/time/day";
import { anOverview, CALLS, SALES } from "../../support/builders/overviews";
import { READING } from "../../support/harness/home";
import { HOSTILE_NAMES, lines, messageFaults, unmentioned } from "../../support/harness/slack-blocks";

const today = day("2026-10-28");
const STALE: readonly Freshness[] = [
  { source: "justcall", asOf: new Date("2026-10-24T02:10:00Z"), state: "failed", stale: true },
];
const SUM: TeamLine = { ...SALES, origin: "sum" };

function aTeam(overviews: readonly Overview[], team: readonly TeamLine[] = []): TeamOverview {
  return { today, team, members: overviews.map((overview, index) => ({ userId: `U${index}`, overview })) };
}

const READ: FigureState = { freshness: [], first: null, ...READING };

function shown(
  team: TeamOverview,
  { names, page = 0, state = READ }: { names: readonly string[]; page?: number; state?: FigureState },
) {
  const known = new Map(names.map((name, index) => [`U${index}`, name]));
  return teamGoalsMessage(teamGoalsPage(team, { names: known, page, state }));
}

describe("everybody's goals", () => {
  it("say who needs their manager, then each person's by name, without those who have none, then the team's", () => {
    const team = aTeam([anOverview(), anOverview({ goals: [] }), anOverview({ goals: [CALLS] })], [SUM]);

    expect(lines(shown(team, { names: ["Zoe", "Nil", "Ana"] }).blocks)).toEqual([
      "# Who needs you",
      "Wed, Oct 28: 2 people with goals, 2 behind",
      "*Start with <@U0>*",
      "🔴 Calls: *109 behind* this week; 12 of 121 today",
      "*<@U2>*",
      "🔴 Calls: *109 behind* this week; 12 of 121 today",
      "# By person",
      "*Ana*",
      "• *Calls*: ▰▱▱▱▱ *12 of 121 today*; 🔴 week 51 of 400 behind by 109 (if nothing more today: 175 a day)",
      "*Zoe*",
      "• *Calls*: ▰▱▱▱▱ *12 of 121 today*; 🔴 week 51 of 400 behind by 109 (if nothing more today: 175 a day)",
      "• *Wholesale sales*: ▰▰▰▰▰ *$9,120 of $9,000 today* ✅ done",
      "*Team totals of daily goals*: wholesale $9,120 of $9,000",
      "[why_goal]",
      "Totals count only people with that goal. Reps see only their own goals.",
    ]);
  });

  it("name their team, and have a line a metric of what was set for it and a line a period of sums, which have no verdict", () => {
    const sum = { ...CALLS, origin: "sum" as const };
    const ahead = {
      ...SALES,
      type: CALLS.type,
      title: CALLS.title,
      period: "monthly" as const,
      origin: "set" as const,
    };
    const sums = [
      { ...sum, summed: { people: 2, of: 3 } },
      { ...ahead, origin: "sum" as const },
      { ...SALES, period: "monthly" as const, origin: "sum" as const },
      SUM,
    ];
    const team = aTeam([anOverview({ goals: [CALLS] })], [ahead, ...sums]);
    const page = teamGoalsPage(team, { names: new Map(), page: 0, state: READ });
    const said = lines(teamGoalsMessage({ ...page, team: { _id: "west", name: "West" } }).blocks);

    expect(said[0]).toBe("# Who needs you in West");
    expect(said.slice(-7, -1)).toEqual([
      "*Team goals*",
      "✅ *Calls*: $9,120 of $9,000 this month, reached",
      "*Team totals this month*: wholesale $9,120 of $9,000, calls $9,120 of $9,000",
      "*This week*: calls 51 of 400",
      // Beside somebody's "2 of 5 today".
      "*Sum of daily goals*: wholesale $9,120 of $9,000",
      "[why_goal]",
    ]);
  });

  it("mark each figure of a stale source, and say above them what the mark means", () => {
    const { blocks } = shown(aTeam([anOverview()], [SUM]), { names: ["Ana"], state: { ...READ, freshness: STALE } });

    expect(lines(blocks).slice(0, -2)).toEqual([
      "# Who needs you",
      "Wed, Oct 28: 1 person with goals, 1 behind",
      "⚠️ Calls: JustCall last read Fri 10:10 PM EDT",
      "*Start with <@U0>*",
      "🔴 Calls: *109 behind* this week ⚠️; 12 of 121 today",
      "# By person",
      "*Ana*",
      expect.stringMatching(/^• \*Calls\*: .+ week 51 of 400 behind by 109 \(if nothing more today: 175 a day\) ⚠️$/),
      expect.stringMatching(/^• \*Wholesale sales\*: \S+ \*\$9,120 of/),
      "*Team totals of daily goals*: wholesale $9,120 of $9,000",
      "[why_goal]",
    ]);
  });

  it("say on each page what the mark of stale figures means", () => {
    const goals = Array.from({ length: 12 }, (_, index) => ({ ...CALLS, goalId: `g${index}` }));
    const team = aTeam([anOverview({ goals }), anOverview({ goals })]);
    const { blocks } = shown(team, { names: ["Ana", "Ben"], page: 1, state: { ...READ, freshness: STALE } });

    expect(lines(blocks).slice(1, 4)).toEqual([
      "Wed, Oct 28: 2 people with goals, 2 behind; page 2 of 2",
      "⚠️ Calls: JustCall last read Fri 10:10 PM EDT",
      "*Ben*",
    ]);
  });

  it.each([
    ["running", "No data yet. Your first sync is running; figures appear here on their own."],
    ["waiting", "No data yet. Run `/sync`: the first sync takes a few minutes."],
  ] as const)("judge nobody before anything was read: the first sync is %s", (first, words) => {
    const message = shown(aTeam([anOverview()], [SUM]), { names: ["Ana"], state: { ...READ, first } });

    expect(message.text).toBe(`Everyone's goals: ${words}`);
    expect(lines(message.blocks)).toEqual([
      "# Everyone's goals",
      "Wed, Oct 28: 1 person with goals",
      words,
      "Reps see only their own goals.",
    ]);
  });

  it("say how the first one is set where there is none", () => {
    expect(shown(aTeam([anOverview({ goals: [] })]), { names: [] }).text).toMatch(/^No goals yet\. Set the first/);
  });

  it("show each of 1,000 people on exactly one page, within Slack's limits", () => {
    const goals = Array.from({ length: 3 }, (_, index) => ({ ...CALLS, goalId: `g${index}` }));
    const names = Array.from({ length: 1_000 }, (_, index) => `Rep ${index}`);
    const team = aTeam(
      names.map(() => anOverview({ goals })),
      [SUM],
    );
    const seen: string[] = [];
    let page = 0;
    for (;;) {
      const message = shown(team, { names, page });
      expect(messageFaults(unmentioned(message))).toEqual([]);
      const said = lines(message.blocks);
      seen.push(...said.slice(said.indexOf("# By person") + 1).filter((line) => line.startsWith("*Rep ")));
      if (!lines(message.blocks).includes("[team_goals_next]")) break;
      page += 1;
    }

    expect(seen.map((line) => line.slice(1, -1)).sort()).toEqual([...names].sort());
    expect(page).toBeGreaterThan(100);
  });

  it("show each of somebody's goals once, a line a metric, under a name that is repeated as continued", () => {
    const kinds = METRICS.flatMap(({ type }) => (["weekly", "monthly"] as const).map((period) => ({ type, period })));
    const goals = kinds.map((kind, index) => ({ ...CALLS, ...kind, goalId: `g${index}`, target: 1_000 + index }));
    const pages = lines(shown(aTeam([anOverview({ goals })]), { names: ["Ana"] }).blocks);

    const numbers = pages.flatMap((line) => [...line.matchAll(/51 of (1,0\d\d)/g)].map(([, target]) => target));
    expect([...numbers].sort()).toEqual(goals.map(({ target }) => target.toLocaleString("en-US")).sort());
    expect(pages.filter((line) => line.startsWith("*Ana*"))).toEqual(["*Ana*", "*Ana*, continued"]);
  });

  it.each([
    [0, ["team_goals_next"]],
    [1, ["team_goals_previous", "team_goals_next"]],
    [2, ["team_goals_previous"]],
    [99, ["team_goals_previous"]],
  ])("lead from page %d of three to %j", (page, ways) => {
    const names = Array.from({ length: 50 }, (_, index) => `Rep ${index}`);
    const { blocks } = shown(aTeam(names.map(() => anOverview({ goals: [CALLS] }))), { names, page });

    const buttons = lines(blocks).filter((line) => line.startsWith("[team_goals"));
    expect(buttons).toEqual(ways.map((way) => `[${way}]`));
  });

  it.each(HOSTILE_NAMES)("stay within Slack's limits with names such as %j and big numbers", (name) => {
    const huge = { ...SALES, current: -123_456_789.12, target: 999_999_999.99, pace: CALLS.pace };
    const goals = Array.from({ length: 24 }, (_, index) => ({ ...huge, goalId: `g${index}` }));
    const many = aTeam(
      Array.from({ length: 30 }, () => anOverview({ goals })),
      goals.map((goal) => ({ ...goal, origin: "sum" })),
    );
    const single = aTeam(Array.from({ length: 30 }, () => anOverview({ goals: [huge] })));
    const names = Array.from({ length: 30 }, () => name);

    for (const team of [many, single]) {
      for (const page of [0, 1, 9]) {
        const stale = shown(team, { names, page, state: { ...READ, freshness: STALE } });
        expect(messageFaults(unmentioned(stale))).toEqual([]);
      }
    }
  });
});

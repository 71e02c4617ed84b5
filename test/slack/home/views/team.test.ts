import { viewFaults } from "../../../../src/demo/slack/rules/views";
import type { GoalLine } from "../../../../src/goals/overview";
import { pace } from "../../../../src/goals/pace";
import { METRICS } from "../../../../src/metrics/metrics";
import { personPage } from "../../../../src/slack/home/views/person-page";
import { type TeamPage, teamPage } from "../../../../src/slack/home/views/team/team-page";
import { day } from "../../../../src/time/day";
import { ANA, anOverview, aTeamPage, CALLS, SALES, TEAM_LOCATION } from "../../../support/builders/overviews";
import { READING } from "../../../support/harness/home";
import { lines, pressable } from "../../../support/harness/slack-blocks";

const HOSTILE = "<!channel> *x* `y` ".repeat(30);
const location = TEAM_LOCATION;
const ana = ANA;
const BIG = { ...SALES, title: "Wholesale sales", current: 123_456_789_012.34, target: 999_999_999_999.99 };

describe("the team's page", () => {
  it("has no control that edits for whoever may not", () => {
    const buttons = pressable(teamPage(aTeamPage({ edits: false })).blocks);
    const onPerson = pressable(
      personPage({ person: ana, tabs: ["me", "team"], location, edits: false, freshness: [], first: null, ...READING })
        .blocks,
    );

    expect([...buttons, ...onPerson].filter((id) => id.startsWith("goal_"))).toEqual([]);
  });

  it("does not offer to change a goal that is the sum of its members'", () => {
    const { blocks } = teamPage(aTeamPage({ team: [{ ...CALLS, origin: "sum" }] }));

    expect(pressable(blocks)).not.toContain("goal_edit");
    expect(lines(blocks)).toContain("Calls        51   400  1 of 1");
  });

  it("has sums in one table by period, beside how many of those who have the goal are behind, and no verdict of their own", () => {
    const sum = (line: GoalLine) => ({ ...line, origin: "sum" as const });
    const month = { ...CALLS, period: "monthly" as const, current: 90, target: 800 };
    const ben = { ...ana, userId: "UBEN", name: "Ben", overview: anOverview({ goals: [SALES] }) };
    const shown = (fields: Partial<TeamPage> = {}) => {
      const page = teamPage(aTeamPage({ people: [ana, ben], team: [CALLS, month, SALES].map(sum), ...fields }));
      return lines(page.blocks).slice(lines(page.blocks).indexOf("# Team totals"));
    };

    expect(shown().slice(0, 13)).toEqual([
      "# Team totals",
      "Totals count only people with that goal.",
      "This month                  People",
      "              Done    Goal  behind",
      "Calls           90     800       –",
      "",
      "This week",
      "Calls           51     400  1 of 1",
      "",
      // No "Daily goals", beside somebody's "2 of 5 today"; and wide as it is, it moves no column.
      "Sum of daily goals",
      "Wholesale   $9,120  $9,000  0 of 2",
      "[why_goal]",
      "[team_everybody]",
    ]);
    const stale = { source: "justcall", asOf: null, state: "never", stale: true } as const;
    expect(shown({ freshness: [stale] })).toContain("Calls           51     400  1 of 1  ⚠️");
  });

  it("says below the sums that its Why? is theirs, as each person's row has one of its own", () => {
    const { blocks } = teamPage(aTeamPage({ people: [ana], team: [{ ...CALLS, origin: "sum" }] }));
    const asked = blocks.flatMap((one) => (one.type === "actions" ? one.elements : []));
    const words = asked.flatMap((one) =>
      one.type === "button" && one.action_id === "why_goal" ? [one.text.text] : [],
    );

    expect(words).toEqual(["Why?", "Why these totals?"]);
  });

  it("has no table of sums that all begin today, of which nothing is done", () => {
    const days = { done: 0, today: true, after: 4, over: false };
    const fresh = { ...CALLS, current: 0, pace: pace({ target: 400, before: 0, current: 0, days }) };
    const people = [{ ...ana, overview: anOverview({ goals: [fresh] }) }];
    const shown = (today: TeamPage["today"]) =>
      lines(teamPage(aTeamPage({ people, team: [{ ...fresh, origin: "sum" }], today })).blocks);
    const said = shown(fresh.from);

    expect(said).not.toContain("# Team totals");
    expect(said).not.toContain("[why_goal]");
    expect(shown(day("2026-10-28"))).toContain("Calls         0   400       –");
  });

  it("asks why of the person whose goal it is, and of the team", () => {
    const asked = (blocks: ReturnType<typeof teamPage>["blocks"]) => {
      const buttons = blocks.flatMap((block): readonly object[] => {
        if (block.type === "actions") return block.elements;
        return block.type === "section" && block.accessory !== undefined ? [block.accessory] : [];
      });
      const why = buttons.filter((one) => "action_id" in one && /^why_/.test(String(one.action_id)));
      return why.flatMap((one) => ("value" in one ? [String(one.value).split(" ")[1]] : []));
    };
    const sum = [{ ...CALLS, origin: "sum" as const }];

    expect(asked(teamPage(aTeamPage()).blocks)).toEqual(["UANA", "team:everyone"]);
    expect(asked(teamPage(aTeamPage({ team: sum, of: { _id: "west", name: "West" } })).blocks)).toEqual([
      "UANA",
      "team:west",
    ]);
    expect(
      asked(
        personPage({ person: ana, tabs: ["me", "team"], location, edits: true, freshness: [], first: null, ...READING })
          .blocks,
      ),
    ).toEqual(["UANA", "UANA"]);
  });

  it.each([
    [["me", "team"] as const, "No figures or goals yet. Run `/sync` to match people."],
    [
      ["me", "team", "admin"] as const,
      "No figures or goals yet. Run `/sync` to match people. Unmatched people are on the *Admin* page.",
    ],
  ])("says what to do first where nobody has anything", (tabs, words) => {
    expect(lines(teamPage(aTeamPage({ people: [], tabs })).blocks)).toContain(words);
  });

  it.each([null, "new_sales_wholesale" as const])(
    "stays within Slack's limits with 200 people, every goal, long names and big numbers, metric %s",
    (metric) => {
      const goals = METRICS.flatMap(({ type, title }) =>
        (["daily", "weekly", "monthly"] as const).map((period) => ({ ...BIG, type, title, period })),
      );
      const glance = METRICS.map((line) => ({ ...line, today: 1e12, week: 1e12, month: 1e12 }));
      const person = { userId: "U1", name: HOSTILE, overview: anOverview({ goals, glance }) };
      const people = Array.from({ length: 200 }, () => person);
      const team = goals.map((line) => ({ ...line, origin: "set" as const }));
      const others = people.map(({ name }) => name);
      const at = { ...location, metric, page: 3 };

      const views = [
        teamPage(aTeamPage({ people, team, others, location: at })),
        teamPage(aTeamPage({ people, team, others, location: { ...at, page: 0 } })),
        personPage({
          person,
          tabs: ["me", "team", "admin"],
          location: at,
          edits: true,
          freshness: [],
          first: null,
          ...READING,
        }),
      ];

      expect(views.map((view) => viewFaults(view, "home"))).toEqual([[], [], []]);
      expect(views.map(({ blocks }) => lines(blocks).some((line) => line.includes("<!channel>")))).toEqual([
        false,
        false,
        // A heading is plain text, where nothing pings.
        true,
      ]);
    },
  );

  it("marks each person's stale figure, and says above them what the mark means", () => {
    const stale = { source: "justcall", asOf: null, state: "never", stale: true } as const;
    const shown = (metric: TeamPage["location"]["metric"], page = 1) =>
      lines(teamPage(aTeamPage({ freshness: [stale], location: { ...location, metric, page } })).blocks);

    expect(shown(null, 0)).toContain("🔴 Calls: *109 behind* this week ⚠️; 12 of 121 today");
    expect(shown(null)).toEqual(
      expect.arrayContaining([
        "⚠️ *JustCall* has no data yet",
        "Calls: *109 behind* this week ⚠️; 12 of 121 today; if nothing more today: 175 a day",
      ]),
    );
    expect(shown("phone_call_quantity")).toContainEqual(expect.stringMatching(/^\*Ana.* 51 of 400 ⚠️ 🔴 behind by 109/));
    expect(shown("new_sales_wholesale").filter((line) => line.startsWith("*Ana") && line.includes("⚠️"))).toEqual([]);
  });

  it("judges nobody before anything was read", () => {
    const shown = (first: TeamPage["first"]) => lines(teamPage(aTeamPage({ first })).blocks);

    expect(shown("running")).toContain("No data yet. Your first sync is running; figures appear here on their own.");
    expect(shown("waiting")).toContain("No data yet. Run `/sync`: the first sync takes a few minutes.");
    const person = personPage({
      ...{ person: ana, tabs: ["me", "team"], location, edits: true, freshness: [], first: "waiting", ...READING },
    });
    expect(lines(person.blocks)).toEqual(
      expect.arrayContaining(["No data yet. Run `/sync`: the first sync takes a few minutes.", "Calls: 400 weekly"]),
    );
    const judged = [...shown("running"), ...shown("waiting"), ...lines(person.blocks)];
    expect(judged.filter((line) => /behind|reached|51 of /.test(line))).toEqual([]);
  });
});

import { withCovers } from "../../../../src/goals/metric-goals";
import { pace } from "../../../../src/goals/pace";
import { metricOf } from "../../../../src/metrics/metrics";
import { myPage } from "../../../../src/slack/home/views/my-page";
import { type TeamPage, teamPage } from "../../../../src/slack/home/views/team/team-page";
import { day } from "../../../../src/time/day";
import { ANA, anOverview, aTeamPage, CALLS, SALES, TEAM_LOCATION } from "../../../support/builders/overviews";
import { aMyPage } from "../../../support/harness/home";
import { lines } from "../../../support/harness/slack-blocks";

describe("the team's page", () => {
  it("opens with who needs their manager, a row each, then who does not and who is away, and the team's goals", () => {
    const noor = { userId: "UNOOR", name: "Noor", overview: anOverview({ goals: [SALES] }) };
    const away = [{ userId: "UDEE", name: "Dee", through: day("2026-10-30") }];

    expect(lines(teamPage(aTeamPage({ people: [noor, ANA], others: ["Alex"], away })).blocks)).toEqual([
      ...["[home_me]", "[home_team]", "# Who needs you"],
      "Wed, Oct 28: 2 people, 🔴 1 behind. Updated 2:06 PM EDT",
      "*Start with <@UANA>*",
      "🔴 Calls: *109 behind* this week; 12 of 121 today",
      "[why_goal]",
      "[team_person]",
      "🟢 On track: Noor",
      "🏝 Away today: Dee (through Fri, Oct 30)",
      "# Team goals",
      "🔴 behind by 109 · *Calls*, weekly: 51 of 400; 12 of 121 today; if nothing more today: 175 a day",
      "[why_goal]",
      "[trend_goal]",
      "[goal_edit]",
      "[goal_archive]",
      "No goals or figures yet: Alex",
      ...["[team_everybody]", "[goal_set]", "[sync_now]", "[team_more]"],
    ]);
  });

  it("says of whom it is another day, or late, what time it is there", () => {
    const people = [
      { ...ANA, clock: { words: "3:36 AM Thu there", weekday: "Thu", hours: "before", left: null } as const },
    ];

    expect(lines(teamPage(aTeamPage({ people })).blocks)).toContain("*Start with <@UANA>* (3:36 AM Thu there)");
  });

  it("says that nobody has started on the first day of a period, instead of who is on track", () => {
    const days = { done: 0, today: true, after: 4, over: false };
    const fresh = { ...CALLS, current: 0, pace: pace({ target: 400, before: 0, current: 0, days }) };
    const shown = lines(
      teamPage(aTeamPage({ people: [{ ...ANA, overview: anOverview({ goals: [fresh] }) }], reader: "UANA" })).blocks,
    );

    expect(shown.slice(4, 6)).toEqual(["⚪ Nobody has started yet.", "# Team goals"]);
  });

  it("names apart whoever has a goal of which no day was read: nobody knows whether they are behind", () => {
    const noor = { userId: "UNOOR", name: "Noor", overview: anOverview({ goals: [SALES] }) };
    const days = { done: 3, today: true, after: 1, over: false };
    const behind = { ...CALLS, current: 0, pace: pace({ target: 400, before: 0, current: 0, days }) };
    const unread = anOverview({ goals: [{ ...behind, unreadSince: day("2026-10-23") }] });
    const said = (others: TeamPage["people"]) => {
      const shown = lines(teamPage(aTeamPage({ people: [{ ...ANA, overview: unread }, ...others] })).blocks);
      return shown.slice(3, shown.indexOf("# Team goals"));
    };

    expect(said([])).toEqual([
      "Wed, Oct 28: 1 person. Updated 2:06 PM EDT",
      "Nobody is behind in what is synced.",
      "❔ Not synced: Ana &lt;!here&gt;",
    ]);
    expect(said([noor]).slice(1)).toEqual([
      "Nobody is behind in what is synced.",
      "🟢 On track: Noor",
      "❔ Not synced: Ana &lt;!here&gt;",
    ]);
  });

  it("has today's plan of a manager with goals in a line with how they stand, does not list them, and says of whom it lists that they are away", () => {
    const away = [{ userId: "UANA", name: "Ana", through: day("2026-10-30") }];
    const max = { userId: "UMAX", name: "Max", overview: anOverview() };
    const said = lines(teamPage(aTeamPage({ people: [ANA, max], reader: "UMAX", own: max.overview, away })).blocks);

    const plan = "You still need today: 109 calls";
    expect(said).toContain(`🔴 You're behind in 1 goal. ${plan}`);
    expect(said.filter((line) => line.includes("<@"))).toEqual(["*Start with <@UANA>* (🏝 through Fri, Oct 30)"]);
    expect(lines(teamPage(aTeamPage({ people: [ANA, max], reader: "UMAX" })).blocks).join()).not.toContain(`· ${plan}`);
  });

  it("counts its reader as the header and a recap do: none is behind besides them, or they are on track with the rest", () => {
    const max = { userId: "UMAX", name: "Max", overview: anOverview() };
    const ben = { ...max, userId: "UBEN", name: "Ben", overview: anOverview({ goals: [SALES] }) };
    const said = (people: TeamPage["people"], reader: string) => {
      const shown = lines(teamPage(aTeamPage({ people, reader })).blocks);
      return shown.slice(3, shown.indexOf("# Team goals"));
    };

    expect(said([max, ben], "UMAX")).toEqual([
      "Wed, Oct 28: 2 people, 🔴 1 behind. Updated 2:06 PM EDT",
      "Nobody besides you is behind.",
      "🔴 You're behind in 1 goal",
      "🟢 On track: Ben",
    ]);
    expect(said([ben], "UBEN").slice(1)).toEqual(["Nobody is behind.", "🟢 You're on track"]);
    expect(said([max, ben], "UBEN").at(-1)).toBe("🟢 You're on track");
    expect(said([ben, { ...ben, userId: "UDEV" }], "UBEN").at(-1)).toBe("🟢 On track: Ben, you");
    const planned = lines(teamPage(aTeamPage({ people: [ben], reader: "UBEN", own: ben.overview })).blocks);
    const met = "You need nothing more today";
    expect(planned.filter((line) => line.endsWith(met))).toEqual([`🟢 You're on track. ${met}`]);
  });

  it("says of whom has not begun today what today asks, too", () => {
    const { today } = CALLS.pace;
    const idle = { ...CALLS, pace: { ...CALLS.pace, today: today === null ? null : { ...today, done: 0 } } };
    const ana = { ...ANA, overview: anOverview({ goals: [idle] }) };

    expect(lines(teamPage(aTeamPage({ people: [ana] })).blocks)).toContain(
      "🔴 Calls: *109 behind* this week; 121 needed today",
    );
  });

  it("says today of a metric as the person's own Home does, by all their goals of it, on pace or behind", () => {
    const days = { done: 0, today: true, after: 0, over: false };
    const daily = { ...CALLS, goalId: "d", period: "daily", current: 12, target: 200 } as const;
    const onPace = { ...daily, pace: pace({ target: 200, before: 0, current: 12, days }) };
    const overview = anOverview({ goals: withCovers([onPace, CALLS]) });

    expect(lines(teamPage(aTeamPage({ people: [{ ...ANA, overview }] })).blocks)).toContain(
      "🔴 Calls: *109 behind* this week; 12 of 200 today",
    );
    expect(lines(myPage(aMyPage({ overview })).blocks).join("\n")).toMatch(/\*12 of 200 today\*/);
  });

  it("has a person once, with all that is behind, the last of many metrics by name alone", () => {
    const month = { ...CALLS, goalId: "m", period: "monthly" } as const;
    const others = (["email_quantity", "talk_time_minutes", "lead_progression_c"] as const).map((type) => {
      return { ...CALLS, type, title: metricOf(type).title };
    });
    const said = (goals: (typeof CALLS)[]) => {
      const shown = lines(teamPage(aTeamPage({ people: [{ ...ANA, overview: anOverview({ goals }) }] })).blocks);
      return shown.slice(shown.indexOf("*Start with <@UANA>*") + 1, shown.indexOf("[why_goal]"));
    };

    expect(said([CALLS, month])).toEqual([
      "🔴 Calls: *109 behind* this month, *109 behind* this week; 12 of 121 today",
    ]);
    expect(said([CALLS, ...others])).toEqual([
      "🔴 Calls: *109 behind* this week; 12 of 121 today",
      "🔴 Emails: *109 behind* this week; 12 of 121 today",
      "+2 more: Talk time, Closing",
    ]);
  });

  it("links to a message to whoever is behind, where the workspace is known", () => {
    const shown = (workspace: string | null) =>
      JSON.stringify(teamPage(aTeamPage({ people: [ANA], workspace })).blocks);

    expect(shown("T0ACME")).toContain('"url":"slack://user?team=T0ACME&id=UANA"');
    expect(shown(null)).not.toContain("slack://");
    expect(shown("T0ACME").match(/"style":"primary"/g)).toHaveLength(1);
    expect(shown("T0ACME")).toMatch(/"url":"slack:[^{}]*"style":"primary"/);
  });

  it("says with whom to begin once, whoever of them is away or not", () => {
    const people = ["UANA", "UBEN"].map((userId) => ({ ...ANA, userId, name: userId }));
    const said = lines(teamPage(aTeamPage({ people })).blocks).filter((line) => line.includes("<@"));

    expect(said).toEqual(["*Start with <@UANA>*", "*<@UBEN>*"]);
  });

  it("lists everybody's pace behind a button, a line each", () => {
    const noor = { userId: "UNOOR", name: "Noor", overview: anOverview({ goals: [] }) };
    const list = { ...TEAM_LOCATION, page: 1 };

    expect(lines(teamPage(aTeamPage({ people: [ANA, noor], location: list })).blocks).slice(2)).toEqual([
      "# Everyone's numbers",
      "Wed, Oct 28: 2 people, 🔴 1 behind. Updated 2:06 PM EDT",
      ...["[team_metric]", "[team_period]", "[team_everybody]"],
      "*Ana &lt;!here&gt;*: 🔴 1 behind, ✅ 1 reached",
      "Calls: *109 behind* this week; 12 of 121 today; if nothing more today: 175 a day",
      "*Noor*: no goal",
    ]);
  });

  it("has a row for ten who are behind and names the rest; a metric or a period asks of its goals alone", () => {
    const people = Array.from({ length: 14 }, (_, at) => ({ ...ANA, userId: `U${at}`, name: `Rep ${at}` }));
    const said = (at: Partial<TeamPage["location"]> = {}) =>
      lines(teamPage(aTeamPage({ people, team: [], location: { ...TEAM_LOCATION, ...at } })).blocks).join("\n");

    expect(said().match(/Calls: \*109 behind/g)).toHaveLength(10);
    expect(said()).toContain("Also behind: Rep 6, Rep 7, Rep 8, Rep 9");
    expect(said({ period: "daily" })).toContain(
      "Nobody is behind.\n🟢 On track: Rep 0, Rep 1, Rep 2, Rep 3, Rep 4 and 9 more",
    );
    expect(said({ metric: "email_quantity" })).toContain("Nobody has a goal here yet.");
  });
});

import { pace } from "../../../src/goals/pace";
import { teamGoalsPage } from "../../../src/slack/goals/team/team";
import { teamGoalsMessage } from "../../../src/slack/goals/team/team-view";
import { day } from "../../../src/time/day";
import { anOverview, SALES } from "../../support/builders/overviews";
import { READING } from "../../support/harness/home";
import { lines } from "../../support/harness/slack-blocks";

describe("a goal of somebody that is out of reach", () => {
  it("says so to their manager beside today's amount", () => {
    const days = { done: 20, today: true, after: 1, over: false };
    const figures = { target: 100_000, current: 2_375 };
    const goal = { ...SALES, ...figures, pace: pace({ ...figures, before: figures.current, days }) };
    const team = {
      today: day("2026-10-28"),
      team: [],
      members: [{ userId: "U0", overview: anOverview({ goals: [goal] }) }],
    };
    const page = teamGoalsPage(team, {
      names: new Map([["U0", "Zoe"]]),
      page: 0,
      state: { freshness: [], first: null, ...READING },
    });

    expect(lines(teamGoalsMessage(page).blocks)).toContainEqual(
      expect.stringMatching(/^🔴 Wholesale sales · .+ · \$0 of \$48,813 today \(out of reach\)$/),
    );
  });
});

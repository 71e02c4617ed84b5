import type { LocalClock } from "../../../../src/slack/goals/team/local-clocks";
import { teamPage } from "../../../../src/slack/home/views/team/team-page";
import { ANA, anOverview, aTeamPage, CALLS } from "../../../support/builders/overviews";
import { lines } from "../../../support/harness/slack-blocks";

describe("the team's page, of somebody whose clock shows another time", () => {
  it("names their day instead of today, and asks of one that has not begun what it needs alone", () => {
    const { today } = CALLS.pace;
    const idle = { ...CALLS, pace: { ...CALLS.pace, today: today === null ? null : { ...today, done: 0 } } };
    const overview = anOverview({ goals: [idle] });
    const at = (clock: LocalClock) =>
      lines(teamPage(aTeamPage({ people: [{ ...ANA, overview, clock }] })).blocks).slice(4, 6);

    expect(at({ words: "3:36 AM Thu there", weekday: "Thu", hours: "before", left: null })).toEqual([
      "*Start with <@UANA>* (3:36 AM Thu there)",
      "🔴 Calls: *109 behind* this week; 121 needed Thu",
    ]);
    expect(at({ words: "9:30 PM there", weekday: "Wed", hours: "after", left: "2h 30m" })).toEqual([
      "*Start with <@UANA>* (9:30 PM there, day nearly over)",
      "🔴 Calls: *109 behind* this week; 121 needed Wed",
    ]);
  });
});

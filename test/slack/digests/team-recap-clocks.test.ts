import { standings } from "../../../src/goals/teams/standings";
import { teamRecapMessage } from "../../../src/slack/digests/recaps/team-recap-view";
import { day, zoneDays } from "../../../src/time/day";
import { anOverview, CALLS } from "../../support/builders/overviews";
import { lines } from "../../support/harness/slack-blocks";

describe("the recap of a manager's teams, of somebody whose clock shows another time", () => {
  const members = [{ userId: "U01", overview: anOverview({ goals: [CALLS] }) }];
  const nothing = { lastWeek: [], lastMonth: [], away: [], goals: [] };
  const part = { teamId: "west", name: "West", standings: standings(members), ...nothing };

  it("says by how much the clock of whoever is in the evening is apart from its reader's, which stays true, and of nobody else", () => {
    const zones = (own: string | null, tz: string | null) => [
      { _id: "U01", tz },
      { _id: "UMAX", tz: own },
    ];
    const named = (own: string | null, tz: string | null) =>
      lines(
        teamRecapMessage({
          recap: { monday: day("2026-10-26"), teams: [part] },
          ...{ names: new Map([["U01", "Ana Torres"]]), freshness: [], homeUrl: "slack://app", reader: "UMAX" },
          ...{ zones: zones(own, tz), days: zoneDays("America/New_York"), now: new Date("2026-10-26T12:00:00Z") },
        }).blocks,
      )[2];

    // 8 AM in New York.
    expect(named(null, "Asia/Kolkata")).toBe("*Start with <@U01>*");
    expect(named(null, "Asia/Tokyo")).toBe("*Start with <@U01>* (13h ahead)");
    expect(named("America/Chicago", "Asia/Tokyo")).toBe("*Start with <@U01>* (14h ahead)");
    expect(named(null, "America/Los_Angeles")).toBe("*Start with <@U01>* (3h behind)");
    expect(named("America/Los_Angeles", "America/Los_Angeles")).toBe("*Start with <@U01>*");
    expect(named(null, null)).toBe("*Start with <@U01>*");
  });
});

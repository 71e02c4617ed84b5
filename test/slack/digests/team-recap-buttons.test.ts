import { standings } from "../../../src/goals/teams/standings";
import type { Person } from "../../../src/people/person";
import { teamRecapMessage } from "../../../src/slack/digests/recaps/team-recap-view";
import { day, zoneDays } from "../../../src/time/day";
import { anOverview, CALLS } from "../../support/builders/overviews";
import { aTeam } from "../../support/builders/teams";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { goalsHarness } from "../../support/harness/goals";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const MAX = "U0MAX";

describe("the buttons of a team recap", () => {
  const test = testDatabase();
  const closed = closedAfterEach();

  it("turn Home to the team's page; one's settings switch the recap off and on again", async () => {
    const harness = closed(await goalsHarness(test));
    const teams = [aTeam("east", { name: "East", managers: [MAX] }), aTeam("west", { name: "West", managers: [MAX] })];
    await test.db.collection<{ _id: string }>("teams").insertMany(teams);
    const recapOn = async () => (await test.db.collection<Person>("users").findOne({ _id: MAX }))?.digest?.teamRecap;

    await harness.pressForged(MAX, { actionId: "team_recap_open", value: "west" });
    await eventually(() => lines(harness.home(MAX)).includes("# West"));

    await harness.pressForged(MAX, { actionId: "home_my_settings", value: '{"tab":"me","part":"settings"}' });
    await eventually(() => lines(harness.home(MAX)).includes("*Team recap*"));
    await harness.slack.action({ user: MAX, from: { home: MAX }, actionId: "my_recap" });
    await eventually(async () => (await recapOn()) === false);
    await eventually(() => lines(harness.home(MAX)).includes("Off."));
    await harness.slack.action({ user: MAX, from: { home: MAX }, actionId: "my_recap" });
    await eventually(async () => (await recapOn()) === true);
    await harness.pressForged("U0ANA", { actionId: "home_my_settings", value: '{"tab":"me","part":"settings"}' });
    await eventually(() => lines(harness.home("U0ANA")).includes("# My settings"));
    expect(lines(harness.home("U0ANA"))).not.toContain("*Team recap*");
  });
});

describe("the messages that a team recap offers", () => {
  it("are one to each who is behind in each of several teams, and of many teams one to whom to begin with in each", () => {
    const members = ["U01", "U02"].map((userId) => ({ userId, overview: anOverview({ goals: [CALLS] }) }));
    const part = { name: "West", lastWeek: [], lastMonth: [], away: [], goals: [], standings: standings(members) };
    const offered = (teams: number) => {
      const { drawn } = teamRecapMessage({
        recap: {
          monday: day("2026-10-26"),
          teams: Array.from({ length: teams }, (_, at) => ({ ...part, teamId: `t${at}` })),
        },
        names: new Map([["U01", "Ana"]]),
        freshness: [],
        homeUrl: "slack://app?team=T0ACME&id=A0PACELINE&tab=home",
        days: zoneDays("America/New_York"),
        now: new Date("2026-10-26T12:00:00Z"),
      });
      const sent = JSON.stringify(drawn);
      return [sent.match(/"text":"Message[^"]*"/g), sent.match(/"style":"primary"/g)?.length ?? 0];
    };

    expect(offered(2)).toEqual([Array.from({ length: 4 }, () => '"text":"Message"'), 1]);
    expect(offered(10)).toEqual([Array.from({ length: 10 }, () => '"text":"Message Ana"'), 0]);
  });
});

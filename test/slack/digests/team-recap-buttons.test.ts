import type { Person } from "../../../src/people/person";
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

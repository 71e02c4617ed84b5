import { aTeam } from "../../../support/builders/teams";
import { closedAfterEach } from "../../../support/env/closed-after-each";
import { testDatabase } from "../../../support/env/database";
import { forgedRequests } from "../../../support/fakes/forged-requests";
import { type GoalsHarness, goalsHarness } from "../../../support/harness/goals";
import { pressable } from "../../../support/harness/slack-blocks";
import { eventually } from "../../../support/wait";

const MAX = "U0MAX";

describe("More on a team's page", () => {
  const test = testDatabase();
  const closed = closedAfterEach();
  let harness: GoalsHarness;
  beforeEach(async () => {
    harness = closed(await goalsHarness(test));
    const west = aTeam("west", { name: "West", people: ["U0ANA"], managers: [MAX] });
    await test.db.collection<{ _id: string }>("teams").insertOne(west);
  });
  const drawn = () => harness.slack.calls.filter(({ method }) => method === "views.publish").length;
  const menu = () => harness.home(MAX).find((block) => pressable([block]).includes("team_more"))?.block_id;

  it("does what the button does that a choice stands for, and its page is drawn anew, so that it can be chosen again", async () => {
    await harness.openHome(MAX);
    await eventually(() => menu() !== undefined);
    await harness.app.idle();
    const before = menu();

    for (let times = 0; times < 2; times += 1) {
      const count = drawn();
      await harness.slack.action({ user: MAX, from: { home: MAX }, actionId: "team_more", value: "goals_several " });
      await eventually(() => harness.modal(MAX)?.view.callback_id === "goals_form");
      await eventually(() => drawn() > count);
      await harness.slack.closeView({ user: MAX });
    }

    expect(menu()).not.toBe(before);
  });

  it("is refused by what it stands for to whoever may not, and does nothing for a choice that it has not", async () => {
    const refusals = () =>
      harness.slack.allMessages().filter(({ text }) => /^Only .*managers and admins can /.test(text));
    const value = "goals_several ";
    const requests = forgedRequests(harness);
    await requests.press("U0ANA", { id: "team_more", value });

    await eventually(() => refusals().length === 1);
    await requests.press(MAX, { id: "team_more", value: "forget_person U1000" });
    await harness.app.idle();
    expect(refusals()).toHaveLength(1);
    expect(harness.slack.modals(MAX)).toEqual([]);
  });
});

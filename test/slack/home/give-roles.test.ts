import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { type GoalsHarness, goalsHarness } from "../../support/harness/goals";
import { lines, pressable } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const ADMIN = "U0NEW";

describe("roles in App Home", () => {
  const test = testDatabase();
  const closed = closedAfterEach();
  let harness: GoalsHarness;
  beforeEach(async () => {
    harness = closed(await goalsHarness(test));
    const value = JSON.stringify({ tab: "admin", part: "roles" });
    await harness.pressForged(ADMIN, { actionId: "home_roles", value });
    await see(ADMIN, /^# Roles$/);
  });

  const home = (user: string) => lines(harness.home(user));
  const see = (user: string, what: RegExp) => eventually(() => home(user).find((line) => what.test(line)));
  const person = (id: string) => harness.deps.people.one(id);
  async function give(who: string, role: string) {
    await harness.slack.action({ user: ADMIN, from: { home: ADMIN }, actionId: "give_role" });
    await harness.modalTitled(ADMIN, "Give a role");
    return harness.slack.submitView({ user: ADMIN, entries: { person: { person: who }, role: { role } } });
  }
  async function takeBack(who: string) {
    const blocks = harness.home(ADMIN);
    const block = blocks.find((one) => JSON.stringify(one).includes(`"value":"${who}"`));
    const blockId = block === undefined || !("block_id" in block) ? undefined : String(block.block_id);
    const at = blockId === undefined ? {} : { blockId };
    await harness.slack.action({ user: ADMIN, from: { home: ADMIN }, actionId: "take_role_back", ...at });
  }

  it("are given by an admin, with who gave them and when, and the person's open page follows at once", async () => {
    await harness.openHome("U0ANA");
    await see("U0ANA", /# Wed, Oct 28/);

    expect((await give("U0ANA", "manager")).errors).toEqual({});

    expect(await see(ADMIN, /^\*Ana Torres\*/)).toMatch(/^\*Ana Torres\*: Manager, given by Ned Ward, /);
    expect(await person("U0ANA")).toMatchObject({
      role: "manager",
      roleGiven: { role: "manager", by: ADMIN, at: expect.any(Date) },
    });
    await eventually(() => pressable(harness.home("U0ANA")).includes("home_team"));
  });

  it("are taken back without leaving anything, and what the person may no longer see is gone from their page", async () => {
    await harness.openHome("U0ANA");
    await eventually(() => harness.home("U0ANA").length > 0);
    const before = await person("U0ANA");
    await give("U0ANA", "manager");
    await see(ADMIN, /^\*Ana Torres\*/);
    await eventually(() => pressable(harness.home("U0ANA")).includes("home_team"));

    await takeBack("U0ANA");

    await eventually(() => !home(ADMIN).some((line) => line.startsWith("*Ana Torres*")));
    await eventually(() => !pressable(harness.home("U0ANA")).includes("home_team"));
    expect(await person("U0ANA")).toEqual(before);
    expect(await test.db.collection<{ _id: string }>("users").findOne({ _id: "U0ANA" })).not.toHaveProperty(
      "roleGiven",
    );
    expect(await harness.goalsSay("U0ANA", "team")).toEqual([expect.stringMatching(/managers and admins/)]);
  });

  it("are given to nobody who is none of us", async () => {
    const refused = { person: expect.stringMatching(/^Pick a full member a sync has already seen/) };

    expect([(await give("U0GUEST", "admin")).errors, await person("U0GUEST")]).toEqual([refused, null]);
  });

  it("leave an admin, whoever gives or takes them", async () => {
    const refused = { role: "At least one admin is needed. Make someone else an admin first." };

    expect((await give(ADMIN, "rep")).errors).toEqual(refused);
    await harness.slack.submitView({ user: ADMIN, entries: { person: { person: "U0MAX" }, role: { role: "admin" } } });
    await see(ADMIN, /^\*Max Weber\*: Admin/);

    expect((await give(ADMIN, "rep")).errors).toEqual({});
    expect((await person(ADMIN))?.role).toBe("rep");
  });
});

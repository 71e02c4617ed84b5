import { goalVersion } from "../../../src/goals/edit";
import { goalForm } from "../../../src/slack/goals/form-view";
import { LISTENERS } from "../../../src/slack/listeners";
import { section } from "../../../src/slack/ui/blocks";
import { form } from "../../../src/slack/ui/modal";
import { aMember } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { type GoalsHarness, goalsHarness, TODAY } from "../../support/harness/goals";
import { eventually } from "../../support/wait";

const KEY = { userId: "U0ANA", type: "email_quantity", period: "daily" };
const DRAFT = { key: KEY, edit: { kind: "set", target: 1, from: TODAY }, seen: goalVersion(null) };
const NO = "Only a rep's own managers and admins can change their goals. Ask your manager.";
const ENTRIES = {
  whose: { whose: "U0ANA" },
  metric: { metric: "email_quantity" },
  period: { period: "daily" },
  target: { target: "1" },
};
const FORMS = {
  goal_form: {
    view: goalForm({ goal: {}, target: null, from: TODAY, teams: [{ id: "everyone", name: null }] }),
    entries: ENTRIES,
  },
  goal_check: {
    view: form({ callback: "goal_check", title: "Forged", blocks: [section("?")], metadata: JSON.stringify(DRAFT) }),
    entries: {},
  },
};

/** Everything that edits a goal, with what its button carries. */
const EDITS: Readonly<Record<string, string>> = {
  goal_set: "",
  goal_edit: JSON.stringify(KEY),
  goal_archive: JSON.stringify(KEY),
  goal_confirm: JSON.stringify(DRAFT),
  goal_undo: JSON.stringify(DRAFT),
  goals_several: "",
  goals_copy: "",
  goals_undo: "b1 1793210400000",
};

describe("a rep, and somebody whom no sync has met,", () => {
  const test = testDatabase();
  let harness: GoalsHarness;
  beforeEach(async () => {
    harness = await goalsHarness(test);
    harness.slack.putMember(aMember("U0FAY"));
  });
  afterEach(() => harness.close());

  const unchanged = async () => {
    expect([await harness.goals(), await harness.log({ limit: 10 })]).toEqual([[], []]);
    expect(harness.entries.at("warn", "error")).toEqual([]);
  };
  const dmSays = (user: string) => harness.dm(user).map(({ text }) => text);
  async function openModal(user: string) {
    await harness.pressForged(user, { actionId: "goal_set", value: "" });
    await eventually(() => harness.modalSays(user).includes(NO));
  }
  const refused = (user: string, doing: string) =>
    harness.entries.at("info").filter(({ message, fields }) => {
      return (
        message === "Refused what others may do" &&
        "doing" in fields &&
        fields.doing === doing &&
        "userId" in fields &&
        fields.userId === user
      );
    });

  it("are tested with everything that is pressed to change a goal", () => {
    expect(Object.keys(EDITS).sort()).toEqual(Object.keys(LISTENERS.goals).sort());
  });

  describe.each(["U0ANA", "U0FAY"])("%s", (user) => {
    it.each(Object.entries(EDITS))("is refused a press of %s", async (actionId, value) => {
      await harness.pressForged(user, { actionId, value });

      await eventually(() => [...harness.modalSays(user), ...dmSays(user)].includes(NO));
      expect(refused(user, actionId)).toHaveLength(1);
      await unchanged();
    });

    it.each(Object.entries(FORMS))("is refused to hand in %s", async (_callbackId, { view, entries }) => {
      await openModal(user);
      await harness.forgeModal(user, view);

      await harness.slack.submitView({ user, entries });

      expect(harness.modalSays(user)).toEqual([NO]);
      expect(refused(user, "goal_set")).toHaveLength(1);
      await unchanged();
    });
  });

  it.each(["set", "set emails daily 20", "set emails daily 20 <@U0BEN>", "set nonsense", "archive emails daily"])(
    "is refused to say %j",
    async (text) => {
      expect(await harness.goalsSay("U0ANA", text)).toEqual([NO]);
      await unchanged();
    },
  );

  it.each([
    ["team", /^Only a team's managers and admins can see its goals/],
    ["<@U0BEN|ben>", /^Only their managers and admins can see other people's goals/],
    ["log <@U0BEN|ben>", /^Only their managers and admins can see other people's goal log/],
    ["log team", /^Only their managers and admins can see other people's goal log/],
  ])("is told kindly that %j is for others", async (text, plainText) => {
    expect(await harness.goalsSay("U0ANA", text)).toEqual([expect.stringMatching(plainText)]);
  });

  it.each(["team_goals_next", "goal_log_next"])("is refused a page by %s", async (actionId) => {
    await harness.pressForged("U0ANA", { actionId, value: actionId === "goal_log_next" ? "all 1" : "1" });

    await eventually(() => dmSays("U0ANA").some((line) => /^Only (?:a team's|their) managers and admins/.test(line)));
  });

  it("sees their own goals by their own mention, and their own log", async () => {
    expect(await harness.goalsSay("U0ANA", "<@U0ANA|ana>")).toEqual([expect.stringMatching(/^No goals yet/)]);
    expect(await harness.goalsSay("U0ANA", "log <@U0ANA|ana>")).toEqual(["Changes to your goals: none yet."]);
  });
});

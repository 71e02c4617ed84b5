import type { GoalKey } from "../../src/goals/edit";
import { goalVersion } from "../../src/goals/edit";
import { EVERYONE } from "../../src/people/permissions";
import { goalForm } from "../../src/slack/goals/form-view";
import { section } from "../../src/slack/ui/blocks";
import { form } from "../../src/slack/ui/modal";
import { testDatabase } from "../support/env/database";
import { type GoalsHarness, goalsHarness, TODAY } from "../support/harness/goals";
import { lines, pressable } from "../support/harness/slack-blocks";
import { eventually } from "../support/wait";

const WHAT = { type: "email_quantity", period: "daily" } as const;
const AT = new Date("2026-10-20T14:00:00Z");
const NO = "Only a rep's own managers and admins can change their goals. Ask your manager.";
const draft = (key: GoalKey) => ({ key, edit: { kind: "set", target: 1, from: TODAY }, seen: goalVersion(null) });

/** Max manages West, of which Ana is; Ben is of East. */
describe("the manager of West", () => {
  const test = testDatabase();
  let harness: GoalsHarness;
  let [west, east] = ["", ""];
  beforeEach(async () => {
    harness = await goalsHarness(test);
    [west, east] = await Promise.all([make("West", "U0ANA", ["U0MAX"]), make("East", "U0BEN", [])]);
    for (const key of [
      { userId: "U0ANA" },
      { userId: "U0BEN" },
      { team: west },
      { team: east },
      { team: EVERYONE },
    ] as const) {
      await harness.edit({ key: { ...key, ...WHAT }, edit: { kind: "set", target: 20, from: TODAY }, by: "U0NEW" });
    }
  });
  afterEach(() => harness.close());

  async function make(name: string, member: string, managers: readonly string[]): Promise<string> {
    const made = await harness.teams.create(
      { name, members: [member], since: null, managers },
      { by: "U0NEW", at: AT },
    );
    if (!made.ok) throw new Error(made.fault);
    return made.team._id;
  }
  const forbidden = (): readonly GoalKey[] =>
    [{ userId: "U0BEN" }, { team: east }, { team: EVERYONE }].map((whose) => ({ ...whose, ...WHAT }));
  const refusals = () =>
    harness.entries
      .at("info")
      .flatMap(({ message, fields }) =>
        message === "Refused what others may do" && "doing" in fields ? [fields.doing] : [],
      );
  const unchanged = async () => {
    const goals = await harness.goals();
    expect(goals.map(({ targets, active }) => [targets.length, targets[0]?.target, active])).toEqual(
      goals.map(() => [1, 20, true]),
    );
    expect(await harness.log({ limit: 20 })).toHaveLength(5);
    expect(harness.entries.at("warn", "error")).toEqual([]);
  };
  const openTeamTab = async (value = '{"tab":"team","page":1}') => {
    await harness.openHome("U0MAX");
    await eventually(() => pressable(harness.home("U0MAX")).includes("home_team"));
    const before = harness.calls("views.publish").length;
    await harness.pressForged("U0MAX", { actionId: "home_team", value });
    await eventually(
      () => harness.calls("views.publish").length > before && pressable(harness.home("U0MAX")).includes("home_me"),
    );
    return lines(harness.home("U0MAX")).join("\n");
  };

  it("sees and edits the people and goals of West", async () => {
    expect(await harness.goalsSay("U0MAX", "<@U0ANA>")).toContainEqual(expect.stringContaining("20 needed today"));
    expect(await harness.goalsSay("U0MAX", "set <@U0ANA> emails 30 daily")).toContainEqual(
      expect.stringContaining("*30*"),
    );
    await harness.goalsSay("U0MAX", "team");
    const team = JSON.stringify(harness.shown("U0MAX").at(-1));
    const named = ["in West", "Ana T.", "Ben O.", "Ben Okafor"].filter((name) => team.includes(name));
    expect(named).toEqual(["in West", "Ana T."]);
    const why = (await harness.goalsSay("U0MAX", "why emails team")).join("\n");
    expect([why.includes("of West"), why.includes("East"), why.includes("Ben Okafor")]).toEqual([true, false, false]);
    await harness.goalsSay("U0MAX", "set team emails 30 daily");
    await harness.press("U0MAX", "goal_confirm");

    const goals = await harness.goals();
    expect(goals.filter(({ targets }) => targets[0]?.target === 30).map(({ team: of }) => of)).toEqual([west]);
  });

  it.each([
    ["<@U0BEN>", /^Only their managers and admins can see other people's goals/],
    ["set <@U0BEN> emails 30 daily", /^Only a rep's own managers and admins can change their goals/],
    ["archive <@U0BEN> emails daily", /^Only a rep's own managers and admins can change their goals/],
    ["set <@U0MAX> emails 30 daily", /^Only a rep's own managers and admins can change their goals/],
    ["log <@U0BEN>", /^Only their managers and admins can see other people's goal log/],
    ["why calls <@U0BEN>", /^Only their managers and admins can see other people's records/],
    ["trend calls <@U0BEN>", /^Only their managers and admins can see other people's trends/],
    ["why calls East", /^Only a team's managers and admins can see what its figures are made of/],
    ["log team East", /^Only their managers and admins can see other people's goal log/],
    ["why calls nobody", /^Only their managers and admins can see other people's records/],
  ])("is refused to say %j", async (text, words) => {
    expect((await harness.goalsSay("U0MAX", text)).join("\n")).toMatch(words);
    await unchanged();
  });

  it("sees in the log and on Home nothing of Ben, East or Everyone", async () => {
    const log = (await harness.goalsSay("U0MAX", "log")).join("\n");
    const teamLog = (await harness.goalsSay("U0MAX", "log team")).join("\n");
    const home = await openTeamTab('{"tab":"team","page":1}');

    for (const shown of [log, home]) {
      expect([shown.includes("Ana Torres"), shown.includes("West")]).toEqual([true, true]);
      expect(/Ben Okafor|East|the team together/.test(shown)).toBe(false);
    }
    expect(teamLog.match(/•/g)).toHaveLength(1);
    // Whoever names another team or person lands on their own.
    for (const value of [{ team: east }, { team: EVERYONE }, { team: east, person: "U0BEN" }, { person: "U0BEN" }]) {
      const shown = await openTeamTab(JSON.stringify({ tab: "team", page: 1, ...value }));
      expect([shown.includes("Ana Torres"), shown.includes("Ben Okafor")]).toEqual([true, false]);
    }
  });

  it("is refused each press about Ben, East and Everyone", async () => {
    for (const key of forbidden()) {
      for (const actionId of ["goal_set", "goal_edit", "goal_archive"]) {
        await harness.pressForged("U0MAX", { actionId, value: JSON.stringify(key) });
        await eventually(() => harness.modalSays("U0MAX").includes(NO));
        await harness.slack.closeView({ user: "U0MAX" });
      }
      for (const actionId of ["goal_confirm", "goal_undo"]) {
        await harness.pressForged("U0MAX", { actionId, value: JSON.stringify(draft(key)) });
        await eventually(() => harness.modalSays("U0MAX").includes(NO));
        await harness.slack.closeView({ user: "U0MAX" });
      }
    }
    for (const value of [`0 ${east}`, `0 ${EVERYONE}`]) {
      const before = harness.dm("U0MAX").length;
      await harness.pressForged("U0MAX", { actionId: "team_goals_next", value });
      await eventually(
        () =>
          JSON.stringify(harness.slack.messages(harness.slack.dm("U0MAX"))).includes(
            "Only a team's managers and admins can see its goals",
          ) && harness.dm("U0MAX").length > before,
      );
    }
    await unchanged();
  });

  it("is refused to hand in a form about Ben, East or Everyone", async () => {
    for (const key of forbidden()) {
      await harness.pressForged("U0MAX", { actionId: "goal_set", value: "" });
      await harness.modalTitled("U0MAX", "Set a goal");
      await eventually(() => harness.modal("U0MAX")?.view.callback_id === "goal_form");
      const view = goalForm({ goal: {}, target: null, from: TODAY, teams: [{ id: key.team ?? EVERYONE, name: "?" }] });
      await harness.forgeModal("U0MAX", view);
      const whose: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> =
        key.userId === undefined ? { team: { team: [key.team] } } : { whose: { whose: key.userId } };
      const what = { metric: { metric: WHAT.type }, period: { period: WHAT.period }, target: { target: "1" } };
      await harness.slack.submitView({ user: "U0MAX", entries: { ...whose, ...what } });
      expect(harness.modalSays("U0MAX")).toEqual([NO]);
      await harness.slack.closeView({ user: "U0MAX" });

      await harness.pressForged("U0MAX", { actionId: "goal_set", value: "" });
      await eventually(() => harness.modal("U0MAX")?.view.callback_id === "goal_form");
      const metadata = JSON.stringify(draft(key));
      await harness.forgeModal(
        "U0MAX",
        form({ callback: "goal_check", title: "Forged", blocks: [section("?")], metadata }),
      );
      await harness.slack.submitView({ user: "U0MAX", entries: {} });
      expect(harness.modalSays("U0MAX")).toEqual([NO]);
      await harness.slack.closeView({ user: "U0MAX" });
    }
    await unchanged();
    expect(refusals().length).toBeGreaterThan(0);
  });

  it("may pick West alone in the form", async () => {
    await harness.pressForged("U0MAX", { actionId: "goal_set", value: "" });
    await eventually(() => harness.modal("U0MAX")?.view.callback_id === "goal_form");

    expect(JSON.stringify(harness.modal("U0MAX")?.view)).toContain(`"value":"${west}"`);
    expect(JSON.stringify(harness.modal("U0MAX")?.view)).not.toMatch(new RegExp(`"value":"(${east}|${EVERYONE})"`));
  });

  it("loses West with the next event, once East is theirs instead", async () => {
    expect(await harness.goalsSay("U0MAX", "<@U0ANA>")).not.toContainEqual(
      expect.stringContaining("Only their managers"),
    );

    await harness.teams.edit(west, { edit: { kind: "managers", userIds: [] }, by: "U0NEW", at: AT });
    await harness.teams.edit(east, { edit: { kind: "managers", userIds: ["U0MAX"] }, by: "U0NEW", at: AT });

    expect(await harness.goalsSay("U0MAX", "<@U0ANA>")).toContainEqual(expect.stringContaining("Only their managers"));
    expect(await harness.goalsSay("U0MAX", "<@U0BEN>")).toContainEqual(expect.stringContaining("20 needed today"));
    expect((await harness.goalsSay("U0MAX", "team")).join("\n")).toContain("Who needs you in East");
  });
});

import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { type GoalsHarness, goalsHarness, TODAY } from "../../support/harness/goals";
import { lines, pressable } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const [ADMIN, MANAGER] = ["U0NEW", "U0MAX"];
const AT = { by: "U0NEW", at: new Date("2026-10-20T14:00:00Z") };
type Entries = NonNullable<Parameters<GoalsHarness["slack"]["submitView"]>[0]["entries"]>;

describe("teams made by hand in Home's Admin", () => {
  const test = testDatabase();
  const closed = closedAfterEach();
  let harness: GoalsHarness;
  beforeEach(async () => {
    harness = closed(await goalsHarness(test));
    await harness.pressForged(ADMIN, { actionId: "home_teams", value: '{"tab":"admin","part":"teams"}' });
    await eventually(() => pressable(harness.home(ADMIN)).includes("team_create"));
  });

  function press(actionId: string) {
    return harness.slack.action({ user: ADMIN, from: { home: ADMIN }, actionId });
  }
  const page = () => lines(harness.home(ADMIN));
  const sees = (words: RegExp) => eventually(() => page().find((line) => words.test(line)) ?? null);
  /** Opens a team's form by the page's button and hands in what is entered; the check stays open. */
  async function enter(actionId: string, entries: Entries) {
    await press(actionId);
    await eventually(() => harness.modal(ADMIN)?.view.callback_id === "team_form");
    return harness.slack.submitView({ user: ADMIN, entries });
  }
  const save = () => harness.slack.submitView({ user: ADMIN, entries: {} });
  const west = {
    name: { name: " West " },
    members: { members: ["U0ANA", "U0BEN"] },
    managers: { managers: [MANAGER] },
  };

  it("are explained in two lines while there is none, and nobody else meets the word", async () => {
    expect(page().slice(page().indexOf("# Teams"))).toEqual([
      "# Teams",
      "A team has people, managers, a channel and goals of its own, and its managers see only its people.",
      "One manager for everyone? Then you don't need teams.",
      "[team_create]",
    ]);
    await harness.openHome(MANAGER);
    await eventually(() => pressable(harness.home(MANAGER)).includes("home_team"));
    expect(pressable(harness.home(MANAGER))).not.toContain("home_teams");
  });

  it("are made with people and managers as the check says, and the manager sees only theirs from then on", async () => {
    expect((await enter("team_create", west)).errors).toEqual({});

    expect(harness.modalSays(ADMIN)).toEqual([
      "*West*",
      "• Name: *West*",
      "• In it since always: Ana Torres, Ben Okafor",
      "• Manages it: Max Weber",
    ]);
    expect(await harness.teams.all()).toEqual([]);
    await save();

    expect(await sees(/^\*West\*/)).toBe("*West*: 2 people, managed by Max Weber, no channel");
    const [made] = await harness.teams.all();
    expect(made).toMatchObject({ name: "West", managers: [MANAGER], active: true });
    expect(made?.members.map(({ userId, from }) => [userId, from])).toEqual([
      ["U0ANA", null],
      ["U0BEN", null],
    ]);
    const unknown = (await harness.goalsSay(MANAGER, "team north")).join("\n");
    expect(unknown).toBe("No team is called “north”. You see West: `/goals team West`.");
    expect(await harness.goalsSay(MANAGER, "team wset")).toEqual([
      "No team is called “wset”. You see West: `/goals team West`.",
      "[goals_run]",
    ]);
    const named = (await harness.goalsSay(MANAGER, "team “west”")).join("\n");
    expect(named).toMatch(/^Nobody has a goal yet|^No goals yet/);
    const preview = (await harness.goalsSay(MANAGER, "set team West emails 30 daily")).join("\n");
    expect([preview.includes("West"), preview.includes("*30*")]).toEqual([true, true]);
    expect((await harness.goalsSay(MANAGER, "<@U0NEW>")).join()).toMatch(
      /^Only their managers and admins can see other people's goals/,
    );
  });

  it.each([
    ["team East", /^Only a team's managers and admins can see its goals/],
    ["team everyone", /^Only a team's managers and admins can see its goals/],
    ["set team East emails 30 daily", /^Only a rep's own managers and admins can change their goals/],
    ["archive team East emails daily", /^Only a rep's own managers and admins can change their goals/],
    ["set team everyone emails 30 daily", /^Only a rep's own managers and admins can change their goals/],
  ])("keep the manager of West from %j, who has no menu of teams either", async (text, words) => {
    await harness.teams.create({ name: "West", members: ["U0ANA"], since: null, managers: [MANAGER] }, AT);
    await harness.teams.create({ name: "East", members: ["U0BEN"], since: null }, AT);

    expect((await harness.goalsSay(MANAGER, text)).join("\n")).toMatch(words);
    expect(await harness.goals()).toEqual([]);
  });

  it("have people who join and leave on a chosen day, what was before staying the team's, and each edit logged", async () => {
    await enter("team_create", west);
    await save();
    await sees(/^\*West\*/);

    await enter("team_change", {
      name: { name: "Field" },
      members: { members: ["U0ANA", "U0MAX"] },
      on: { on: "2026-10-15" },
      managers: { managers: [] },
    });
    expect(harness.modalSays(ADMIN)).toEqual([
      "*West*",
      "• Name: *Field*",
      expect.stringMatching(/^• In it from Thu.* on: Max Weber$/),
      expect.stringMatching(/^• Out of it from Thu.* on; what they did before stays the team.s: Ben Okafor$/),
      "• Manages it no more, and loses its people at once: Max Weber",
      "• :warning: They'd be on no team as manager, so they'd manage *everyone*: Max Weber",
    ]);
    await save();
    await sees(/^\*Field\*: 2 people, no manager yet/);

    const [team] = await harness.teams.all();
    expect(team?.members).toEqual([
      { userId: "U0ANA", from: null },
      { userId: "U0BEN", from: null, to: "2026-10-14" },
      { userId: "U0MAX", from: "2026-10-15" },
    ]);
    const log = await harness.teams.log(team?._id ?? "");
    expect(log.map(({ kind, by }) => [kind, by])).toEqual([
      ["managers", ADMIN],
      ["members", ADMIN],
      ["rename", ADMIN],
      ["create", ADMIN],
    ]);
  });

  it("are refused beside the field: a name that is taken, a guest, and a manager who is a rep", async () => {
    await enter("team_create", west);
    await save();
    await sees(/^\*West\*/);

    expect((await enter("team_create", { ...west, name: { name: "WEST" } })).errors).toEqual({
      name: "Another team has this name.",
    });
    const guest = { ...west, name: { name: "East" }, members: { members: ["U0GUEST"] } };
    expect((await harness.slack.submitView({ user: ADMIN, entries: guest })).errors).toEqual({
      members: expect.stringMatching(/^Not one of the people I know/),
    });
    // Beside a field is plain text: what is escaped there would be read with its escapes.
    await test.db.collection<{ _id: string }>("users").updateOne({ _id: "U0BEN" }, { $set: { name: "Ben <B&O>" } });
    const rep = { ...west, name: { name: "East" }, managers: { managers: ["U0BEN"] } };
    expect((await harness.slack.submitView({ user: ADMIN, entries: rep })).errors).toEqual({
      managers: "Ben <B&O>: make them a manager under Roles first.",
    });
    expect(await harness.teams.all()).toHaveLength(1);
  });

  it("are taken away with what follows confirmed, and brought back as they were", async () => {
    await enter("team_create", west);
    await save();
    await sees(/^\*West\*/);
    const [before] = await harness.teams.all();
    expect(JSON.stringify(harness.home(ADMIN))).toContain("its managers lose its people at once");

    await press("team_deactivate");
    await sees(/^\*West\*: not active/);
    expect((await harness.goalsSay(MANAGER, "<@U0ANA>")).join()).toMatch(
      /^Only their managers and admins can see other people's goals/,
    );
    await press("team_reactivate");
    await sees(/^\*West\*: 2 people/);

    const [after] = await harness.teams.all();
    expect(after).toEqual({ ...before, version: 3 });
  });

  it("say which scope is missing where user groups cannot be read", async () => {
    await press("team_create");
    await eventually(() => harness.modal(ADMIN)?.view.callback_id === "team_form");

    expect(harness.modalSays(ADMIN)).toContain(
      "Paceline may not read user groups: add the scope usergroups:read to the app and install it again.",
    );
  });

  it("are saved as shown on the team as it is by then: somebody who came meanwhile stays", async () => {
    const made = await harness.teams.create({ name: "West", members: ["U0ANA"], since: null }, AT);
    if (!made.ok) throw new Error(made.fault);
    await harness.pressForged(ADMIN, { actionId: "home_teams", value: '{"tab":"admin","part":"teams"}' });
    await sees(/^\*West\*/);
    await enter("team_change", { members: { members: ["U0ANA", "U0BEN"] }, on: { on: "2026-10-28" } });

    const edit = { kind: "members", userIds: ["U0ANA", "U0MAX"], on: TODAY } as const;
    await harness.teams.edit(made.team._id, { ...AT, edit });
    await save();

    await sees(/^\*West\*: 3 people/);
  });
});

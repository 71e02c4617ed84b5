import { EVERYONE } from "../../../src/people/permissions";
import { boardToPost } from "../../../src/slack/boards/board-view";
import type { DigestDeps } from "../../../src/slack/deps";
import { sectionMessage } from "../../../src/slack/ui/blocks";
import { aTeam } from "../../support/builders/teams";
import { testDatabase } from "../../support/env/database";
import { unusedDeps } from "../../support/fakes/unused-deps";
import { boardDeps } from "../../support/harness/digests/boards";
import { type GoalsHarness, goalsHarness } from "../../support/harness/goals";
import { eventually } from "../../support/wait";

const NOT_THEIRS = "You can only see the leaderboards of your own teams. Yours: `/goals board`.";
const EDITOR = { by: "U0NEW", at: new Date("2026-10-20T14:00:00Z") };

/** Ana and Ben are reps, of West and of East; Max manages West; Ned is an admin. */
describe("/goals board", () => {
  const test = testDatabase();
  let harness: GoalsHarness;
  let asked: string[];
  const digests: DigestDeps = {
    ...unusedDeps().digests,
    board: async ({ teamId, reader }) => {
      asked.push(`${teamId} for ${reader ?? "the channel"}`);
      return sectionMessage(`The board of ${teamId}`);
    },
  };
  beforeEach(async () => {
    asked = [];
    const { boards } = boardDeps(test, { now: () => EDITOR.at });
    harness = await goalsHarness(test, { digests, boards });
  });
  afterEach(() => harness.close());

  const makeTeams = () =>
    test.db
      .collection<{ _id: string }>("teams")
      .insertMany([
        aTeam("west", { name: "West", people: ["U0ANA"], managers: ["U0MAX"] }),
        aTeam("east", { name: "East Côte", people: ["U0BEN"] }),
        aTeam("gone", { name: "Gone", people: ["U0ANA"], active: false }),
      ]);
  const refusals = () =>
    harness.entries
      .at("info")
      .flatMap(({ message, fields }) =>
        message === "Refused what others may do" && "doing" in fields ? [fields.doing] : [],
      );

  it("is Everyone's where there are no teams, with one's own rank", async () => {
    expect(await harness.goalsSay("U0ANA", "board")).toEqual(["The board of everyone"]);
    expect(asked).toEqual(["everyone for U0ANA"]);
  });

  it("is one's own team's, another's by its name in any case, and Everyone's by that word", async () => {
    await makeTeams();

    expect(await harness.goalsSay("U0ANA", "board")).toEqual(["The board of west", "[board_show]"]);
    expect((await harness.goalsSay("U0BEN", "Board  “EAST   Côte”"))[0]).toBe("The board of east");
    expect(await harness.goalsSay("U0NEW", "board west")).toContain("The board of west");
    expect((await harness.goalsSay("U0ANA", "board everyone"))[0]).toBe("The board of everyone");
    expect(await harness.goalsSay("U0NEW", "board")).toContain("The board of everyone");
  });

  it("stands above a button or a menu of the others that one may see, Everyone's too, whichever is shown", async () => {
    await makeTeams();
    const menu = (user: string) =>
      JSON.stringify(harness.shown(user).at(-1)?.blocks.at(-1)).match(/(?<="(?:value|type)":")(?!plain|actions)\w+/g);
    await harness.goalsSay("U0ANA", "board");
    const before = menu("U0ANA");

    const { channel = "", ts = "" } = harness.shown("U0ANA").at(-1) ?? {};
    const from = { channel, messageTs: ts };
    await harness.slack.action({ user: "U0ANA", from, actionId: "board_show", value: EVERYONE });
    await eventually(() => harness.newest("U0ANA").includes("The board of everyone"));

    expect([before, menu("U0ANA")]).toEqual([
      ["button", EVERYONE],
      ["button", "west"],
    ]);
    await harness.goalsSay("U0NEW", "board");
    expect(menu("U0NEW")).toEqual(["static_select", "east", "west"]);
  });

  it("is the first team's that one manages, with a menu of one's others, and shows the one that is chosen", async () => {
    await makeTeams();
    await harness.teams.edit("east", { ...EDITOR, edit: { kind: "managers", userIds: ["U0MAX"] } });

    const first = await harness.goalsSay("U0MAX", "board");
    expect([first[0], first.at(-1)]).toEqual(["The board of east", "[board_show]"]);
    const { channel, ts } = harness.shown("U0MAX").at(-1) ?? { channel: "", ts: "" };
    await harness.slack.action({
      user: "U0MAX",
      from: { channel, messageTs: ts },
      actionId: "board_show",
      value: "west",
    });

    const chosen = await eventually(() => {
      const newest = harness.newest("U0MAX");
      return newest.includes("The board of west") && newest;
    });
    expect(asked).toEqual(["east for U0MAX", "west for U0MAX"]);
    // In a DM it is posted for nobody else, chosen or shown by a button as well as typed.
    expect(chosen).not.toContain("[board_post]");
    await harness.pressForged("U0MAX", { actionId: "goals_run", value: "board west" });
    await eventually(() => asked.length === 3);
    await harness.app.idle();
    expect(JSON.stringify(harness.shown("U0MAX"))).not.toContain("board_post");
  });

  it("is the team's that one manages before that of one whose rep one is, whatever their names", async () => {
    await makeTeams();
    const central = aTeam("central", { name: "Central", people: ["U0MAX"] });
    await test.db.collection<{ _id: string }>("teams").insertOne(central);

    const said = await harness.goalsSay("U0MAX", "board");
    expect([said[0], said.at(-1)]).toEqual(["The board of west", "[board_show]"]);
    expect(asked).toEqual(["west for U0MAX"]);
  });

  it("of another team is refused to its neighbors' rep and manager, typed or pressed, and shows nothing of it", async () => {
    await makeTeams();

    for (const user of ["U0ANA", "U0MAX"]) {
      expect(await harness.goalsSay(user, "board east côte")).toEqual([NOT_THEIRS]);
      await harness.pressForged(user, { actionId: "board_show", value: "east" });
      // A refusal of each press: in the place of its message, or in a modal.
      await eventually(() => JSON.stringify(harness.slack.messages(harness.slack.dm(user))).includes(NOT_THEIRS));
      for (const value of ["east", EVERYONE]) {
        await harness.pressForged(user, { actionId: "board_post", value });
        await eventually(() => harness.modal(user));
        await harness.slack.closeView({ user });
      }
    }

    expect(refusals()).toEqual(["/goals board", "/goals board"]);
    expect(asked).toEqual([]);
    expect(JSON.stringify([harness.dm("U0ANA"), harness.dm("U0MAX")])).not.toContain("The board of");
  });

  it("without a channel is posted by the team's manager where it was asked for, in a DM in words, without anybody's own rank", async () => {
    await makeTeams();
    await harness.goalsSay("U0MAX", "board");
    // In a DM a board would be posted for nobody else.
    const blocks = harness.shown("U0MAX").at(-1)?.blocks;
    expect(JSON.stringify(blocks)).toContain(
      "It has no channel yet: pick one with *Leaderboard* under *More* on Home. Or type `/goals board` in a channel and press *Post*.",
    );
    expect(JSON.stringify(blocks)).not.toContain("board_post");
    const postIn = (channelName?: string) =>
      JSON.stringify(boardToPost(sectionMessage(""), { teamId: "west", asked: { channelName }, status: null })).match(
        /Post [^"]+/,
      )?.[0];
    expect(["sales-west", "privategroup", undefined].map(postIn)).toEqual([
      "Post in #sales-west",
      "Post here",
      "Post here",
    ]);

    await harness.pressForged("U0MAX", { actionId: "board_post", value: "west" });

    await eventually(() => harness.dm("U0MAX").some(({ text }) => text === "The board of west"));
    expect(asked).toEqual(["west for U0MAX", "west for the channel"]);
    await harness.goalsSay("U0ANA", "board");
    expect(JSON.stringify(harness.shown("U0ANA").at(-1))).not.toContain("board_post");
  });

  it("answers a name that no team has with the nearest that one may see, and names no other", async () => {
    await makeTeams();

    expect(await harness.goalsSay("U0ANA", "board wset")).toEqual([
      "No team is called “wset”. Did you mean `/goals board west`?",
      "[goals_run]",
    ]);
    expect((await harness.goalsSay("U0ANA", "board eastcote")).join("\n")).not.toMatch(/east côte/i);
    expect((await harness.goalsSay("U0ANA", "board gone")).join("\n")).toContain("No team is called");
  });
});

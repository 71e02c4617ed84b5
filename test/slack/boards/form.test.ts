import { EVERYONE } from "../../../src/people/permissions";
import { boardForm } from "../../../src/slack/boards/form-view";
import { boardOf } from "../../../src/teams/leaderboard-settings";
import { zoneDays } from "../../../src/time/day";
import { saveFigures } from "../../support/builders/goals";
import { aTeam } from "../../support/builders/teams";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { boardDeps } from "../../support/harness/digests/boards";
import { type GoalsHarness, goalsHarness, TODAY } from "../../support/harness/goals";
import { lines, pressable } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const [MAX, NED] = ["U0MAX", "U0NEW"];
const NO = "Only a team's managers and admins can change its leaderboard.";
const NOON = new Date("2026-10-28T16:00:00Z");

/** Max manages West, of which Ana is; Ben is of East; Ned is an admin. */
const REVEALED =
  "⚠️ *Goals would become visible.* This board would show percents where West's board shows results of the same people: 9 calls and 75% tell a goal of 12. Rank both the same way to keep goals private.";

describe("the form of a board", () => {
  const test = testDatabase();
  const closed = closedAfterEach();
  let harness: GoalsHarness;
  beforeEach(async () => {
    harness = closed(await goalsHarness(test, boardDeps(test, { now: () => NOON, isDue: true })));
    await test.db
      .collection<{ _id: string }>("teams")
      .insertMany([
        aTeam("west", { name: "West", people: ["U0ANA"], managers: [MAX], channel: "C0WEST" }),
        aTeam("east", { name: "East", people: ["U0BEN"] }),
      ]);
    const calls = { type: "phone_call_quantity", before: 1 } as const;
    const figures = [
      { ...calls, userId: "U0ANA", value: 7 },
      { ...calls, userId: "U0BEN", value: 9 },
    ];
    // Reps are those who have an account at a source.
    await test.db.collection("users").updateMany({}, { $set: { justcallEmail: "someone@acme.com" } });
    await saveFigures(test.db, { today: TODAY, figures });
  });

  async function open(user: string, value: string) {
    await harness.pressForged(user, { actionId: "board_edit", value });
    await eventually(() => harness.modal(user)?.view.callback_id === "board_form");
  }
  const submit = (user: string, entries: Parameters<GoalsHarness["slack"]["submitView"]>[0]["entries"] = {}) =>
    harness.slack.submitView({ user, entries });
  const boards = () => harness.deps.boards;
  const settingsOf = async (teamId: string) => (await boards().one(teamId))?.settings;

  it("is reached from Home's Admin for every board, and from the Team tab for one's own team", async () => {
    await harness.pressForged(NED, { actionId: "home_boards", value: '{"tab":"admin","part":"boards"}' });
    const page = await eventually(() => {
      const shown = lines(harness.home(NED));
      return shown.includes("# Leaderboards") && shown;
    });
    expect(page.slice(page.indexOf("# Leaderboards") + 2)).toEqual([
      "*Everyone*: no channel yet, so it isn't posted",
      "*East*: no channel yet, so it isn't posted",
      "*West*: <#C0WEST>, on workdays at 8:00 AM; all metrics, top 3 by result",
    ]);
    await harness.pressForged(MAX, { actionId: "home_team", value: '{"tab":"team"}' });
    await eventually(() => pressable(harness.home(MAX)).includes("team_more"));
    const value = "board_edit west";
    await harness.slack.action({ user: MAX, from: { home: MAX }, actionId: "team_more", value });

    await eventually(() => harness.modal(MAX)?.view.callback_id === "board_form");
    expect(harness.modalSays(MAX).slice(0, 2)).toEqual([
      "*West's leaderboard*: next post *Thu, Oct 29, 8:00 AM EDT*",
      "Shows names and results, never targets.",
    ]);
  });

  it("shows what follows and the board as it will look, and saves what was shown, logged with the team", async () => {
    await open(MAX, "west");
    const entries = {
      channel: { channel: "C0FIELD" },
      days: { days: ["5", "1"] },
      at: { at: "09:30" },
      metrics: { metrics: ["phone_call_quantity"] },
      topN: { topN: "5" },
    };

    expect((await submit(MAX, entries)).errors).toEqual({});

    expect(harness.modalSays(MAX)).toEqual([
      "*West's leaderboard*",
      "Posts in <#C0FIELD> Mon, Fri at *9:30 AM EDT*. Next: *Fri, Oct 30*.",
      "• :warning: Moves from <#C0WEST> to <#C0FIELD>. What was posted in <#C0WEST> stays there.",
      "• Posted: on workdays at 8:00 AM → *Mon, Fri at 9:30 AM*",
      "• Metrics: all metrics → *calls*",
      "• Places: top 3 → *top 5*",
      "• Today's goes out there within a few minutes, unless it was already posted there.",
      "This is how it looks with the figures so far. Once three people are on it, it's a chart.",
      "# West's leaderboard: this week through yesterday (Tue, Oct 27)",
      "*Calls*: Ana Torres *7*",
      "From Copper, JustCall, and Fishbowl",
    ]);
    expect(await settingsOf("west")).toMatchObject({ channel: "C0WEST", topN: 3 });
    await submit(MAX);
    expect(harness.modalSays(MAX).slice(0, 10)).toEqual([
      "✅ *West's leaderboard*",
      "• :warning: Moves from <#C0WEST> to <#C0FIELD>. What was posted in <#C0WEST> stays there.",
      "• Posted: on workdays at 8:00 AM → *Mon, Fri at 9:30 AM*",
      "• Metrics: all metrics → *calls*",
      "• Places: top 3 → *top 5*",
      "Next: *Fri, Oct 30, 9:30 AM EDT* in <#C0FIELD>, then Mon, Fri.",
      "Today's goes out there within a few minutes, unless it was already posted there.",
    ]);

    const saved = {
      on: true,
      channel: "C0FIELD",
      days: [1, 5],
      at: "09:30",
      metrics: ["phone_call_quantity"],
      topN: 5,
    };
    await eventually(async () => (await settingsOf("west"))?.channel === "C0FIELD");
    expect(await settingsOf("west")).toEqual({ ...saved, by: "value" });
    expect((await harness.teams.log("west")).map(({ kind, by }) => [kind, by])).toEqual([["board", MAX]]);
    expect((await harness.goalsSay("U0ANA", "board")).join("\n")).toContain("*Calls*: You *7*");
  });

  it("sets Everyone's for an admin, and says what follows where it is turned off", async () => {
    await open(NED, EVERYONE);
    expect((await submit(NED, { channel: { channel: null } })).errors).toEqual({
      channel: "Please complete this required field.",
    });
    await submit(NED, { channel: { channel: "C0SALES" }, by: { by: "share" } });
    // Nobody has a goal here, so that by percent nothing is left.
    expect(harness.modalSays(NED).slice(0, 7)).toEqual([
      "*Everyone's leaderboard*",
      "Posts in <#C0SALES> on workdays at *8:00 AM EDT*. Next: *Thu, Oct 29*.",
      "• Metrics: all metrics → *wholesale, calls, and emails*",
      "• Ranked: by result → *by percent of own goal*",
      "• Today's goes out there within a few minutes, unless it was already posted there.",
      REVEALED,
      "This is how it looks with the figures so far. Left out: metrics in which fewer than two people have a goal and results.",
    ]);
    expect(harness.modal(NED)?.view.submit).toMatchObject({ text: "Save anyway" });
    await submit(NED);
    await eventually(async () => (await settingsOf(EVERYONE))?.channel === "C0SALES");
    expect(harness.modalSays(NED).join("\n")).toContain("⚠️ *Goals are visible now.* This board shows percents where");

    await open(NED, EVERYONE);
    expect((await submit(NED)).errors).toEqual({ channel: "Nothing changed yet." });
    await submit(NED, { on: { on: "off" } });
    expect(harness.modalSays(NED)[1]).toMatch(
      /^• :warning: Turned off: nothing is posted from now on, also not today\./,
    );
    await submit(NED);

    await eventually(async () => (await settingsOf(EVERYONE))?.on === false);
    expect(await settingsOf(EVERYONE)).toMatchObject({ channel: "C0SALES", by: "share" });
    const edit = { kind: "board", channel: null, board: { on: false }, was: boardOf({}) } as const;
    await harness.teams.edit("east", { edit, by: NED, at: NOON });
    await open(NED, "east");
    expect((await submit(NED, { on: { on: "on" } })).errors).toEqual({ channel: "Pick a channel, or turn it off." });
  });

  it("does not save over what somebody else set meanwhile", async () => {
    await open(MAX, "west");
    await submit(MAX, { topN: { topN: "5" } });
    const was = boardOf({ channel: "C0WEST" });
    const edit = { kind: "board", channel: "C0WEST", board: { topN: 10 }, was } as const;
    await harness.teams.edit("west", { edit, by: NED, at: NOON });

    await submit(MAX);

    expect(harness.modalSays(MAX)).toEqual([
      "Someone changed this leaderboard meanwhile. Open it again to see how it is now.",
    ]);
    expect(await settingsOf("west")).toMatchObject({ topN: 10 });
  });

  it("is refused to a rep, and of East and Everyone to the manager of West, pressed or handed in", async () => {
    for (const [user, teamId] of [
      ["U0ANA", "west"],
      [MAX, "east"],
      [MAX, EVERYONE],
    ] as const) {
      await harness.pressForged(user, { actionId: "board_edit", value: teamId });
      await eventually(() => harness.modalSays(user).includes(NO));
      const board = { teamId, team: null, active: true, settings: boardOf({ channel: "C0MINE" }) };
      for (const callback_id of ["board_form", "board_check"]) {
        await harness.forgeModal(user, { ...boardForm(board, { days: zoneDays("UTC"), next: null }), callback_id });
        await submit(user, { topN: { topN: "5" } });
        expect(harness.modalSays(user)).toEqual([NO]);
      }
      await harness.slack.closeView({ user });
    }

    expect(await test.db.collection("settings").countDocuments()).toBe(0);
    expect(await harness.teams.log("east")).toEqual([]);
    expect(harness.entries.at("warn", "error")).toEqual([]);
  });
});

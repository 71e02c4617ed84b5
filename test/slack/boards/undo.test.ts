import type { BoardStore } from "../../../src/digests/schedule/boards";
import { type BoardDraft, encodeBoardDraft } from "../../../src/slack/boards/payload";
import { actions, button, section } from "../../../src/slack/ui/blocks";
import { form, notice } from "../../../src/slack/ui/modal";
import { boardOf } from "../../../src/teams/leaderboard-settings";
import { aTeam } from "../../support/builders/teams";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { boardDeps } from "../../support/harness/digests/boards";
import { type GoalsHarness, goalsHarness } from "../../support/harness/goals";
import { eventually } from "../../support/wait";

const [MAX, NED] = ["U0MAX", "U0NEW"];
const NOON = new Date("2026-10-28T16:00:00Z");

/** Max manages West; Ned is an admin. */
describe("a board that was saved", () => {
  const test = testDatabase();
  const closed = closedAfterEach();

  it("is set back by Undo as it was, once, and not over what somebody else set since", async () => {
    const harness = closed(await goalsHarness(test, boardDeps(test, { now: () => NOON, isDue: false })));
    const west = aTeam("west", { name: "West", people: ["U0ANA"], managers: [MAX], channel: "C0WEST" });
    await test.db.collection<{ _id: string }>("teams").insertOne(west);
    const settingsOf = async () => (await harness.deps.boards.one("west"))?.settings;
    const change = async (topN: string) => {
      await harness.pressForged(MAX, { actionId: "board_edit", value: "west" });
      await eventually(() => harness.modal(MAX)?.view.callback_id === "board_form");
      await harness.slack.submitView({ user: MAX, entries: { topN: { topN } } });
      await harness.slack.submitView({ user: MAX, entries: {} });
      expect(await settingsOf()).toMatchObject({ topN: Number(topN) });
    };
    await change("5");
    await undo(harness);

    await eventually(() =>
      harness
        .modalSays(MAX)
        .slice(0, 3)
        .join(" ")
        .startsWith(
          "↩️ *West's leaderboard* • Places: top 5 → *top 3* Next: *Thu, Oct 29, 8:00 AM EDT* in <#C0WEST>, then on",
        ),
    );
    expect(await settingsOf()).toEqual(boardOf({ channel: "C0WEST" }));
    expect(JSON.stringify(harness.modal(MAX)?.view)).not.toContain("board_undo");
    // Nobody comes back to the form with what they entered before.
    await harness.slack.closeView({ user: MAX });
    expect(harness.slack.modals(MAX)).toEqual([]);

    await change("5");
    const was = boardOf({ channel: "C0WEST", board: { topN: 5 } });
    const edit = { kind: "board", channel: "C0WEST", board: { topN: 10 }, was } as const;
    await harness.teams.edit("west", { edit, by: NED, at: NOON });
    await undo(harness);

    await eventually(() => harness.modalSays(MAX)[0]?.startsWith("Someone changed this leaderboard meanwhile."));
    expect(await settingsOf()).toMatchObject({ topN: 10 });
  });

  it("is saved once by two quick presses, and undone once by two", async () => {
    const { harness, draft } = await opened();

    for (let press = 0; press < 2; press += 1) {
      await harness.forgeModal(MAX, { ...CHECK, private_metadata: encodeBoardDraft(draft) });
      await harness.slack.submitView({ user: MAX, entries: {} });
      expect(harness.modalSays(MAX).slice(0, 3).join(" ")).toMatch(
        /^✅ \*West's leaderboard\* • Places: top 3 → \*top 5\* Next: /,
      );
    }
    for (let press = 0; press < 2; press += 1) {
      await harness.forgeModal(MAX, UNDOABLE(draft));
      await undo(harness);
      await eventually(() => harness.modalSays(MAX)[0] === "↩️ *West's leaderboard*");
    }

    expect((await harness.teams.log("west")).map(({ kind }) => kind)).toEqual(["board", "board"]);
  });

  it("says that it was saved, or undone, also of a team that was closed in that moment", async () => {
    const { harness, draft } = await opened({ closing: true });

    await harness.forgeModal(MAX, { ...CHECK, private_metadata: encodeBoardDraft(draft) });
    await harness.slack.submitView({ user: MAX, entries: {} });

    expect(harness.modal(MAX)?.view.title).toMatchObject({ text: "Saved" });
    expect(harness.modalSays(MAX)).toEqual(["The team was closed meanwhile, so nothing is posted."]);
    await harness.teams.edit("west", { edit: { kind: "active", active: true }, by: NED, at: NOON });
    await harness.forgeModal(MAX, UNDOABLE(draft));
    await undo(harness);
    await eventually(() => JSON.stringify(harness.modal(MAX)?.view.title).includes("Undone"));
    expect(harness.modalSays(MAX)).toEqual(["The team was closed meanwhile, so nothing is posted."]);
  });

  /** Max has West's board open, whose top 5 he is about to save; with `closing`, the team is closed as soon as it is set. */
  async function opened({ closing = false } = {}) {
    const deps = boardDeps(test, { now: () => NOON, isDue: false });
    const set: BoardStore["set"] = async (teamId, edit) => {
      const saved = await deps.boards.set(teamId, edit);
      if (closing) await harness.teams.edit(teamId, { edit: { kind: "active", active: false }, by: NED, at: NOON });
      return saved;
    };
    const harness: GoalsHarness = closed(await goalsHarness(test, { ...deps, boards: { ...deps.boards, set } }));
    const west = aTeam("west", { name: "West", people: ["U0ANA"], managers: [MAX], channel: "C0WEST" });
    await test.db.collection<{ _id: string }>("teams").insertOne(west);
    await harness.pressForged(MAX, { actionId: "board_edit", value: "west" });
    await eventually(() => harness.modal(MAX)?.view.callback_id === "board_form");
    const [was, settings] = [boardOf({ channel: "C0WEST" }), boardOf({ channel: "C0WEST", board: { topN: 5 } })];
    return { harness, draft: { team: "west", settings, was } };
  }
});

const CHECK = form({ callback: "board_check", title: "Check", blocks: [section("As it was shown")] });
/** What is shown once a draft was saved: its Undo. */
const UNDOABLE = ({ settings, was, team }: BoardDraft) => {
  const value = encodeBoardDraft({ team, settings: was, was: settings });
  return { ...notice("Saved", ""), blocks: [actions([button("board_undo", "Undo", { value })])] };
};
const undo = (harness: GoalsHarness) =>
  harness.slack.action({ user: MAX, from: { viewId: harness.modal(MAX)?.id ?? "" }, actionId: "board_undo" });

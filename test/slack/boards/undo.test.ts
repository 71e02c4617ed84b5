import { boardOf } from "../../../src/teams/leaderboard-settings";
import { aTeam } from "../../support/builders/teams";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { boardDeps } from "../../support/harness/digests/boards";
import { goalsHarness } from "../../support/harness/goals";
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
    const undo = () =>
      harness.slack.action({ user: MAX, from: { viewId: harness.modal(MAX)?.id ?? "" }, actionId: "board_undo" });
    await change("5");
    await undo();

    await eventually(() =>
      harness.modalSays(MAX)[0]?.startsWith("↩️ *Undone.* Next: *Thu, Oct 29, 8:00 AM EDT* in <#C0WEST>, then on"),
    );
    expect(await settingsOf()).toEqual(boardOf({ channel: "C0WEST" }));
    expect(JSON.stringify(harness.modal(MAX)?.view)).not.toContain("board_undo");

    await change("5");
    const was = boardOf({ channel: "C0WEST", board: { topN: 5 } });
    const edit = { kind: "board", channel: "C0WEST", board: { topN: 10 }, was } as const;
    await harness.teams.edit("west", { edit, by: NED, at: NOON });
    await undo();

    await eventually(() => harness.modalSays(MAX)[0]?.startsWith("Someone changed this leaderboard meanwhile."));
    expect(await settingsOf()).toMatchObject({ topN: 10 });
  });
});

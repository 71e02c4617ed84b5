import { boardMessage } from "../../../src/slack/boards/leaderboard-view";
import { aBoard, FRESH, MORNING } from "../../support/harness/digests/a-board";
import { postedBoards } from "../../support/harness/digests/posted-boards";
import { lines } from "../../support/harness/slack-blocks";

describe("a board that follows another of its day", () => {
  const message = (board: object, more = {}) =>
    boardMessage({
      ...{ leaderboard: aBoard(board), freshness: FRESH, ...MORNING },
      ...{ postedBy: "Maya *B*", isPostedAgain: true, ...more },
    });
  const shown = (...given: Parameters<typeof message>) => lines(JSON.parse(JSON.stringify(message(...given).blocks)));

  it("says so at its top, and by whom, and once", () => {
    const again = message({ team: "West" });

    expect(shown({ team: "West" })[1]).toBe(
      "West's leaderboard, posted again by Maya ∗B∗: this week through yesterday (Wed, Oct 28)",
    );
    expect(again.text).toMatch(/^West's leaderboard, posted again by Maya ∗B∗: this week through/);
    expect(JSON.stringify(again)).not.toContain("Posted by");
  });

  it("says so below a heading that says whose it is", () => {
    expect(shown({ sections: [] }).slice(0, 2)).toEqual([
      "# Everyone's leaderboard: this week through yesterday (Wed, Oct 28)",
      "Posted again by Maya ∗B∗",
    ]);
  });

  it("is said to be posted again by whoever is no longer known, too", () => {
    expect(shown({ team: "West" }, { postedBy: null })[1]).toMatch(/^West's leaderboard, posted again: this week/);
  });
});

describe("a board whose day's own never arrived", () => {
  const open = postedBoards();

  it("is posted by hand as the first that anybody sees", async () => {
    const harness = await open();
    await harness.goalsSay("U0MAX", "board");
    await harness.pressPost();
    await harness.deliveries.updateOne({}, { $set: { state: "failed", ts: null } });
    await harness.goalsSay("U0MAX", "board");

    await harness.pressPost();

    const latest = JSON.stringify(harness.posted().at(-1)?.blocks);
    expect((await harness.rows()).map(({ state }) => state)).toEqual(["failed", "sent"]);
    expect(latest).toContain("Posted by Max Weber");
    expect(latest).not.toContain("again");
  });
});

import { shownBoard } from "../../../src/digests/content/leaderboard";
import { boardChange } from "../../../src/digests/shown-board";
import { resultsNow, settingsNow, whatChanged } from "../../../src/slack/boards/board-changes";
import { aBoard, aRow, CALLS } from "../../support/harness/digests/a-board";

describe("what is new on a board since the last of its day", () => {
  const was = shownBoard(aBoard());
  const changes = (now: object) => {
    const change = boardChange(was, shownBoard(aBoard(now)));
    return [whatChanged(change), ...settingsNow(change), ...resultsNow(change)];
  };
  const [ana, ben, cho] = CALLS.rows;
  const calls = (...rows: readonly (typeof ana)[]) => ({
    sections: [{ ...CALLS, rows: rows.flatMap((row) => (row === undefined ? [] : [row])) }],
  });
  const anaHas = (result: number) => aRow(1, "Ana Torres", result);

  it.each([
    ["a figure", calls(anaHas(1235), ben, cho), ["its figures have", "Ana Torres 1,235 calls (was 1,234)"]],
    [
      "many figures, of which two are said",
      calls(anaHas(1235), aRow(2, "Ben Okafor", 60), aRow(3, "Cho", 59)),
      ["its figures have", "Ana Torres 1,235 calls (was 1,234)", "Ben Okafor 60 calls (was 51)", "1 more"],
    ],
    ["somebody new", calls(ana, ben, cho, aRow(4, "Dev", 1)), ["its figures have", "Dev 1 call (not shown then)"]],
    ["somebody gone", calls(ana, ben), ["its figures have", "Cho no longer shown"]],
    ["how many are shown, and so who is", { ...calls(ana), topN: 1 }, ["its settings have", "top 1"]],
    [
      "how many are shown, and no figure of whom that adds",
      { ...calls(ana, ben, cho, aRow(4, "Dev", 1)), topN: 9 },
      ["its settings have", "top 9"],
    ],
    [
      "its metrics",
      { metrics: ["email_quantity", "phone_call_quantity"] },
      ["its settings have", "only emails and calls"],
    ],
    [
      "both",
      { ...calls(anaHas(1235)), topN: 1 },
      ["its settings and figures have", "top 1", "Ana Torres 1,235 calls (was 1,234)"],
    ],
    [
      "how it ranks, of which no result is compared with a percent",
      { ...calls(anaHas(1.26)), by: "share" },
      ["its settings have", "by percent of own goal"],
    ],
    ["nothing that is kept", {}, ["it has"]],
  ])("is %s", (_name, now, said) => {
    expect(changes(now)).toEqual(said);
  });

  it("is not said where that one's row is from before it was kept", () => {
    expect([whatChanged(null), ...settingsNow(null), ...resultsNow(null)]).toEqual(["it has"]);
  });

  it("is no figure that reads the same", () => {
    const sales = (result: number) => ({
      ...CALLS,
      ...{ type: "new_sales_wholesale" as const, unit: "dollars" as const, rows: [aRow(1, "Ana Torres", result)] },
    });
    const shownOf = (result: number) => shownBoard(aBoard({ sections: [sales(result)] }));

    expect(resultsNow(boardChange(shownOf(100.2), shownOf(100.4)))).toEqual([]);
    expect(resultsNow(boardChange(shownOf(100.2), shownOf(101)))).toEqual(["Ana Torres $101 wholesale (was $100)"]);
  });
});

import { isSameBoard } from "../../../src/slack/boards/board-changes";
import { boardMessage } from "../../../src/slack/boards/leaderboard-view";
import type { Freshness } from "../../../src/sync/state/freshness";
import { aBoard, aRow, CALLS, FRESH, MORNING } from "../../support/harness/digests/a-board";
import { CHANNEL, postedBoards } from "../../support/harness/digests/posted-boards";
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

    expect(shown({ team: "West" }).slice(1, 3)).toEqual([
      "West's leaderboard: this week through yesterday (Wed, Oct 28)",
      "Posted again by Maya ∗B∗",
    ]);
    expect(again.text).toMatch(/^West's leaderboard: this week through [^.]+\. Posted again by Maya ∗B∗\. /);
    expect(JSON.stringify(again)).not.toContain("Posted by");
  });

  it("says so below a heading that says whose it is", () => {
    expect(shown({ sections: [] }).slice(0, 2)).toEqual([
      "# Everyone's leaderboard: this week through yesterday (Wed, Oct 28)",
      "Posted again by Maya ∗B∗",
    ]);
  });

  it("is said to be posted again by whoever is no longer known, too", () => {
    expect(shown({ team: "West" }, { postedBy: null })[2]).toBe("Posted again");
  });
});

describe("a board that says what was posted", () => {
  const open = postedBoards();
  const again = (number: number) => {
    const value = { team: "west", channel: CHANNEL, day: "2026-10-28", number };
    return { actionId: "board_publish", value: JSON.stringify(value) };
  };

  it("is said to be unchanged without a button, and no forged press posts it", async () => {
    const harness = await open();
    await harness.findCalls(3);
    await harness.tick(new Date("2026-10-28T12:01:00Z"));
    await harness.goalsSay("U0MAX", "board");
    const unchanged = /✅ Posted in <#C0SALES> at [^.]+; nothing has changed since\. <https:[^|]+\|View it>/;
    expect(harness.says()).toMatch(unchanged);
    expect(harness.button()).toBeUndefined();

    await harness.pressForged("U0MAX", again(1));
    await harness.app.idle();

    expect(JSON.stringify(harness.responses().at(-1))).toMatch(unchanged);
    expect(harness.posted()).toHaveLength(1);
    expect(await harness.rows()).toHaveLength(1);
    const logged = harness.entries.at("info").find(({ message: said }) => said === "A press posted no leaderboard");
    expect(logged?.fields).toMatchObject({ decided: "unchanged" });
  });

  it("is refused by a button of before its figures were as posted again, and posted once by one of after", async () => {
    const harness = await open();
    await harness.goalsSay("U0MAX", "board");
    await harness.pressPost();
    await harness.findCalls(3);
    await harness.goalsSay("U0MAX", "board");
    const pressed = { actionId: "board_publish", value: harness.button()?.value ?? "" };

    await Promise.all([harness.pressOnly(), harness.pressForged("U0NEW", pressed)]);
    await harness.app.idle();
    await harness.pressForged("U0MAX", pressed);
    await harness.pressForged("U0MAX", again(2));
    await harness.app.idle();

    expect(harness.posted()).toHaveLength(2);
    expect((await harness.rows()).map(({ state }) => state)).toEqual(["sent", "sent"]);
    await harness.findCalls(2);
    await harness.goalsSay("U0MAX", "board");
    expect(JSON.stringify(harness.button())).toContain("Ana Torres 2 calls (was 3). 4 people get another message.");

    await harness.pressPost();

    const third = JSON.stringify(harness.posted().at(-1)?.blocks);
    expect(third).toContain("Posted again by Max Weber with new figures: Ana Torres 2 calls (was 3)");
  });

  it("has changed where its settings have", async () => {
    const harness = await open();
    await harness.findCalls(3);
    await harness.goalsSay("U0MAX", "board");
    await harness.pressPost();
    await harness.teams.updateOne({ _id: "west" }, { $set: { "board.metrics": ["email_quantity"] } });

    await harness.goalsSay("U0MAX", "board");

    expect(harness.says()).toContain("; its settings have changed since.");
    const asks = /^New settings since 5:0\d PM EDT: only emails\. 4 people get a second message\./;
    expect(harness.button()).toMatchObject({
      text: { text: "Post again in #sales" },
      confirm: { text: { text: expect.stringMatching(asks) } },
    });

    await harness.pressPost();

    expect(JSON.stringify(harness.posted().at(-1)?.blocks)).toContain(
      "Posted again by Max Weber with new settings: only emails",
    );
  });
});

describe("what two boards of one day say of what is missing", () => {
  it("is another where the metric that leads is whole", () => {
    const rows = [aRow(1, "Ben Okafor", 90), aRow(2, "Ana Torres", 10)];
    const sales = { ...CALLS, type: "new_sales_wholesale", title: "Wholesale sales", unit: "dollars", rows } as const;
    const leaderboard = aBoard({ sections: [CALLS, sales] });
    const read = (asOf: string): Freshness[] => [
      ...FRESH,
      { source: "fishbowl", asOf: new Date(asOf), state: "fresh" },
    ];
    const at = (asOf: string) => boardMessage({ leaderboard, freshness: read(asOf), ...MORNING });
    const [whole, missing] = [at("2026-10-29T11:58:00Z"), at("2026-10-28T22:00:00Z")];

    expect(isSameBoard(JSON.stringify(whole), whole)).toBe(true);
    expect(isSameBoard(JSON.stringify(whole), missing)).toBe(false);
  });
});

describe("a board that is posted again", () => {
  it("tells new settings and new figures apart", () => {
    const result = { type: "phone_call_quantity", userId: "U0ANA", name: "Ana", result: 9, was: 8 } as const;
    const change = { by: "value", settings: { topN: 2 }, results: [result], left: [] } as const;
    const values = { leaderboard: aBoard(), freshness: FRESH, isPostedAgain: true, postedBy: "Max", ...MORNING };

    expect(JSON.stringify(boardMessage({ ...values, change }).blocks)).toContain(
      "Posted again by Max with new settings: top 2; new figures: Ana 9 calls (was 8)",
    );
  });
});

describe("what two boards of one day say", () => {
  const later: Freshness[] = [{ source: "justcall", asOf: new Date("2026-10-29T18:00:00Z"), state: "fresh" }];
  const short: Freshness[] = [{ source: "justcall", asOf: new Date("2026-10-28T18:00:00Z"), state: "failed" }];
  const body = JSON.stringify(boardMessage({ leaderboard: aBoard(), freshness: FRESH, ...MORNING }));
  const [ana, ...others] = CALLS.rows;

  it.each([
    [
      "is the same, whenever and by whomever each is posted",
      true,
      { freshness: later, postedBy: "Maya", isPostedAgain: true },
    ],
    [
      "is another by a figure",
      false,
      { leaderboard: aBoard({ sections: [{ ...CALLS, rows: [{ ...aRow(1, "Ana Torres", 1235) }, ...others] }] }) },
    ],
    [
      "is another by a place",
      false,
      { leaderboard: aBoard({ sections: [{ ...CALLS, rows: [...others, ...(ana ? [ana] : [])] }] }) },
    ],
    ["is another by what is missing", false, { freshness: short }],
  ])("%s", (_name, same, more) => {
    const now = boardMessage({ leaderboard: aBoard(), freshness: FRESH, ...MORNING, ...more });

    expect(isSameBoard(body, now)).toBe(same);
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

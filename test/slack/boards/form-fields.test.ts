import type { ModalView } from "@slack/types";
import { boardOf } from "../../../src/teams/leaderboard-settings";
import { localTime } from "../../../src/time/time-of-day";
import { aTeam } from "../../support/builders/teams";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { boardDeps } from "../../support/harness/digests/boards";
import { type GoalsHarness, goalsHarness } from "../../support/harness/goals";
import { eventually } from "../../support/wait";

const [MAX, NED] = ["U0MAX", "U0NEW"];
const NOON = new Date("2026-10-28T16:00:00Z");

/** Max manages West; Ned is an admin. */
describe("the fields of a board's form", () => {
  const test = testDatabase();
  const closed = closedAfterEach();
  let harness: GoalsHarness;
  beforeEach(async () => {
    harness = closed(await goalsHarness(test, boardDeps(test, { now: () => NOON })));
    const west = aTeam("west", { name: "West", people: ["U0ANA"], managers: [MAX], channel: "C0WEST" });
    await test.db.collection<{ _id: string }>("teams").insertOne(west);
  });

  async function open() {
    await harness.pressForged(MAX, { actionId: "board_edit", value: "west" });
    await eventually(() => harness.modal(MAX)?.view.callback_id === "board_form");
  }
  const fieldsOf = (): readonly { readonly block_id?: string; readonly element?: unknown }[] =>
    JSON.parse(JSON.stringify(harness.modal(MAX)?.view.blocks));
  const namesOf = () => fieldsOf().flatMap(({ block_id, element }) => (element === undefined ? [] : [block_id]));
  const submit = (entries: Parameters<GoalsHarness["slack"]["submitView"]>[0]["entries"] = {}) =>
    harness.slack.submitView({ user: MAX, entries });
  const settingsOf = async () => (await harness.deps.boards.one("west"))?.settings;

  it("are one for each setting, with no metric picked where all are shown, in the order in which it is read", async () => {
    await open();

    expect(namesOf()).toEqual(["channel", "at", "days", "metrics", "by", "topN", "on"]);
    expect(fieldsOf()).toContainEqual(
      expect.objectContaining({
        block_id: "metrics",
        hint: expect.objectContaining({
          text: "Leave empty for all. Pick one, and it's a chart where three or more people are on it.",
        }),
        element: expect.not.objectContaining({ initial_options: expect.anything() }),
      }),
    );
    expect(harness.modalSays(MAX)).toContain("Shows names and results, never targets.");
    expect(fieldsOf()).toContainEqual(
      expect.objectContaining({ block_id: "at", label: expect.objectContaining({ text: "Time (New York)" }) }),
    );
    expect(fieldsOf().at(-1)).toMatchObject({ block_id: "on", element: { initial_option: { value: "on" } } });
    for (const [block_id, text] of [
      ["days", "Every workday"],
      ["metrics", "All metrics"],
    ]) {
      expect(fieldsOf()).toContainEqual(expect.objectContaining({ block_id, optional: true }));
      expect(JSON.stringify(fieldsOf())).toContain(JSON.stringify(text));
    }
  });

  it("begin with how it is, and with the switch of a board that is off", async () => {
    const board = { days: [5], topN: 7, by: "share", at: localTime("10:00"), on: true } as const;
    const edit = { kind: "board", channel: "C0WEST", board, was: boardOf({ channel: "C0WEST" }) } as const;
    await harness.teams.edit("west", { edit, by: NED, at: NOON });
    await open();
    expect(harness.modalSays(MAX)).toContain("Shows names and percents of own goals, never results or targets.");
    await submit({ at: { at: "09:30" } });
    await submit();
    await eventually(async () => (await settingsOf())?.at === "09:30");
    expect(await settingsOf()).toEqual({ ...board, at: "09:30", channel: "C0WEST", metrics: null });

    await open();
    await submit({ days: { days: [] }, on: { on: "off" } });
    await submit();
    await eventually(async () => (await settingsOf())?.on === false);
    expect(await settingsOf()).toMatchObject({ days: null, topN: 7, by: "share" });
    await open();
    expect(namesOf()).toEqual(["on", "channel", "at", "days", "metrics", "by", "topN"]);
    await submit({ on: { on: "on" } });
    await submit();

    await eventually(async () => (await settingsOf())?.on === true);
  });

  it("leave as it was what is not among them, as in a form that was opened before it had all", async () => {
    const board = { days: [5], topN: 7, by: "share", at: localTime("10:00"), on: true } as const;
    const edit = { kind: "board", channel: "C0WEST", board, was: boardOf({ channel: "C0WEST" }) } as const;
    await harness.teams.edit("west", { edit, by: NED, at: NOON });
    await open();
    const shown: ModalView = JSON.parse(JSON.stringify(harness.modal(MAX)?.view));
    const blocks = shown.blocks.filter(({ block_id: id }) => !["days", "by", "topN", "on"].includes(id ?? ""));
    const draft = { ...JSON.parse(shown.private_metadata ?? ""), isShort: true };
    await harness.forgeModal(MAX, { ...shown, blocks, private_metadata: JSON.stringify(draft) });

    await submit({ at: { at: "09:30" } });
    await submit();

    await eventually(async () => (await settingsOf())?.at === "09:30");
    expect(await settingsOf()).toEqual({ ...board, at: "09:30", channel: "C0WEST", metrics: null });
  });

  it("begin with what teams are ranked by where a board is set up for the first time, which saving shows", async () => {
    await harness.teams.edit("west", {
      edit: { kind: "board", channel: null, board: {}, was: boardOf({ channel: "C0WEST" }) },
      by: NED,
      at: NOON,
    });
    await open();
    const usual = ["new_sales_wholesale", "phone_call_quantity", "email_quantity"];
    expect(fieldsOf()).toContainEqual(
      expect.objectContaining({
        block_id: "metrics",
        element: expect.objectContaining({ initial_options: usual.map((value) => expect.objectContaining({ value })) }),
      }),
    );

    await submit({ channel: { channel: "C0WEST" } });
    expect(harness.modalSays(MAX)).toContain("• Metrics: all metrics → *wholesale, calls, and emails*");
    await submit();

    await eventually(async () => (await settingsOf())?.channel === "C0WEST");
    expect((await settingsOf())?.metrics).toEqual(usual);
  });

  it("have again what was entered after Back, and are still set against how the board is", async () => {
    const back = async () => {
      expect(harness.modal(MAX)?.view.close).toMatchObject({ text: "Back" });
      await harness.slack.closeView({ user: MAX });
      expect(harness.modal(MAX)?.view.callback_id).toBe("board_form");
    };
    await open();
    await submit({ at: { at: "09:30" }, metrics: { metrics: ["phone_call_quantity"] } });
    await back();

    expect(harness.modalSays(MAX)[0]).toBe("*West's leaderboard*: next post *Thu, Oct 29, 8:00 AM EDT*");
    expect((await submit()).errors).toEqual({});
    expect(harness.modalSays(MAX)).toContain("• Posted: on workdays at 8:00 AM → *on workdays at 9:30 AM*");
    await back();
    await submit({ topN: { topN: "5" }, at: { at: "08:00" } });
    expect(harness.modalSays(MAX)).toEqual(
      expect.arrayContaining(["• Metrics: all metrics → *calls*", "• Places: top 3 → *top 5*"]),
    );
    await submit();

    await eventually(async () => (await settingsOf())?.topN === 5);
    expect(await settingsOf()).toEqual(
      boardOf({ channel: "C0WEST", board: { topN: 5, metrics: ["phone_call_quantity"] } }),
    );
    await harness.slack.closeView({ user: MAX });
    expect(harness.slack.modals(MAX)).toEqual([]);
  });
});

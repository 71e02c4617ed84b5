import { CHANNEL, postedBoards } from "../../support/harness/digests/posted-boards";
import { eventually } from "../../support/wait";

describe("a leaderboard that is not posted by hand", () => {
  const open = postedBoards();

  it.each([
    [
      "not_in_channel",
      "Paceline isn't in that channel and can't join it: type `/invite @paceline` there, then press again.",
    ],
    ["is_archived", "The channel is archived: unarchive it, or pick another"],
    ["restricted_action", "Only some people may post in that channel: ask a workspace admin"],
  ])(
    "says privately what to do where Slack refuses it with %s, and is posted by the next press",
    async (error, todo) => {
      const harness = await open();
      await harness.goalsSay("U0MAX", "board");
      const joined = { error: "method_not_supported_for_channel_type" };
      if (error === "not_in_channel") harness.slack.faults.push({ method: "conversations.join", outcome: joined });
      harness.slack.faults.push({ method: "chat.postMessage", outcome: { error } });

      await harness.pressPost();
      const refused = { said: harness.says(), posts: harness.posted().length };
      await harness.pressPost();

      expect(refused).toEqual({ said: expect.stringContaining(`⚠️ Not posted in <#C0SALES>. ${todo}`), posts: 0 });
      expect(harness.posted()).toHaveLength(1);
      expect((await harness.rows()).map(({ state }) => state)).toEqual(["sent"]);
      expect(harness.dm("U0NEW")).toEqual([]);
    },
  );

  it("leaves the schedule its turn where Slack refused it", async () => {
    const harness = await open({ board: { at: "20:00" } });
    await harness.goalsSay("U0MAX", "board");
    harness.slack.faults.push({ method: "chat.postMessage", outcome: { error: "is_archived" } });

    await harness.pressPost();
    await harness.tick(new Date("2026-10-29T00:01:00Z"));

    expect(harness.posted()).toHaveLength(1);
    expect(await harness.rows()).toMatchObject([{ state: "sent", postedBy: null }]);
  });

  it("has no button while nobody knows whether it arrived, and a second press posts nothing", async () => {
    const harness = await open();
    await harness.goalsSay("U0MAX", "board");
    harness.slack.faults.push({ method: "chat.postMessage", outcome: { status: 500, accept: true } });
    const value = harness.button()?.value ?? "";

    await harness.pressPost();
    await harness.pressForged("U0MAX", { actionId: "board_publish", value });
    await harness.app.idle();

    expect(harness.says()).toContain("⚠️ Slack didn't confirm that it arrived in <#C0SALES>.");
    expect(harness.button()).toBeUndefined();
    expect(harness.posted()).toHaveLength(1);
  });

  it("is refused to reps and to the manager of another team, whatever they forge", async () => {
    const harness = await open();
    const forged = (team: string, more = {}) => {
      const value = { team, channel: CHANNEL, day: "2026-10-28", number: 0, ...more };
      return { actionId: "board_publish", value: JSON.stringify(value) };
    };

    for (const [user, team] of [
      ["U0ANA", "west"],
      ["U0BEN", "west"],
      ["U0MAX", "east"],
      ["U0MAX", "everyone"],
    ] as const) {
      await harness.pressForged(user, forged(team));
      await eventually(() => harness.modal(user));
      await harness.slack.closeView({ user });
    }
    await harness.goalsSay("U0ANA", "board");

    expect([harness.posted(), await harness.rows()]).toEqual([[], []]);
    expect(harness.button("U0ANA")).toBeUndefined();
  });

  it.each([
    ["of another day", { day: "2026-10-27" }, "Nothing was posted: that was another day's board"],
    ["for another channel", { channel: "C0OTHER" }, "Nothing was posted: that was another day's board"],
    ["of a number that no button has", { number: 7 }, "Posted in <#C0SALES> on workdays at 8:00 AM."],
  ])("stays where it is by a button %s, which shows how it stands", async (_name, more, says) => {
    const harness = await open();
    const value = JSON.stringify({ team: "west", channel: CHANNEL, day: "2026-10-28", number: 0, ...more });

    await harness.pressForged("U0MAX", { actionId: "board_publish", value });
    await harness.app.idle();

    expect([harness.posted(), await harness.rows()]).toEqual([[], []]);
    expect(JSON.stringify(harness.responses().at(-1))).toContain(says);
  });
});

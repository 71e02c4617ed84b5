import { syncProgressMessage } from "../../../src/slack/sync/progress-view";
import { waitingProgress } from "../../../src/sync/report";

describe("syncProgressMessage", () => {
  it("shows where each source stands, in signs and in words", () => {
    const progress = {
      ...waitingProgress(),
      copper: "done",
      justcall: "running",
      fishbowl: "running",
      goals: "waiting",
    } as const;
    const words = "Copper: done, JustCall: reading, Fishbowl: reading, Goals: waiting";

    expect(syncProgressMessage(progress, "Sep 29 – Oct 28")).toEqual({
      text: `Syncing Sep 29 – Oct 28: ${words}`,
      blocks: [
        {
          type: "section",
          text: {
            type: "mrkdwn",
            text: "*Syncing Sep 29 – Oct 28*\nCopper ✅ · JustCall ⏳ · Fishbowl ⏳ · Goals ⏸",
            verbatim: true,
          },
        },
        { type: "context", elements: [{ type: "mrkdwn", text: words, verbatim: true }] },
      ],
    });
  });

  it.each([
    [waitingProgress(), "Copper: waiting, JustCall: waiting, Fishbowl: waiting, Goals: waiting"],
    [
      { ...waitingProgress(), copper: "off", justcall: "failed", fishbowl: "done", goals: "running" } as const,
      "Copper: off, JustCall: failed, Fishbowl: done, Goals: updating",
    ],
  ])("has words for every state", (progress, words) => {
    expect(syncProgressMessage(progress, "today").text).toBe(`Syncing today: ${words}`);
  });

  it.each([
    ["running", "Newest 3 days ⏳ · Older days ⏸", "The newest 3 days come first, then older ones"],
    ["done", "Newest 3 days ✅ · Older days ⏳", "Figures of the newest 3 days are up to date; older days follow"],
  ] as const)("says where a limit makes the newest days come first: %s", (state, line, words) => {
    const message = syncProgressMessage({ ...waitingProgress(), newest: { days: 3, state } }, "today");

    expect(JSON.stringify(message.blocks)).toContain(`*Syncing today*\\n${line}\\nCopper ⏸ · JustCall ⏸`);
    expect(message.text.endsWith(`Goals: waiting. ${words}`)).toBe(true);
  });

  it("says that the run is another process's, whose steps are not known", () => {
    expect(syncProgressMessage({ ...waitingProgress(), elsewhere: true }, "today").text).toBe(
      "Syncing today: A sync of these days is already running elsewhere; its report follows.",
    );
  });
});

import { DateRangeError } from "../../../src/sync/date-range";
import { waitingProgress } from "../../../src/sync/report";
import { day } from "../../../src/time/day";
import { aReport } from "../../support/builders/reports";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

describe("/sync", () => {
  let harness: SlackHarness;
  beforeEach(async () => {
    harness = await slackHarness();
  });
  afterEach(() => harness.close());

  it("answers at once, shows progress and report in one message of the DM, and closes where it was typed", async () => {
    const answer = await harness.commandInChannel("U0ANA", "/sync", "7d");
    const run = await eventually(() => harness.sync.runs[0]);

    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({
      response_type: "ephemeral",
      text: "Syncing Oct 22–28… I'll report in our DM.",
    });
    expect(run.ask).toEqual({
      range: { from: day("2026-10-22"), to: day("2026-10-28") },
      userId: "U0ANA",
      trigger: "slack",
    });

    run.progress({
      ...waitingProgress(),
      copper: "running",
      justcall: "running",
      fishbowl: "running",
      goals: "waiting",
    });
    run.progress({ ...waitingProgress(), copper: "done", justcall: "running", fishbowl: "running", goals: "waiting" });
    await eventually(() => harness.dm("U0ANA")[0]?.edits.length === 2);
    run.progress({ ...waitingProgress(), copper: "done", justcall: "done", fishbowl: "done", goals: "running" });
    await eventually(() => harness.dm("U0ANA")[0]?.edits.length === 3);
    run.end(aReport());
    const [closing] = await eventually(() => harness.responses().length > 0 && harness.responses());

    const messages = harness.dm("U0ANA");
    expect(messages).toHaveLength(1);
    expect(messages[0]?.edits.map(({ text }) => text)).toEqual([
      "Syncing Oct 22–28: Copper: waiting, JustCall: waiting, Fishbowl: waiting, Goals: waiting",
      "Syncing Oct 22–28: Copper: done, JustCall: reading, Fishbowl: reading, Goals: waiting",
      "Syncing Oct 22–28: Copper: done, JustCall: done, Fishbowl: done, Goals: updating",
      "✅ Synced Sep 29 – Oct 28. Copper: no records. JustCall: no records. Fishbowl: no records.",
    ]);
    expect(closing).toMatchObject({
      response_type: "ephemeral",
      text: "Done: synced Sep 29 – Oct 28. Details are in our DM.",
    });
    expect(harness.responses()).toHaveLength(1);
    expect(harness.log.at("warn", "error")).toEqual([]);
  });

  it("edits at most once a second, and never skips the report", async () => {
    await harness.commandInChannel("U0ANA", "/sync", "");
    const run = await eventually(() => harness.sync.runs[0]);

    let step = 0;
    await eventually(() => {
      const state = step % 2 === 0 ? "running" : "done";
      run.progress({ ...waitingProgress(), copper: state, justcall: state, fishbowl: state, goals: "waiting" });
      step += 1;
      return harness.calls("chat.postMessage", "chat.update").length > 3;
    });
    run.end(aReport());
    await eventually(() => harness.responses().length > 0);

    const times = harness.calls("chat.postMessage", "chat.update").map(({ at }) => at.getTime());
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(gaps.length).toBeGreaterThanOrEqual(3);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(990);
    expect(harness.dm("U0ANA")[0]?.text).toContain("✅ Synced");
  });

  it("posts the report anew when the message can no longer be edited", async () => {
    await harness.commandInChannel("U0ANA", "/sync", "");
    const run = await eventually(() => harness.sync.runs[0]);
    await eventually(() => harness.dm("U0ANA").length === 1);

    harness.slack.faults.push({ method: "chat.update", outcome: { error: "message_not_found" } });
    run.end(aReport());
    await eventually(() => harness.responses().length > 0);

    expect(harness.dm("U0ANA").map(({ text }) => text.slice(0, 9))).toEqual(["Syncing S", "✅ Synced "]);
  });

  it("says where it was typed that our DM cannot be written to", async () => {
    harness.slack.faults.push({ method: "conversations.open", times: 2, outcome: { error: "user_disabled" } });
    await harness.commandInChannel("U0ANA", "/sync", "");
    (await eventually(() => harness.sync.runs[0])).end(aReport());
    const [closing] = await eventually(() => harness.responses().length > 0 && harness.responses());

    expect(closing).toMatchObject({
      text: "Done: synced Sep 29 – Oct 28. I couldn't DM you. Open our DM once and sync again for the details.",
    });
  });

  it("says from which day on records are kept, where it asks for none of them", async () => {
    const kept = "Records before Sep 23 are no longer kept, so their figures stay. Sync later days.";
    await harness.commandInChannel("U0ANA", "/sync", "2024-01-01..2024-01-31");
    (await eventually(() => harness.sync.runs[0])).fail(new DateRangeError(kept));
    const [closing] = await eventually(() => harness.responses().length > 0 && harness.responses());

    expect(closing).toMatchObject({ response_type: "ephemeral", text: kept });
    expect(harness.dm("U0ANA").map(({ text }) => text)).toEqual([kept]);
    expect(harness.log.at("error")).toEqual([]);
  });

  it("answers a run that broke politely, with the reference that is in the log", async () => {
    await harness.commandInChannel("U0ANA", "/sync", "");
    (await eventually(() => harness.sync.runs[0])).fail(new Error("secret detail at run.ts:12"));
    const [closing] = await eventually(() => harness.responses().length > 0 && harness.responses());

    const sorry =
      "Sorry, something went wrong on our side. Try again in a minute. If it happens again, give whoever runs Paceline this reference: ref-1";
    expect(closing).toMatchObject({ response_type: "ephemeral", text: sorry });
    expect(harness.dm("U0ANA").map(({ text }) => text)).toEqual([sorry]);
    expect(harness.log.at("error")).toEqual([
      {
        level: "error",
        message: "A request from Slack failed",
        fields: {
          reference: "ref-1",
          doing: "a sync",
          userId: "U0ANA",
          error: new Error("secret detail at run.ts:12"),
        },
      },
    ]);
  });

  it.each([
    ["help", "*Sync* reads Copper, JustCall, and Fishbowl, and everyone's numbers update."],
    ["soon", "I don't know “soon”. More: `/sync help`."],
    ["2026-10-29", "Oct 29 is in the future. The last day to sync is today. More: `/sync help`."],
  ])("answers %j at once, and syncs nothing", async (text, first) => {
    const answer = await harness.command("U0ANA", "/sync", text);

    const { response_type: type, text: words } = JSON.parse(answer.body);
    expect(type).toBe("ephemeral");
    expect(words.split("\n")[0]).toBe(first);
    expect(harness.sync.runs).toEqual([]);
  });

  it("serves a full member whom no sync has met, since only a sync can meet them", async () => {
    await harness.command("U0NEW", "/sync", "");
    const run = await eventually(() => harness.sync.runs[0]);
    run.end(aReport());

    expect(run.ask.userId).toBe("U0NEW");
  });

  it("explains to a guest at once whom it is for, promises nothing and syncs nothing", async () => {
    const { body } = await harness.command("U0GUEST", "/sync", "");

    expect(harness.responses()).toEqual([]);
    expect(JSON.parse(body)).toMatchObject({
      text: expect.stringMatching(/^Guests can't use Paceline/),
    });
    expect(harness.sync.runs).toEqual([]);
  });

  it("syncs nothing for a guest of whom Slack tells only after it was acknowledged, and records that once", async () => {
    harness.slack.faults.push({ method: "users.info", times: 1, outcome: { accept: true, hangMs: 1_800 } });
    const { body } = await harness.command("U0GUEST", "/sync", "7d");
    expect(JSON.parse(body)).toMatchObject({ text: expect.stringMatching(/^Syncing /) });

    const [answer] = await eventually(() => harness.responses().length > 0 && harness.responses());
    expect(answer).toMatchObject({ text: expect.stringMatching(/^Guests can't use Paceline/) });
    expect(harness.sync.runs).toEqual([]);
    expect(harness.log.at("info").filter((line) => JSON.stringify(line).includes("Refused what others"))).toHaveLength(
      1,
    );
  });

  it("shows in App Home that it runs, and the new figures at the end", async () => {
    await harness.command("U0ANA", "/sync", "");
    const run = await eventually(() => harness.sync.runs[0]);
    await eventually(() => lines(harness.home("U0ANA")).some((line) => line.startsWith("⏳ *Syncing now:*")));
    run.end(aReport());

    await eventually(() => lines(harness.home("U0ANA")).includes("[sync_now]"));
  });
});

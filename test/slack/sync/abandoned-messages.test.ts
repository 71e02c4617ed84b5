import { isRunning, noteRunning } from "../../../src/database/running-processes";
import { type FakeSlack, startFakeSlack } from "../../../src/demo/slack/fake-slack";
import { slackClient } from "../../../src/slack/platform/clients";
import { LiveMessage } from "../../../src/slack/platform/live-message";
import { endAbandonedMessages } from "../../../src/slack/sync/abandoned-messages";
import { liveMessageStore } from "../../../src/slack/sync/live-message-store";
import { sectionMessage } from "../../../src/slack/ui/blocks";
import { day } from "../../../src/time/day";
import { aMember, byEmail } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { memoryLog } from "../../support/fakes/memory-log";
import { eventually } from "../../support/wait";

const BOT_TOKEN = "xoxb-of-tests";
const RANGE = { from: day("2026-09-01"), to: day("2026-09-30") };
const SYNCING = sectionMessage("Syncing…");
const DONE = sectionMessage("Synced");

describe("the message of a sync whose process ended in its middle", () => {
  const test = testDatabase();
  let slack: FakeSlack;
  beforeEach(async () => {
    slack = await startFakeSlack({
      ...{ now: () => new Date(), signingSecret: "secret-of-tests", botToken: BOT_TOKEN, rateLimits: false },
      ...{ team: { id: "T0LAB", name: "Lab" }, members: [aMember("U0ANA", byEmail("ana@acme.com"))], channels: [] },
    });
  });
  afterEach(() => slack.close());

  const settings = () => test.db.collection<{ readonly _id: string }>("settings");
  const log = memoryLog();
  const client = () => slackClient({ token: BOT_TOKEN, apiUrl: slack.url, log });
  const shown = async (owner: string) => {
    const messages = liveMessageStore(test.db, { owner, isRunning: (other) => isRunning(test.db, other) });
    const deps = { client: client(), log, sleep: async () => {}, messages, range: RANGE };
    const live = new LiveMessage(deps, { userId: "U0ANA", first: SYNCING });
    await eventually(async () => (await settings().findOne({ "messages.0": { $exists: true } })) !== null);
    return live;
  };
  const endAbandoned = (owner: string) =>
    endAbandonedMessages({
      messages: liveMessageStore(test.db, { owner, isRunning: (other) => isRunning(test.db, other) }),
      client: client(),
      log,
    });
  const texts = () => slack.allMessages().map(({ text }) => text);
  const killed = (owner: string) =>
    settings().updateOne({ _id: `process:${owner}` }, [{ $set: { at: { $subtract: ["$$NOW", 151_000] } } }]);

  it("says that it didn't finish, once another process runs, and offers to try again", async () => {
    const process = await noteRunning(test.db, "one");
    await shown("one");
    await process.ended();

    await endAbandoned("two");

    expect(texts()).toEqual(["⚠️ This sync didn't finish: Paceline was stopped. Try again picks up where it left off."]);
    expect(JSON.stringify(slack.allMessages()[0]?.blocks)).toMatch(/"sync_now".*"value":"2026-09-01\.\.2026-09-30"/);
    expect(await settings().countDocuments()).toBe(0);
  });

  it("says so after a kill, too, when the process was not heard of for two and a half minutes", async () => {
    await noteRunning(test.db, "one");
    await shown("one");

    await endAbandoned("two");
    expect(texts()).toEqual(["Syncing…"]);
    await killed("one");
    // Its own process would know.
    await endAbandoned("one");
    expect(texts()).toEqual(["Syncing…"]);
    await endAbandoned("two");
    await endAbandoned("three");

    expect(texts()[0]).toContain("didn't finish");
    // As it was posted, and once more.
    expect(slack.allMessages()[0]?.edits).toHaveLength(2);
  });

  it("says so with the next minute where Slack did not answer", async () => {
    const process = await noteRunning(test.db, "one");
    await shown("one");
    await process.ended();
    slack.faults.push({ method: "chat.update", times: 5, outcome: { error: "internal_error" } });

    await endAbandoned("two");
    expect(texts()).toEqual(["Syncing…"]);
    slack.faults.clear();
    await endAbandoned("two");

    expect(texts()[0]).toContain("didn't finish");
  });

  it.each(["message_not_found", "channel_not_found", "is_archived", "cant_update_message", "edit_window_closed"])(
    "is forgotten where Slack refuses for good: %s",
    async (error) => {
      const process = await noteRunning(test.db, "one");
      await shown("one");
      await process.ended();
      slack.faults.push({ method: "chat.update", times: 1, outcome: { error } });

      await endAbandoned("two");

      expect(texts()).toEqual(["Syncing…"]);
      expect(await settings().countDocuments()).toBe(0);
    },
  );

  it("is left alone when the report could not be posted: the sync is over", async () => {
    const process = await noteRunning(test.db, "one");
    const live = await shown("one");
    slack.faults.push({ method: "chat.update", times: 9, outcome: { error: "msg_too_long" } });
    slack.faults.push({ method: "chat.postMessage", times: 9, outcome: { error: "msg_too_long" } });
    await live.finish(DONE);
    slack.faults.clear();
    await process.ended();

    await endAbandoned("two");

    expect(texts()).toEqual(["Syncing…"]);
  });

  it("is left alone once it shows how the sync ended", async () => {
    const process = await noteRunning(test.db, "one");
    const live = await shown("one");
    await live.finish(DONE);
    await process.ended();

    await endAbandoned("two");

    expect(texts()).toEqual(["Synced"]);
    expect(await settings().countDocuments()).toBe(0);
  });
});

import { createHmac } from "node:crypto";
import { nativeExport } from "../../support/builders/orders";
import { aMember, byEmail } from "../../support/builders/people";
import { ALEX, ANA, type ImportsHarness, importsHarness } from "../../support/harness/imports";

const FILE = nativeExport({ number: "SO-2001" });
const HELP = "Here's what I can do:";
const NOT_YOURS = "Only admins can import orders. Here that's Alex Kim. Your file wasn't read.";
const GUEST = "U0GINA0009";
const EVERYBODY = "C0SALES001";

describe("what is written in the DM", () => {
  let harness: ImportsHarness;
  let sent = 0;
  beforeAll(async () => {
    harness = await importsHarness();
  });
  afterAll(() => harness.close());

  /** Ana's message as Slack tells of it. */
  const anEvent = (more: object = {}) => {
    sent += 1;
    const ts = `1793221500.${String(sent).padStart(6, "0")}`;
    const channel = harness.slack.dm(ANA);
    return { type: "message", channel, channel_type: "im", user: ANA, text: "Hi", ts, event_ts: ts, ...more };
  };
  /** Brings the event as Slack does, as its n-th repetition; 0 is the first time. */
  const delivered = async (event: object, repetition: number) => {
    const body = JSON.stringify({ type: "event_callback", team_id: "T0ACME0001", event_id: "Ev1", event });
    const at = String(Math.floor(Date.now() / 1000));
    const signature = createHmac("sha256", harness.demo.fakes.env.SLACK_SIGNING_SECRET)
      .update(`v0:${at}:${body}`)
      .digest("hex");
    const again = { "x-slack-retry-num": String(repetition), "x-slack-retry-reason": "http_timeout" };
    const headers = {
      "content-type": "application/json",
      "x-slack-request-timestamp": at,
      "x-slack-signature": `v0=${signature}`,
      ...(repetition === 0 ? {} : again),
    };
    return fetch(String(harness.slack.state().app), { method: "POST", headers, body });
  };
  const answers = async (doing: () => Promise<unknown>) => {
    const before = harness.slack.allMessages().length;
    await doing();
    await harness.demo.idle();
    return harness.slack
      .allMessages()
      .slice(before)
      .filter(({ author }) => author === harness.slack.bot.userId);
  };

  it("as words gets help on one screen, which tells of files only those who may import them", async () => {
    await harness.slack.write({ user: ANA, text: "hello?" });
    await harness.slack.write({ user: ALEX, text: "hello?" });
    await harness.demo.idle();

    const [first, ...commands] = harness.says(ANA);
    expect(first).toBe(HELP);
    expect(commands.join()).toMatch(/`\/goals`.*`\/sync`.*`\/goals help`/s);
    expect(harness.says(ALEX)).toEqual([
      HELP,
      ...commands,
      "• Drop a CSV file of Fishbowl's orders here, and I'll show what it would change before anything is written.",
    ]);
  });

  it("in a thread is answered there", async () => {
    const [answer] = await answers(() => harness.slack.event(anEvent({ thread_ts: "1793221500.000001" })));

    expect(answer?.threadTs).toBe("1793221500.000001");
  });

  it.each<[string, object]>([
    ["an edit", { subtype: "message_changed" }],
    ["a deletion", { subtype: "message_deleted" }],
    ["a bot's message", { subtype: "bot_message", bot_id: "B0OTHER" }],
    ["what an app writes for somebody", { bot_id: "B0OTHER" }],
    ["what Slack's helper writes", { user: "USLACKBOT" }],
    ["what we write ourselves", { user: "U0PACELINE", bot_id: "B0PACELINE" }],
    ["a message in a channel", { channel: EVERYBODY, channel_type: "channel" }],
    ["a message among several", { channel_type: "mpim" }],
  ])("is not answered when it is %s", async (_what, more) => {
    expect(await answers(() => harness.slack.event(anEvent(more)))).toEqual([]);
  });

  it("case 43: is answered once, however often Slack tells of it, after five minutes too", async () => {
    const event = anEvent();

    const reported = await answers(async () => {
      await Promise.all([0, 1].map((repetition) => delivered(event, repetition)));
      await harness.demo.idle();
      // By then no signature is kept any more, whatever Slack signs anew.
      await harness.db.collection("slack_requests").deleteMany({});
      await Promise.all([2, 3].map((repetition) => delivered(event, repetition)));
    });

    expect(reported.map(({ text }) => text.split("\n")[0])).toEqual([HELP]);
  });

  it("case 43: is answered when only a repetition of Slack's reaches us", async () => {
    expect(await answers(() => delivered(anEvent(), 2))).toHaveLength(1);
  });

  it("as a file of somebody who may not import is not even read, and names who may", async () => {
    const looked = harness.calls("files.info").length;

    expect(await harness.drop(FILE, { user: ANA })).toEqual([NOT_YOURS]);
    expect(harness.calls("files.info")).toHaveLength(looked);
  });

  it("by a guest, words or a file, is refused politely", async () => {
    const words = await answers(() => harness.slack.write({ user: GUEST, text: "Hi" }));
    const file = await answers(() => harness.drop(FILE, { user: GUEST }));

    expect([...words, ...file].map(({ text }) => text)).toEqual(
      Array(2).fill(expect.stringMatching(/^Guests can't use Paceline/)),
    );
  });

  it("as a file of somebody whom no sync has met says to sync first", async () => {
    harness.slack.putMember(aMember("U0LATER", { ...byEmail("later@acme.com"), workspaceAdmin: true }));

    const [said = ""] = await harness.drop(FILE, { user: "U0LATER" });

    expect(said).toMatch(/^We haven't met yet. Run `\/sync`/);
  });
});

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { WebClient } from "@slack/web-api";
import { type FakeSlack, startFakeSlack } from "../../../src/demo/slack/fake-slack";
import { slackPoster } from "../../../src/slack/digests/poster";
import { aMember, byEmail } from "../../support/builders/people";
import { memoryLog } from "../../support/fakes/memory-log";

const TOKEN = "xoxb-of-tests";
const MESSAGE = {
  to: "U0ANA",
  marker: "abc123",
  message: { text: "Good morning", blocks: [{ type: "section", text: { type: "mrkdwn", text: "Good morning" } }] },
};
const SINCE = new Date("2026-10-29T07:00:00Z");

describe("the poster", () => {
  let slack: FakeSlack;
  let other: Server | undefined;
  beforeEach(async () => {
    slack = await startFakeSlack({
      now: () => new Date("2026-10-29T08:00:00Z"),
      signingSecret: "secret-of-tests",
      botToken: TOKEN,
      team: { id: "T0LAB", name: "Lab" },
      members: [aMember("U0ANA", byEmail("ana@acme.com"))],
      channels: [
        { id: "C0OPEN", name: "open" },
        { id: "C0SHUT", name: "shut", isPrivate: true },
      ],
      rateLimits: false,
    });
  });
  afterEach(async () => {
    await slack.close();
    other?.closeAllConnections();
    other?.close();
  });
  const posterAt = (apiUrl: string) => slackPoster({ token: TOKEN, apiUrl, log: memoryLog(), timeoutMs: 2_000 });
  const poster = () => posterAt(slack.url);
  /** A server that answers everything so. */
  const answering = async (status: number, body: string, headers: Record<string, string> = {}) => {
    const server = createServer((_request, response) => response.writeHead(status, headers).end(body));
    other = server;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  };

  it("posts to a person, says where, and marks the message twice without a word about whom it is for", async () => {
    const answer = await poster().post(MESSAGE);

    const [message] = slack.messages(slack.dm("U0ANA"));
    expect(answer).toEqual({ kind: "accepted", channel: "D0ANA", ts: message?.ts });
    expect(message).toMatchObject({
      text: "Good morning",
      metadata: { event_type: "paceline_delivery", event_payload: { key: "abc123" } },
      blocks: [{ block_id: "dg:abc123" }],
    });
  });

  it("joins a channel that it is not in, and takes plainer blocks where these are refused", async () => {
    const message = { ...MESSAGE.message, blocks: [{ type: "chart" }], plain: MESSAGE.message.blocks };

    const answer = await poster().post({ ...MESSAGE, to: "C0OPEN", message });

    expect(answer).toMatchObject({ kind: "accepted", channel: "C0OPEN" });
    expect(slack.messages("C0OPEN").map(({ text, blocks }) => [text, blocks[0]?.type])).toEqual([
      ["Good morning", "section"],
    ]);
  });

  it("learns once that charts are refused, and posts plain blocks at once while that holds", async () => {
    const chart = { type: "data_visualization", title: "No chart at all" };
    const message = { ...MESSAGE.message, blocks: [chart], plain: MESSAGE.message.blocks };
    const known = new Set<string>();
    const refusedBlocks = {
      refuses: async (type: string) => known.has(type),
      record: async (type: string) => void known.add(type),
    };
    const learning = slackPoster({ token: TOKEN, apiUrl: slack.url, log: memoryLog(), refusedBlocks });
    const posts = () => slack.calls.filter(({ method }) => method === "chat.postMessage").length;

    await learning.post({ ...MESSAGE, message });
    expect([posts(), [...known]]).toEqual([2, ["data_visualization"]]);
    expect(await learning.post({ ...MESSAGE, message })).toMatchObject({ kind: "accepted" });

    expect(posts()).toBe(3);
    const broken = {
      refuses: () => Promise.reject(new Error("down")),
      record: () => Promise.reject(new Error("down")),
    };
    const deaf = slackPoster({ token: TOKEN, apiUrl: slack.url, log: memoryLog(), refusedBlocks: broken });
    expect(await deaf.post({ ...MESSAGE, message })).toMatchObject({ kind: "accepted" });
  });

  it("cannot join a private channel, and says what Slack said", async () => {
    expect(await poster().post({ ...MESSAGE, to: "C0SHUT" })).toMatchObject({ kind: "refused" });
    expect(slack.allMessages()).toEqual([]);
  });

  it("finds its message by either mark, the earliest first, through all pages, and no other", async () => {
    const client = new WebClient(TOKEN, { slackApiUrl: slack.url });
    await poster().post(MESSAGE);
    for (let count = 0; count < 205; count += 1) await client.chat.postMessage({ channel: "D0ANA", text: "other" });
    await poster().post({ ...MESSAGE, marker: "xyz789" });
    const text = { type: "mrkdwn" as const, text: "without metadata" };
    await client.chat.postMessage({
      channel: "D0ANA",
      text: "without metadata",
      blocks: [{ type: "section", block_id: "dg:abc123", text }],
    });

    const found = await poster().find({ channel: "D0ANA", marker: "abc123", since: SINCE });

    const messages = slack.messages("D0ANA");
    expect(found).toEqual([messages[0]?.ts, messages.at(-1)?.ts]);
  });

  it("joins a channel to read its history, where the process ended before it had posted there", async () => {
    const find = (channel: string) => poster().find({ channel, marker: "abc123", since: SINCE });

    expect(await find("C0OPEN")).toEqual([]);
    await expect(find("C0SHUT")).rejects.toThrow();
    await poster().post({ ...MESSAGE, to: "C0OPEN" });
    expect(await find("C0OPEN")).toHaveLength(1);
  });

  it("throws when history cannot be read, rather than find nothing", async () => {
    slack.faults.push({ method: "conversations.history", outcome: { status: 500 } });

    await expect(poster().find({ channel: "D0ANA", marker: "abc123", since: SINCE })).rejects.toThrow();
  });

  it("takes a message back, and one that is gone already is no error", async () => {
    await poster().post(MESSAGE);
    const [message] = slack.messages("D0ANA");
    const place = { channel: "D0ANA", ts: message?.ts ?? "" };

    await poster().remove(place);
    await poster().remove(place);

    expect(slack.messages("D0ANA")[0]?.deletedAt).toBeDefined();
  });

  it("says that nothing was sent when nobody listens, or no host has that name", async () => {
    const gone = await answering(200, "");
    other?.close();
    other?.closeAllConnections();

    expect(await posterAt(gone).post(MESSAGE)).toMatchObject({ kind: "unconnected" });
    expect(await posterAt("http://slack.invalid/api/").post(MESSAGE)).toMatchObject({ kind: "unconnected" });
  });

  it.each([
    ["x", 30],
    ["", 30],
    ["0", 1],
    ["-1", 1],
    ["1.2", 2],
    ["86400", 300],
  ])("reads a Retry-After of %j as %d seconds", async (header, seconds) => {
    const url = await answering(429, "", { "retry-after": header });

    expect(await posterAt(url).post(MESSAGE)).toEqual({ kind: "limited", seconds });
  });

  it.each([
    [200, "<html>Bad gateway</html>", { kind: "refused", error: "<html>Bad gateway</html>" }],
    [200, '{"ok":true}', { kind: "lost" }],
    [200, '{"ok":false,"error":"is_archived"}', { kind: "refused", error: "is_archived" }],
    [502, '{"ok":false,"error":"is_archived"}', { kind: "status", status: 502 }],
    [404, "", { kind: "status", status: 404 }],
  ])("answers HTTP %d with %s as it is", async (status, body, expected) => {
    expect(await posterAt(await answering(status, body)).post(MESSAGE)).toMatchObject(expected);
  });
});

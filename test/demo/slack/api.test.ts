import type { WebClient } from "@slack/web-api";
import type { FakeSlack } from "../../../src/demo/slack/fake-slack";
import { ANA, BEN, clientOf, type clock, GONE, member, workspace } from "../../support/harness/demo/slack";

let slack: FakeSlack;
let client: WebClient;
let time: ReturnType<typeof clock>;

beforeEach(async () => {
  ({ slack, client, time } = await workspace());
});
afterEach(() => slack.close());

const error = (code: string) => ({ data: { ok: false, error: code } });

describe("who may call", () => {
  it("is told by the token", async () => {
    expect(await client.auth.test()).toMatchObject({ user_id: "U0PACELINE", bot_id: "B0PACELINE", team_id: "T0ACME" });
    await expect(clientOf(slack, "xoxb-other").auth.test()).rejects.toMatchObject(error("invalid_auth"));
    await expect(clientOf(slack, "").auth.test()).rejects.toMatchObject(error("not_authed"));
    await expect(client.apiCall("chat.nothing")).rejects.toMatchObject(error("unknown_method"));
  });

  it("is nobody who comes by another host name", async () => {
    const { request } = await import("node:http");
    const status = await new Promise((resolve) => {
      const url = slack.url.replace("/api/", "/demo/state");
      request(url, { headers: { host: "evil.example:80" } }, (answer) => resolve(answer.statusCode)).end();
    });

    expect(status).toBe(403);
  });
});

describe("members", () => {
  it("come in pages, deactivated ones and bots too", async () => {
    const more = Array.from({ length: 450 }, (_, at) => member(`U1${at}`, `Rep ${at}`));
    const large = await workspace({ members: [ANA, GONE, ...more] });

    const pages = [];
    let cursor: string | undefined;
    do {
      const { members, response_metadata } = await large.client.users.list({ limit: 200, cursor });
      pages.push(members ?? []);
      cursor = response_metadata?.next_cursor;
    } while (cursor !== undefined && cursor !== "");
    await large.slack.close();

    expect(pages.map((page) => page.length)).toEqual([200, 200, 54]);
    expect(pages.flat()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: "USLACKBOT", is_bot: false }),
        expect.objectContaining({ id: "U0PACELINE", is_bot: true }),
        expect.objectContaining({ id: GONE.id, deleted: true }),
        expect.objectContaining({ id: ANA.id, tz: "America/New_York", tz_offset: -14_400, is_admin: true }),
      ]),
    );
  });

  it("are found by id and by email in any case", async () => {
    expect(await client.users.lookupByEmail({ email: "BEN@acme.com" })).toMatchObject({ user: { id: BEN.id } });
    await expect(client.users.lookupByEmail({ email: "greta@acme.com" })).rejects.toMatchObject(
      error("users_not_found"),
    );
    expect(await client.users.info({ user: BEN.id })).toMatchObject({ user: { profile: { email: "ben@acme.com" } } });
    await expect(client.users.info({ user: "U0NO" })).rejects.toMatchObject(error("user_not_found"));
  });
});

describe("messages", () => {
  it("to a person's id stand in the one conversation with them", async () => {
    const opened = await client.conversations.open({ users: ANA.id });
    const posted = await client.chat.postMessage({
      channel: ANA.id,
      text: "Good morning",
      metadata: { event_type: "digest", event_payload: { key: "abc" } },
    });

    expect(posted.channel).toBe(opened.channel?.id);
    expect(posted.channel).toBe(slack.dm(ANA.id));
    const plain = await client.conversations.history({ channel: slack.dm(ANA.id) });
    const full = await client.conversations.history({ channel: slack.dm(ANA.id), include_all_metadata: true });
    expect(plain.messages?.[0]?.metadata).toBeUndefined();
    expect(full.messages?.[0]?.metadata).toEqual({ event_type: "digest", event_payload: { key: "abc" } });
  });

  it("are listed newest first, in pages and between time stamps", async () => {
    const ts: string[] = [];
    for (const text of ["1", "2", "3", "4"]) {
      ts.push(String((await client.chat.postMessage({ channel: "C0SALES", text })).ts));
      if (text === "2") time.pass(60_000);
    }
    const texts = async (options: Record<string, string | number | boolean>) => {
      const { messages, has_more, response_metadata } = await client.conversations.history({
        channel: "C0SALES",
        ...options,
      });
      return { texts: messages?.map(({ text }) => text), has_more, next: response_metadata?.next_cursor };
    };

    const first = await texts({ limit: 3 });

    expect([...new Set(ts)].sort()).toEqual(ts);
    expect(first).toMatchObject({ texts: ["4", "3", "2"], has_more: true });
    expect(await texts({ limit: 3, cursor: first.next ?? "" })).toMatchObject({ texts: ["1"], has_more: false });
    expect((await texts({ oldest: ts[1] ?? "", latest: ts[3] ?? "" })).texts).toEqual(["3"]);
    expect((await texts({ oldest: ts[1] ?? "", latest: ts[3] ?? "", inclusive: true })).texts).toEqual(["4", "3", "2"]);
  });

  it("are changed only by their author, and keep what they once showed", async () => {
    const blocks = [{ type: "section" as const, text: { type: "mrkdwn" as const, text: "*1*" } }];
    const { ts = "" } = await client.chat.postMessage({ channel: "C0SALES", text: "one", blocks });
    const theirs = slack.say({ user: ANA.id, channel: "C0SALES", text: "Hi" });
    time.pass(1_000);

    await client.chat.update({ channel: "C0SALES", ts, text: "two" });

    expect(slack.messages("C0SALES")[0]).toMatchObject({
      text: "two",
      blocks: [],
      edits: [
        { text: "one", blocks: [{ type: "section" }], at: new Date("2026-10-28T21:05:00Z") },
        { text: "two", blocks: [], at: new Date("2026-10-28T21:05:01Z") },
      ],
    });
    const update = (at: string, text = "x") => client.chat.update({ channel: "C0SALES", ts: at, text });
    await expect(update(theirs.ts)).rejects.toMatchObject(error("cant_update_message"));
    await expect(update("1.000001")).rejects.toMatchObject(error("message_not_found"));
    await expect(update(ts, "x".repeat(4_001))).rejects.toMatchObject(error("msg_too_long"));
    await client.chat.delete({ channel: "C0SALES", ts });
    await expect(update(ts)).rejects.toMatchObject(error("message_not_found"));
  });

  it("for one person stand in no history and are not updated", async () => {
    const { message_ts: ts = "" } = await client.chat.postEphemeral({ channel: "C0SALES", user: ANA.id, text: "psst" });

    expect((await client.conversations.history({ channel: "C0SALES" })).messages).toEqual([]);
    expect(slack.messages("C0SALES")).toMatchObject([{ to: ANA.id, text: "psst" }]);
    expect([slack.visibleTo(ANA.id).length, slack.visibleTo(BEN.id).length]).toEqual([1, 0]);
    await expect(client.chat.update({ channel: "C0SALES", ts, text: "x" })).rejects.toMatchObject(
      error("message_not_found"),
    );
  });

  it.each([
    ["C0NONE", "channel_not_found"],
    ["G0SECRET", "channel_not_found"],
    ["C0OLD", "is_archived"],
    ["C0OTHER", "not_in_channel"],
    [GONE.id, "channel_not_found"],
  ])("to %s are refused as %s", async (channel, code) => {
    await expect(client.chat.postMessage({ channel, text: "x" })).rejects.toMatchObject(error(code));
    expect(slack.allMessages()).toEqual([]);
  });

  it("without content, or with blocks Slack does not take, are refused", async () => {
    const post = (blocks: unknown, text = "x") =>
      client.apiCall("chat.postMessage", { channel: ANA.id, text, blocks: JSON.stringify(blocks) });
    const section = (text: string) => ({ type: "section", text: { type: "mrkdwn", text } });

    await expect(client.apiCall("chat.postMessage", { channel: ANA.id })).rejects.toMatchObject(error("no_text"));
    await expect(post([section("x".repeat(3_001))])).rejects.toMatchObject(error("invalid_blocks"));
    await expect(post([{ type: "progress" }])).rejects.toMatchObject(error("invalid_blocks"));
    await expect(post({ type: "divider" })).rejects.toMatchObject(error("invalid_blocks_format"));
    await expect(post(Array(5).fill(section("x".repeat(2_900))))).rejects.toMatchObject(error("msg_blocks_too_long"));
    const { message } = await client.chat.postMessage({ channel: ANA.id, text: "x".repeat(40_001) });
    expect(message?.text).toHaveLength(40_000);
  });

  it("cannot be opened with deactivated or unknown people", async () => {
    await expect(client.conversations.open({ users: GONE.id })).rejects.toMatchObject(error("user_disabled"));
    await expect(client.conversations.open({ users: "U0NO" })).rejects.toMatchObject(error("user_not_found"));
  });
});

describe("channels", () => {
  it("are listed, joined and asked for their members", async () => {
    const { channels } = await client.conversations.list({ exclude_archived: true });
    await client.conversations.join({ channel: "C0OTHER" });

    expect(channels?.map(({ name, is_member }) => [name, is_member])).toEqual([
      ["sales", true],
      ["other", false],
    ]);
    const { members } = await client.conversations.members({ channel: "C0OTHER" });
    expect(members).toEqual([ANA.id, BEN.id, "U0PACELINE"]);
    await expect(client.conversations.join({ channel: "C0OLD" })).rejects.toMatchObject(error("is_archived"));
    await expect(client.conversations.info({ channel: "G0SECRET" })).rejects.toMatchObject(error("channel_not_found"));
  });
});

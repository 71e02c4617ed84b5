import { isTimely, signatureOf } from "../../src/sources/justcall/webhook";
import { justcallWebhookRoute } from "../../src/web/justcall-webhook";
import { posted, webhookInbox } from "../support/harness/webhook-inbox";

const SECRET = "ea39089c40790e9dc7a080ec95e849b8fa0fa5fb";
const BASE = "https://paceline.example.com";
const URL = `${BASE}/webhooks/justcall`;
const NOW = new Date("2026-10-28T20:00:00Z");
const TIME = "2026-10-28 19:58:00";
const message = {
  request_id: "r-1",
  webhook_url: URL,
  url_id: 7,
  type: "call.completed",
  data: { id: 1001, agent_id: 5 },
};

describe("JustCall's signature", () => {
  it("is the one of the vendor's own example", () => {
    const url = "https://webhook.site/3bcea770-370a-4b09-8b66-426f687e08a4";

    expect(signatureOf({ secret: SECRET, url, type: "call.completed", time: "2024-03-21 17:08:22" })).toBe(
      "56761bae5b27a784a3ddd2af828bc5def7176bc0a8650199b04c737bd39bbecf",
    );
  });

  it.each([
    ["2026-10-28 20:10:00", true],
    ["2026-10-28 20:10:01", false],
    ["2026-10-28 19:50:00", true],
    ["2026-10-28 19:49:59", false],
    [String(NOW.getTime() / 1_000), true],
    [String(NOW.getTime()), true],
    ["2026-10-28", false],
    ["2026-13-28 20:00:00", false],
    ["now", false],
    ["", false],
  ])("of %j at 20:00 is timely: %s", (time, timely) => {
    expect(isTimely(time, NOW)).toBe(timely);
  });
});

describe("case 41: POST /webhooks/justcall", () => {
  let inbox: ReturnType<typeof webhookInbox>;
  beforeEach(() => {
    inbox = webhookInbox();
  });

  const signed = (of: Partial<{ url: string; type: string; time: string; secret: string }> = {}) => {
    const { url = URL, type = "call.completed", time = TIME, secret = SECRET } = of;
    return {
      "x-justcall-signature": signatureOf({ secret, url, type, time }),
      "x-justcall-signature-version": "v1",
      "x-justcall-request-timestamp": time,
    };
  };
  const post = (
    body: unknown = message,
    headers: Record<string, string> = signed(),
    more: { publicUrl?: () => string | undefined; secret?: string | undefined } = {},
  ) => {
    const deps = { ...inbox, secret: SECRET, publicUrl: () => BASE, now: () => NOW, ...more };
    return posted(justcallWebhookRoute(deps), { body, headers });
  };

  it("takes what is signed for our address, its type and about now", async () => {
    expect(await post()).toBe(200);
    expect(inbox.taken).toEqual([{ source: "justcall", key: "r-1", records: [{ kind: "call", id: "1001" }] }]);
  });

  it("takes of a body that was changed under a valid signature the call's id alone", async () => {
    const data = { id: 1001, agent_email: "me@evil.example", call_duration: { conversation_time: 9_999_999 } };

    await post({ ...message, data });

    expect(inbox.taken).toEqual([{ source: "justcall", key: "r-1", records: [{ kind: "call", id: "1001" }] }]);
  });

  it("takes the call's sid where its id is empty, and its id where it has both", async () => {
    await post({ ...message, data: { id: "", call_sid: "CA0000000000000000001005" } });
    await post({ ...message, request_id: "r-2", data: { id: 1001, call_sid: "CA0000000000000000001001" } });

    expect(inbox.taken.flatMap(({ records }) => records)).toEqual([
      { kind: "call-sid", id: "CA0000000000000000001005" },
      { kind: "call", id: "1001" },
    ]);
  });

  it("takes a repeated request_id once", async () => {
    expect([await post(), await post()]).toEqual([200, 200]);
    expect(inbox.taken).toHaveLength(1);
  });

  it.each([
    ["signed for another address", message, signed({ url: "https://evil.example/webhooks/justcall" })],
    ["sent to another address", { ...message, webhook_url: "https://evil.example/x" }, signed()],
    ["signed as another type", message, signed({ type: "call.missed" })],
    ["of another type than was signed", { ...message, type: "call.updated" }, signed()],
    ["signed with another secret", message, signed({ secret: "another secret" })],
    ["signed eleven minutes ago", message, signed({ time: "2026-10-28 19:49:00" })],
    ["signed in eleven minutes", message, signed({ time: "2026-10-28 20:11:00" })],
    ["of another version", message, { ...signed(), "x-justcall-signature-version": "v2" }],
    ["without a signature", message, {}],
    ["without a type", { ...message, type: undefined }, signed()],
    ["no object", "null", signed()],
  ])("answers 401 and does nothing when it is %s", async (_what, body, headers) => {
    expect(await post(body, headers)).toBe(401);
    expect(inbox.taken).toEqual([]);
    expect(JSON.stringify(inbox.logged)).not.toContain(SECRET);
  });

  it("answers 401 while our own address or the secret is not known, whatever is signed", async () => {
    const noUrl = signed({ url: "undefined/webhooks/justcall" });
    const noSecret = signed({ secret: "undefined" });

    expect(await post(message, noUrl, { publicUrl: () => undefined })).toBe(401);
    expect(await post(message, noSecret, { secret: undefined })).toBe(401);
  });

  it.each([
    ["an unknown type", "sms.received", message.data],
    ["a call that has only begun", "call.initiated", message.data],
    ["no call's id", "call.completed", { id: "" }],
    ["a sid that is a query", "call.completed", { id: "", call_sid: { $gt: "" } }],
    ["an id that is a query", "call.completed", { id: { $gt: 0 } }],
    ["an id with more than digits", "call.completed", { id: "1001_x" }],
  ])("answers 200 to %s and does nothing", async (_what, type, data) => {
    expect(await post({ ...message, type, data }, signed({ type }))).toBe(200);
    expect(inbox.taken).toEqual([]);
  });

  it("answers the question whether the address works, which nobody signs", async () => {
    expect(await post({ type: "url.validation" }, {})).toBe(200);
    expect(inbox.taken).toEqual([]);
  });

  it("answers 400 to what is no JSON and 413 to what is too long", async () => {
    expect(await post("{", signed())).toBe(400);
    expect(await post(JSON.stringify({ ...message, padding: "x".repeat(300_000) }))).toBe(413);
  });
});

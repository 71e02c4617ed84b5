import { copperWebhookRoute } from "../../src/web/copper-webhook";
import { posted, webhookInbox } from "../support/harness/webhook-inbox";

const [CURRENT, NEXT, OLD] = ["current-secret-of-copper", "the-next-secret-of-copper", "an-old-secret-of-copper"];
const message = {
  ids: [5, "6"],
  type: "activity_log",
  event: "new",
  subscription_id: 17065,
  timestamp: "2026-10-28T20:00:00Z",
};
const event = {
  source: "copper",
  key: "17065|activity_log|new|2026-10-28T20:00:00Z|5,6",
  records: [
    { kind: "activity", id: "5" },
    { kind: "activity", id: "6" },
  ],
};

describe("case 40: POST /webhooks/copper", () => {
  let inbox: ReturnType<typeof webhookInbox>;
  beforeEach(() => {
    inbox = webhookInbox();
  });

  const route = (secrets = [CURRENT, NEXT]) => copperWebhookRoute({ ...inbox, secrets });
  const post = (body: unknown, secret: string | null = CURRENT, secrets?: string[]) =>
    posted(route(secrets), { body, headers: secret === null ? {} : { "X-Paceline-Secret": secret } });

  it.each([
    ["the current", CURRENT],
    ["the next", NEXT],
  ])("takes what %s secret vouches for", async (_which, secret) => {
    expect(await post(message, secret)).toBe(200);
    expect(inbox.taken).toEqual([event]);
  });

  it.each([
    ["an old", OLD],
    ["no", null],
    ["an empty", ""],
    ["half a", CURRENT.slice(0, 10)],
    ["both as one", `${CURRENT},${NEXT}`],
  ])("answers 401 and does nothing for %s secret, and logs none", async (_which, secret) => {
    expect(await post(message, secret)).toBe(401);
    expect(inbox.taken).toEqual([]);
    for (const known of [CURRENT, NEXT, OLD]) expect(JSON.stringify(inbox.logged)).not.toContain(known);
  });

  it("answers 401 to everybody while no secret is set", async () => {
    expect(await post(message, "", [])).toBe(401);
    expect(await post(message, null, [])).toBe(401);
    expect(inbox.taken).toEqual([]);
  });

  it("takes the same message once", async () => {
    expect([await post(message), await post(message)]).toEqual([200, 200]);
    expect(inbox.taken).toHaveLength(1);
  });

  it("takes a message without a time each time: it may tell of another change", async () => {
    const { timestamp, ...timeless } = message;

    await post(timeless);
    await post(timeless);

    expect(inbox.taken.map(({ key }) => key)).toEqual([null, null]);
    expect(timestamp).toBeDefined();
  });

  it.each([
    ["31 ids", { ...message, ids: Array.from({ length: 31 }, (_, id) => id + 1) }],
    ["no ids", { ...message, ids: [] }],
    ["an id that is a query", { ...message, ids: [{ $ne: null }] }],
    ["an id with more than digits", { ...message, ids: ["5_phone_call_quantity"] }],
    ["an id of other scripts' digits", { ...message, ids: ["５"] }],
    ["a very long id", { ...message, ids: ["9".repeat(400)] }],
    ["an unknown type", { ...message, type: "task" }],
    ["a type that is a query", { ...message, type: { $gt: "" } }],
    ["no object", [message]],
    ["null", "null"],
  ])("answers 200 to %s and does nothing: sending it again would change nothing", async (_what, body) => {
    expect(await post(body)).toBe(200);
    expect(inbox.taken).toEqual([]);
  });

  it("answers 400 to what is no JSON and 413 to 5 MB, and to neither more than 401 under a wrong secret", async () => {
    const long = JSON.stringify({ ...message, padding: "x".repeat(5_000_000) });

    expect([await post('{"ids":'), await post(long)]).toEqual([400, 413]);
    expect([await post('{"ids":', OLD), await post(long, OLD)]).toEqual([401, 401]);
    expect(inbox.taken).toEqual([]);
  });

  it("never takes more from a body than ids: values that it claims are dropped", async () => {
    await post({ ...message, updated_attributes: { stage: ["A", "B"] }, __proto__: { polluted: true }, source: "x" });

    expect(inbox.taken).toEqual([event]);
  });
});

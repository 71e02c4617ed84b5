import type { JustCallCall } from "../../../src/demo/justcall/account";
import { REPS } from "../../../src/demo/sample/team";
import { signatureOf } from "../../../src/sources/justcall/webhook";
import { day } from "../../../src/time/day";
import { testDatabase } from "../../support/env/database";
import { JUSTCALL_KEY, WEBHOOK_SECRET } from "../../support/harness/vendors";
import { webhookHarness } from "../../support/harness/webhooks";

/** Both endpoints over HTTP, the real inbox behind them, and the vendors' stand-ins that records are read again from. */
describe("a message to a webhook's endpoint", () => {
  const test = testDatabase();
  let harness: Awaited<ReturnType<typeof webhookHarness>>;

  beforeEach(async () => {
    harness = await webhookHarness(test.db);
    // The month was read and had no records, so that all that is stored came by the message.
    const [from, asOfDay] = [day("2026-09-01"), day("2026-10-28")];
    for (const source of ["copper", "justcall"] as const) {
      await harness.parts.states.record(source, { kind: "complete", asOf: harness.clock.now, asOfDay, from });
    }
    for (const { subscriptions } of [harness.copper.account, harness.justcall.account]) {
      for (const { id } of subscriptions.all()) subscriptions.remove(id);
    }
    harness.copper.resetRequests();
    harness.justcall.resetRequests();
  });
  afterEach(() => harness.close());

  const post = async (path: string, { body, headers }: { body: object; headers: Record<string, string> }) => {
    const { status } = await fetch(`${harness.url}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    return status;
  };
  const inbox = () => test.db.collection("inbox").find().toArray();
  const facts = () => test.db.collection("facts").find().sort({ _id: 1 }).toArray();
  const asked = () => [...harness.copper.requests, ...harness.justcall.requests].map(({ path }) => path);

  describe("case 40: from Copper", () => {
    const message = (ids: readonly number[]) => ({
      body: { ids, type: "activity_log", event: "new", subscription_id: 1, timestamp: "2026-10-28T20:00:00Z" },
      headers: { "X-Paceline-Secret": WEBHOOK_SECRET },
    });
    const activities = () => harness.copper.account.activities.all().map(({ id }) => id);

    it("names 30 records at most, all of which are read again", async () => {
      const ids = activities().slice(-30);

      expect(await post("/webhooks/copper", message(ids))).toBe(200);
      await harness.settled();

      expect(await inbox()).toEqual([expect.objectContaining({ state: "done", records: expect.any(Object) })]);
      expect((await inbox())[0]?.records).toHaveLength(30);
      expect((await facts()).length).toBeGreaterThan(0);
    });

    it("does nothing with 31 ids: Copper is asked for none of them", async () => {
      expect(await post("/webhooks/copper", message(activities().slice(-31)))).toBe(200);
      await harness.settled();

      expect([await inbox(), await facts(), asked()]).toEqual([[], [], []]);
    });

    it("is processed once when it comes twice, at once or later", async () => {
      const [id = 0] = activities().slice(-1);

      await Promise.all([1, 2, 3].map(() => post("/webhooks/copper", message([id]))));
      await harness.settled();
      const once = asked();
      await post("/webhooks/copper", message([id]));
      await harness.settled();

      expect(await inbox()).toEqual([expect.objectContaining({ state: "done" })]);
      expect(once.filter((path) => path === `/activities/${id}`)).toHaveLength(1);
      expect(asked()).toEqual(once);
    });

    it.each([
      ["a wrong secret", { "X-Paceline-Secret": "another-secret-altogether" }],
      ["none", {}],
    ])("asks Copper for nothing under %s", async (_which, headers) => {
      expect(await post("/webhooks/copper", { ...message(activities().slice(-1)), headers })).toBe(401);
      await harness.settled();

      expect([await inbox(), await facts(), asked()]).toEqual([[], [], []]);
    });
  });

  describe("case 41: from JustCall", () => {
    const TIME = "2026-10-28 21:00:00";
    const signed = (time = TIME) => {
      const url = `${harness.url}/webhooks/justcall`;
      const signature = signatureOf({ secret: JUSTCALL_KEY.secret, url, type: "call.completed", time });
      return {
        "x-justcall-signature": signature,
        "x-justcall-signature-version": "v1",
        "x-justcall-request-timestamp": time,
      };
    };
    const message = (data: object, request = "r-1") => {
      const webhook_url = `${harness.url}/webhooks/justcall`;
      return { body: { request_id: request, webhook_url, url_id: 1, type: "call.completed", data }, headers: signed() };
    };
    const aCall = (): JustCallCall => {
      const like = harness.justcall.account.calls.all().find(({ talkSeconds }) => talkSeconds > 0);
      if (like === undefined) throw new Error("The sample has calls");
      return like;
    };

    it("stores what JustCall has of the call, whatever a body says that was changed under a valid signature", async () => {
      const { id, talkSeconds } = aCall();
      const lie = { id, agent_id: 1, agent_email: "eve@evil.example", call_duration: { conversation_time: 9_999_999 } };

      expect(await post("/webhooks/justcall", message(lie))).toBe(200);
      await harness.settled();

      const stored = await facts();
      expect(stored.map(({ type, amount }) => [type, amount])).toEqual([
        ["phone_call_quantity", 1],
        ["talk_time_minutes", talkSeconds],
      ]);
      expect(JSON.stringify(stored)).not.toContain("evil");
    });

    it("stores nothing of a call that JustCall does not have", async () => {
      expect(await post("/webhooks/justcall", message({ id: 999_999_999, agent_id: REPS.ana.justcall }))).toBe(200);
      await harness.settled();

      expect(await facts()).toEqual([]);
    });

    it("reads the call once for a request_id that comes again, also with another call in it", async () => {
      const { id } = aCall();

      for (const data of [{ id }, { id }, { id: 999_999_999 }]) await post("/webhooks/justcall", message(data));
      await harness.settled();

      expect(await inbox()).toEqual([expect.objectContaining({ state: "done" })]);
      expect(asked().filter((path) => path.startsWith("/calls/"))).toEqual([`/calls/${id}`]);
    });

    it.each([
      ["is signed for another address", () => ({ webhook_url: "https://evil.example/webhooks/justcall" }), TIME],
      ["was signed an hour ago", () => ({}), "2026-10-28 20:00:00"],
    ])("asks JustCall for nothing when it %s", async (_what, changed, time) => {
      const { body } = message({ id: aCall().id });

      const status = await post("/webhooks/justcall", { body: { ...body, ...changed() }, headers: signed(time) });
      await harness.settled();

      expect(status).toBe(401);
      expect([await inbox(), await facts(), asked()]).toEqual([[], [], []]);
    });
  });
});

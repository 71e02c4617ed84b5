import type { WebhookEvent } from "../../../src/sources/webhook-event";
import { inboxStore } from "../../../src/sync/webhooks/inbox-store";
import { testDatabase } from "../../support/env/database";

const anEvent = (key: string | null, id = "1"): WebhookEvent => ({
  source: "justcall",
  key,
  records: [{ kind: "call", id }],
});

describe("the inbox", () => {
  const test = testDatabase();

  it("keeps a message once, however often and from wherever it comes", async () => {
    const inbox = inboxStore(test.db);

    const added = await Promise.all(Array.from({ length: 8 }, () => inbox.add(anEvent("r-1"))));

    expect(added.filter((isNew) => isNew)).toHaveLength(1);
    expect(await inbox.due(10)).toHaveLength(1);
  });

  it("remembers a message after it was processed", async () => {
    const inbox = inboxStore(test.db);
    await inbox.add(anEvent("r-1"));
    await inbox.done((await inbox.due(10)).map(({ _id }) => _id));

    expect([await inbox.add(anEvent("r-1")), await inbox.due(10)]).toEqual([false, []]);
  });

  it("keeps each message that nothing tells from another", async () => {
    const inbox = inboxStore(test.db);

    expect([await inbox.add(anEvent(null)), await inbox.add(anEvent(null))]).toEqual([true, true]);
  });

  it("takes a key of any text and length for a text", async () => {
    const inbox = inboxStore(test.db);

    expect(await inbox.add(anEvent(`$where${"x".repeat(5_000)}\u0000`))).toBe(true);
    expect(await inbox.due(10)).toEqual([expect.objectContaining({ state: "waiting", attempts: 0 })]);
  });

  it("gives what was never tried before what failed, which is due again only later, and gives up at last", async () => {
    const inbox = inboxStore(test.db);
    await inbox.add(anEvent("failed"));
    const first = await inbox.due(10);
    await inbox.failed(first, { giveUpAt: 3, afterMs: 60_000 });
    await inbox.add(anEvent("fresh"));
    const soon = await inbox.due(10);
    await test.db.collection("inbox").updateMany({}, [{ $set: { nextAt: "$$NOW" } }]);
    const both = await inbox.due(10);
    await inbox.failed(first, { giveUpAt: 3, afterMs: 0 });
    await inbox.failed(first, { giveUpAt: 3, afterMs: 0 });

    expect(soon.map(({ attempts }) => attempts)).toEqual([0]);
    expect(both.map(({ attempts }) => attempts)).toEqual([0, 1]);
    expect(await test.db.collection("inbox").findOne({ _id: first[0]?._id as never })).toMatchObject({
      state: "given-up",
    });
    expect(await inbox.due(10)).toHaveLength(1);
  });

  it("is swept a week after a message came", async () => {
    await inboxStore(test.db).add(anEvent("r-1"));

    const indexes = await test.db.collection("inbox").indexes();

    expect(indexes).toContainEqual(expect.objectContaining({ key: { receivedAt: 1 }, expireAfterSeconds: 604_800 }));
    expect(await test.db.collection("inbox").findOne({})).toMatchObject({ receivedAt: expect.any(Date) });
  });
});

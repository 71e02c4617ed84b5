import type { WebhookEvent } from "../../../src/sources/webhook-event";
import { inboxStore } from "../../../src/sync/webhooks/inbox-store";
import { testDatabase } from "../../support/env/database";
import { monitoredDatabase } from "../../support/env/monitored-database";

const anEvent = (key: string | null, id = "1"): WebhookEvent => ({
  source: "justcall",
  key,
  records: [{ kind: "call", id }],
});

describe("the inbox", () => {
  const test = testDatabase();
  const monitored = monitoredDatabase(test);

  it("keeps a message once, however often and from wherever it comes", async () => {
    const inbox = inboxStore(test.db);

    const added = await Promise.all(Array.from({ length: 8 }, () => inbox.add(anEvent("r-1"))));

    expect(added.filter((isNew) => isNew)).toHaveLength(1);
    expect(await inbox.due(10)).toHaveLength(1);
  });

  it("keeps three hundred messages of one moment by three writes, and says of each whether it is new", async () => {
    const inbox = inboxStore(monitored.db());
    const keys = Array.from({ length: 300 }, (_, index) => `r-${index % 250}`);

    const added = await Promise.all(keys.map((key) => inbox.add(anEvent(key))));

    expect(added).toEqual(keys.map((_, index) => index < 250));
    expect(monitored.commands).toEqual(["update", "update", "update"]);
    expect(await inbox.waiting()).toBe(250);
  });

  it("keeps each message of a moment but the one that the database refuses", async () => {
    const inbox = inboxStore(test.db);
    await test.db.command({ collMod: "inbox", validator: { "records.id": { $ne: "refused" } } });

    const added = await Promise.allSettled(["1", "refused", "3"].map((id) => inbox.add(anEvent(id, id))));

    const isNew = { status: "fulfilled", value: true };
    expect(added).toEqual([isNew, { status: "rejected", reason: expect.any(Error) }, isNew]);
    expect((await inbox.due(10)).flatMap(({ records }) => records.map(({ id }) => id))).toEqual(["1", "3"]);
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

import { SAMPLE_NOW } from "../../../src/demo/sample/dates";
import { REPS } from "../../../src/demo/sample/team";
import type { RecordRef } from "../../../src/sources/webhook-event";
import { testDatabase } from "../../support/env/database";
import { webhookHarness } from "../../support/harness/webhooks";

const FROM = "2026-09-29";
const TO = "2026-10-28";
const userId = REPS.ana.slack;
const agentId = REPS.ana.justcall;
const INSTEAD = "so many webhooks came that their days are synced instead";

describe("webhooks, when they name more records than are worth a request each,", () => {
  const test = testDatabase();
  let harness: Awaited<ReturnType<typeof webhookHarness>>;
  beforeEach(async () => {
    harness = await webhookHarness(test.db);
    const first = await harness.syncAndSettle(FROM, TO);
    expect(first.results.errors).toEqual([]);
    for (const { subscriptions } of [harness.copper.account, harness.justcall.account]) {
      for (const { id } of subscriptions.all()) subscriptions.remove(id);
    }
  });
  afterEach(() => harness.close());

  /** Brings events of up to 30 records, as Copper sends them, and waits until all is settled. */
  const come = async (ids: readonly (number | string)[]) => {
    const records = ids.map((id): RecordRef => ({ kind: "call", id: String(id) }));
    for (let at = 0; at < records.length; at += 30) {
      await harness.inbox.add({ source: "justcall", key: null, records: records.slice(at, at + 30) });
    }
    harness.worker.wake();
    await harness.settled();
  };
  const total = () => harness.total({ userId, type: "phone_call_quantity", source: "justcall" });
  const runs = () => test.db.collection("sync_runs").countDocuments();
  const said = () => harness.logged.filter(({ message }) => message === INSTEAD).map(({ fields }) => fields);
  const states = () => test.db.collection("inbox").distinct("state");
  const single = () => harness.justcall.requests.filter(({ path }) => /^\/calls\/\d+$/.test(path)).length;

  it("become one sync of their days, which is said, and no record is asked for by its id", async () => {
    const before = await total();
    const ids = Array.from({ length: 240 }, (_, index) => 990_000 + index);
    const startedAt = (index: number) => new Date(Date.parse("2026-10-28T07:00:00Z") + index * 150_000);
    for (const [index, id] of ids.entries())
      harness.justcall.account.calls.add(harness.callOfSample(id, { agentId, startedAt: startedAt(index) }));

    await come(ids);

    expect([await total(), await runs(), single()]).toEqual([before + 240, 2, 0]);
    expect(said()).toEqual([{ hints: 8, records: 240, days: [TO] }]);
    expect(await states()).toEqual(["done"]);
  });

  it("read the days again that their records lie in as far as they are known", async () => {
    const before = await total();
    const own = harness.justcall.account.calls
      .all()
      .filter((call) => call.agentId === agentId && call.type === "Answered");
    const known = own.slice(0, 3);
    for (const { id } of known) harness.justcall.account.calls.remove(id);

    await come([...known.map(({ id }) => id), ...Array.from({ length: 120 }, (_, index) => 700_000 + index)]);

    expect([await total(), await runs()]).toEqual([before - 3, 2]);
    expect(single()).toBeLessThanOrEqual(3);
  });

  it("that were deleted at once, are listed with their days and not asked for one after the other", async () => {
    // Of every day one, since so many of one day would be an admin's to approve.
    const read = harness.justcall.account.calls.all().filter(({ startedAt }) => startedAt < SAMPLE_NOW);
    const gone = read.filter((_call, index) => index % 8 === 0);
    for (const { id } of gone) harness.justcall.account.calls.remove(id);

    await come(gone.map(({ id }) => id));

    const ids = gone.map(({ id }) => String(id));
    expect(await test.db.collection("facts").countDocuments({ recordId: { $in: ids }, gone: { $ne: true } })).toBe(0);
    expect([await runs(), said().length, await states()]).toEqual([2, 1, ["done"]]);
  });
});

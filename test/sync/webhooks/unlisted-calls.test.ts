import { REPS } from "../../../src/demo/sample/team";
import type { RecordRef } from "../../../src/sources/webhook-event";
import { testDatabase } from "../../support/env/database";
import { webhookHarness } from "../../support/harness/webhooks";
import { eventually } from "../../support/wait";

const FROM = "2026-09-29";
const TODAY = "2026-10-28";
const userId = REPS.ana.slack;
const agentId = REPS.ana.justcall;

describe("webhooks of calls that are named by a sid which is not among the newest", () => {
  const test = testDatabase();
  let harness: Awaited<ReturnType<typeof webhookHarness>>;
  beforeEach(async () => {
    harness = await webhookHarness(test.db);
    await harness.syncAndSettle(FROM, TODAY);
    for (const { id } of harness.justcall.account.subscriptions.all())
      harness.justcall.account.subscriptions.remove(id);
  });
  afterEach(() => harness.close());

  const come = async (...records: readonly RecordRef[]) => {
    for (const record of records) await harness.inbox.add({ source: "justcall", key: null, records: [record] });
    harness.worker.wake();
    await harness.settled();
  };
  const unknown = (index: number): RecordRef => ({ kind: "call-sid", id: `SD${String(index).padStart(32, "0")}` });
  const total = () => harness.total({ userId, type: "phone_call_quantity", source: "justcall" });
  const runs = () => test.db.collection("sync_runs").countDocuments();
  const paths = () => harness.justcall.requests.map(({ path }) => path);

  it("have one sync look for them in ten minutes, and hold no other call of the day back", async () => {
    const before = await total();
    await come(unknown(0));
    expect([await runs(), await harness.parts.dirtyDays.all()]).toEqual([2, []]);
    harness.copper.resetRequests();
    harness.justcall.resetRequests();

    for (let index = 1; index <= 20; index += 1) {
      harness.justcall.account.calls.add(harness.callOfSample(990_000 + index, { agentId }));
      await come(unknown(index), { kind: "call", id: String(990_000 + index) });
      expect(await total()).toBe(before + index);
    }

    expect([await runs(), await test.db.collection("inbox").distinct("state")]).toEqual([2, ["done"]]);
    // Of each two events, a page of the newest and the call that is named by its id.
    expect([paths().length, paths().filter((path) => path === "/calls").length]).toEqual([40, 20]);
    expect(harness.copper.requests).toEqual([]);
  });

  it("are looked for in today's calls alone: Copper is not asked, nor are days before", async () => {
    harness.copper.resetRequests();
    harness.justcall.resetRequests();
    await come(unknown(0));

    const run = await test.db.collection("sync_runs").findOne({ userId: "schedule" });
    expect(run).toMatchObject({ dateRange: { start: "2026-10-28T07:00:00.000Z" }, sources: ["justcall"] });
    expect(harness.copper.requests).toEqual([]);
    expect(paths().filter((path) => path === "/calls").length).toBeGreaterThan(1);
  });

  it("have one sync more look for all that came within the ten minutes, once these are over", async () => {
    await come(unknown(0));
    for (let index = 1; index <= 3; index += 1) await come(unknown(index));
    const asked = harness.later.splice(0);
    const within = await runs();

    for (const { run } of asked) run();

    expect([within, asked.map(({ ms }) => ms)]).toEqual([2, [600_000]]);
    await eventually(async () => (await runs()) === 3);
    await harness.queue.idle();
    await come(unknown(4));
    expect([await runs(), harness.later.length]).toEqual([3, 1]);
  });

  it("have a sync look for one although another's sid is listed twice, as the legs of a transfer are", async () => {
    harness.justcall.faults.push({
      match: ({ path }) => path === "/calls",
      effect: { kind: "rewrite", body: (body) => withSid(body, "CATRANSFERRED") },
    });

    await come({ kind: "call-sid", id: "CATRANSFERRED" }, unknown(1));

    expect(await runs()).toBe(2);
  });
});

/** A page whose first two calls have the same sid. */
function withSid(body: unknown, sid: string): object {
  const { data, ...rest } = Object(body);
  return { ...rest, data: data.map((call: object, index: number) => (index < 2 ? { ...call, call_sid: sid } : call)) };
}

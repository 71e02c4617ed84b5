import { REPS } from "../../../src/demo/sample/team";
import { testDatabase } from "../../support/env/database";
import { webhookHarness } from "../../support/harness/webhooks";
import { eventually } from "../../support/wait";

const FROM = "2026-09-29";
const TO = "2026-10-28";
const userId = REPS.ana.slack;
const agentId = REPS.ana.justcall;

describe("a webhook, when many come or something comes between,", () => {
  const test = testDatabase();
  let harness: Awaited<ReturnType<typeof webhookHarness>>;

  beforeEach(async () => {
    harness = await webhookHarness(test.db);
    const first = await harness.syncAndSettle(FROM, TO);
    expect(first.results.errors).toEqual([]);
  });
  afterEach(() => harness.close());

  it("costs few requests and one reckoning when ninety come at once", async () => {
    const before = await harness.total({ userId, type: "phone_call_quantity" });
    harness.naps.atMostMs = 2_000;
    // With what arrives meanwhile, all are among the newest hundred.
    const calls = Array.from({ length: 90 }, (_, index) =>
      harness.callOfSample(991_000 + index, {
        agentId,
        startedAt: new Date(Date.parse("2026-10-28T06:00:00Z") + index * 300_000),
      }),
    );

    for (const call of calls) harness.justcall.account.calls.add(call);
    await harness.settled();

    expect(await harness.total({ userId, type: "phone_call_quantity" })).toBe(before + calls.length);
    expect(harness.justcall.requests.length).toBeLessThanOrEqual(5);
    // How many depends on how fast they come in: far from one each.
    expect(harness.changed.length).toBeLessThanOrEqual(9);
  });

  it("that a run is under way for waits until it has ended, so that neither undoes the other", async () => {
    let reading = false;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const hold = () => {
      reading = true;
      return held;
    };
    harness.justcall.faults.push({ match: ({ path }) => path === "/users", effect: { kind: "before", run: hold } });

    const run = harness.sync(FROM, TO);
    await eventually(() => reading);
    harness.justcall.account.calls.add(harness.callOfSample(990_006, { agentId }));
    await harness.justcall.webhooks.idle();
    await eventually(() => harness.refused.leases >= 3);
    const meanwhile = harness.justcall.requests.filter(({ path }) => path === "/calls/990006").length;
    release();
    await run;
    await harness.settled();

    expect(meanwhile).toBe(0);
    expect(harness.justcall.requests.filter(({ path }) => path === "/calls/990006")).toHaveLength(1);
    expect(await test.db.collection("facts").findOne({ recordId: "990006" })).toMatchObject({ counts: true });
  });

  it("whose source is out of order stays in the inbox, and is read when that is over", async () => {
    harness.justcall.faults.push({
      match: ({ path }) => path === "/calls/990007",
      times: 1,
      effect: { kind: "status", status: 401 },
    });
    harness.justcall.account.calls.add(harness.callOfSample(990_007, { agentId }));
    await harness.settled();
    const waiting = await test.db.collection("inbox").findOne({});

    await test.db.collection("inbox").updateMany({}, [{ $set: { nextAt: "$$NOW" } }]);
    harness.worker.wake();
    await harness.settled();

    expect(waiting).toMatchObject({ state: "waiting", attempts: 1 });
    expect(await test.db.collection("inbox").findOne({})).toMatchObject({ state: "done" });
    expect(await test.db.collection("facts").findOne({ recordId: "990007" })).toMatchObject({ counts: true });
  });

  it("is processed by the next process when the first one died after its facts were written", async () => {
    const before = await harness.total({ userId, type: "phone_call_quantity" });
    const call = harness.callOfSample(990_008, { agentId });
    harness.justcall.account.calls.add(call);
    await harness.settled();
    const cells = { userId, type: "phone_call_quantity", day: "2026-10-28", source: "justcall" };
    await test.db.collection("metrics").updateOne(cells, { $inc: { value: -1, "metadata.records": -1 } });
    await test.db.collection("inbox").updateMany({}, { $set: { state: "waiting" } });

    harness.worker.wake();
    await harness.settled();

    expect(await harness.total({ userId, type: "phone_call_quantity" })).toBe(before + 1);
  });

  it("that is being read when the process stops is left to the next, and is not counted as failed", async () => {
    harness.justcall.faults.push({ match: ({ path }) => path === "/calls/990009", effect: { kind: "hang" } });
    harness.justcall.account.calls.add(harness.callOfSample(990_009, { agentId }));
    await eventually(() => harness.justcall.requests.some(({ path }) => path === "/calls/990009") || null);

    await harness.worker.stop();

    expect(await test.db.collection("inbox").findOne({})).toMatchObject({ state: "waiting", attempts: 0 });
    expect(await test.db.collection("facts").findOne({ recordId: "990009" })).toBeNull();
  });
});

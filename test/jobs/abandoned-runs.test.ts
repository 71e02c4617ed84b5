import { abandonedRuns } from "../../src/jobs/abandoned-runs";
import { acquireLease, readLease } from "../../src/sync/lease";
import { runStore } from "../../src/sync/run/run-store";
import { testDatabase } from "../support/env/database";
import { memoryLog } from "../support/fakes/memory-log";

const NOW = new Date("2026-10-28T19:00:00Z");
const RUN = { _id: "run", userId: "UANA", trigger: "slack", startedAt: NOW } as const;

describe("a sync whose process died", () => {
  const test = testDatabase();
  const lease = (priority?: "background") => acquireLease(test.db, { name: "sync", owner: "test", priority });
  const log = memoryLog();
  let leaseIsOver: () => void = () => {};
  const { run, idle } = abandonedRuns({
    runs: { running: () => runStore(test.db).running(), failAbandoned: (at) => runStore(test.db).failAbandoned(at) },
    syncing: async () => (await readLease(test.db, "sync")).held,
    acquireLease: () => lease("background"),
    sleep: () =>
      new Promise((over) => {
        leaseIsOver = over;
      }),
    now: () => NOW,
    log,
  });
  const look = () => run(new AbortController().signal);
  const recorded = () => test.db.collection("sync_runs").find().toArray();
  beforeEach(async () => {
    const dateRange = { start: "2026-10-28T07:00:00.000Z", end: "2026-10-29T07:00:00.000Z" };
    await runStore(test.db).begin({ ...RUN, dateRange });
  });

  it("is recorded as failed by the next tick of any process, once", async () => {
    await look();
    await look();

    expect(await recorded()).toMatchObject([{ status: "failed", reason: "Paceline stopped before it finished" }]);
    expect(log.at("warn")).toHaveLength(1);
    expect(await readLease(test.db, "sync")).toMatchObject({ held: false });
  });

  it("is left alone while somebody holds the lease: it runs", async () => {
    const held = await lease();
    await look();

    expect(await recorded()).toMatchObject([{ status: "running" }]);
    leaseIsOver();
    await idle?.();
    expect(await recorded()).toMatchObject([{ status: "running" }]);
    await held?.release();
  });

  it("is recorded in the same minute when the lease it left runs out, and not by the minute after", async () => {
    const held = await lease();
    await look();
    await look();

    await held?.release();
    leaseIsOver();
    await idle?.();

    expect(await recorded()).toMatchObject([{ status: "failed" }]);
  });

  it("is not looked for while none claims to be running", async () => {
    await runStore(test.db).failAbandoned(NOW);
    const { token } = await readLease(test.db, "sync");
    await look();

    expect(await readLease(test.db, "sync")).toEqual({ held: false, token });
  });
});

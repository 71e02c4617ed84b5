import { jobStore } from "../../src/jobs/job-store";
import { nightlySync } from "../../src/jobs/nightly-sync";
import type { SyncReport } from "../../src/sync/report";
import type { SyncRequest } from "../../src/sync/request";
import type { Freshness } from "../../src/sync/state/freshness";
import { day } from "../../src/time/day";
import { localTime } from "../../src/time/time-of-day";
import { aReport } from "../support/builders/reports";
import { days } from "../support/builders/team-zone";
import { testDatabase } from "../support/env/database";
import { memoryLog } from "../support/fakes/memory-log";

describe("the nightly sync", () => {
  const test = testDatabase();
  const { signal } = new AbortController();
  let read: readonly Freshness[] = [];
  beforeEach(() => {
    read = (["copper", "justcall"] as const).map((source) => ({ source, asOf: null, state: "never" }));
  });
  const replica = (sync: (ask: SyncRequest) => Promise<SyncReport>, now = "2026-10-28T09:30:00Z") =>
    nightlySync({
      freshness: async () => read,
      time: localTime("02:30"),
      requestSync: sync,
      store: jobStore(test.db),
      days,
      now: () => new Date(now),
      log: memoryLog(),
    });
  const tenMinutesLater = () =>
    test.db.collection("jobs").updateMany({}, [{ $set: { until: { $subtract: ["$until", 600_000] } } }]);
  const run = async (job: ReturnType<typeof nightlySync>) => {
    await job.run(signal);
    await job.idle?.();
  };

  it("runs once a night for everybody, whatever processes there are, the first time over 30 days", async () => {
    const asked: SyncRequest[] = [];
    const sync = async (ask: SyncRequest) => {
      asked.push(ask);
      return aReport();
    };
    const replicas = [replica(sync), replica(sync), replica(sync)];

    await Promise.all(replicas.map(run));
    await tenMinutesLater();
    await Promise.all(replicas.map(run));

    expect(asked).toEqual([
      { range: { from: "2026-09-29", to: "2026-10-28" }, userId: "schedule", trigger: "schedule" },
    ]);
  });

  it("reads three days on a night after a week's deep one", async () => {
    const asked: SyncRequest[] = [];
    const sync = async (ask: SyncRequest) => {
      asked.push(ask);
      return aReport();
    };
    const [asOf, from, deepOn] = [new Date("2026-10-27T20:00:00Z"), day("2026-09-20"), day("2026-10-25")];
    read = read.map(({ source }) => ({ source, asOf, from, deepOn, state: "fresh" }));

    await run(replica(sync));

    expect(asked.map(({ range }) => range)).toEqual([{ from: "2026-10-26", to: "2026-10-28" }]);
  });

  it("runs again the next night", async () => {
    let runs = 0;
    const sync = async () => {
      runs += 1;
      return aReport();
    };

    await run(replica(sync));
    await run(replica(sync, "2026-10-29T09:30:00Z"));

    expect(runs).toBe(2);
  });

  it("lets the tick go on while it runs, and is waited for at the end", async () => {
    let finish = (_: SyncReport) => {};
    const job = replica(() => new Promise<SyncReport>((resolve) => (finish = resolve)));

    await job.run(signal);
    const store = jobStore(test.db);
    await tenMinutesLater();
    const ended = job.idle?.();
    finish(aReport());
    await ended;

    expect(await store.begin("nightly-sync", days.dayOf(new Date("2026-10-28T09:30:00Z")))).toBe(false);
  });

  it("is tried again ten minutes after it broke or its process died, three times in all", async () => {
    let runs = 0;
    const sync = async () => {
      runs += 1;
      throw new Error("the database went away");
    };

    await run(replica(sync));
    await run(replica(sync));
    const atOnce = runs;
    for (let round = 0; round < 4; round += 1) {
      await tenMinutesLater();
      await run(replica(sync));
    }

    expect([atOnce, runs]).toEqual([1, 3]);
  });
});

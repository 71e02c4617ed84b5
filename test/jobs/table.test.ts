import { conditionStore } from "../../src/jobs/condition-store";
import { jobStore } from "../../src/jobs/job-store";
import { jobsTable } from "../../src/jobs/table";
import { runStore } from "../../src/sync/run/run-store";
import { days } from "../support/builders/team-zone";
import { testDatabase } from "../support/env/database";
import { memoryLog } from "../support/fakes/memory-log";

describe("the jobs of a minute", () => {
  const test = testDatabase();

  it("run in an order in which the checklist of the first days delays no alert and no digest", () => {
    const { db } = test;
    const notCalled = () => Promise.reject(new Error("Only the order is asked for"));
    const job = { run: notCalled };
    const shared = { freshness: notCalled, store: jobStore(db), days, now: () => new Date(), log: memoryLog() };

    const table = jobsTable({
      first: { wanted: false, syncing: notCalled, sync: notCalled, ...shared },
      nightly: { time: null, requestSync: notCalled, ...shared },
      retries: { requestSync: notCalled, ...shared },
      abandoned: { runs: runStore(db), syncing: notCalled, acquireLease: notCalled, sleep: notCalled, ...shared },
      ...{ abandonedMessages: job, sourceAlerts: job, firstDays: job, deliveries: { ...job, idle: notCalled } },
      watched: {
        ...{ expiring: notCalled, recentTicks: notCalled, freeDiskBytes: notCalled, conditions: conditionStore(db) },
        ...{
          isSigningSecretWrong: notCalled,
          noteSigningSecret: notCalled,
          alert: notCalled,
          wasSent: notCalled,
          now: shared.now,
        },
      },
    });

    expect(table.map(({ name }) => name).slice(-4)).toEqual(["source-alerts", "watch", "digests", "first-days"]);
  });
});

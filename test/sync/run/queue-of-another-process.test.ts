import { acquireLease } from "../../../src/sync/lease";
import type { Progress } from "../../../src/sync/report";
import type { SyncRequest } from "../../../src/sync/request";
import { runStore } from "../../../src/sync/run/run-store";
import { type DayRange, day } from "../../../src/time/day";
import { aReport } from "../../support/builders/reports";
import { days } from "../../support/builders/team-zone";
import { testDatabase } from "../../support/env/database";
import { syncQueues } from "../../support/harness/sync-queues";
import { eventually } from "../../support/wait";

const october: DayRange = { from: day("2025-10-01"), to: day("2025-10-10") };
const week: DayRange = { from: day("2025-10-04"), to: day("2025-10-10") };
const ask = (range: DayRange, userId = "api"): SyncRequest => ({ range, userId, trigger: "api" });

describe("asking for a sync while another process runs one", () => {
  const test = testDatabase();
  const queues = syncQueues(test);
  const { opened, begun, letAnswer, runs, statuses } = queues;
  /** A run of October, as it stands in the database. */
  const ofOctober = () => {
    const { since, until } = days.instantsOf(october);
    const dateRange = { start: since.toISOString(), end: until.toISOString() };
    return { userId: "api", trigger: "api", dateRange, startedAt: new Date("2025-10-10T15:00:00Z") } as const;
  };

  it("joins it if its days contain its own, and shows its progress as it goes", async () => {
    const [a, b] = [queues.of("a"), queues.of("b")];
    const first = a.request(ask(october, "U01"));
    await begun(1);
    const shown: Progress[] = [];
    const second = b.request(ask(week, "U02"), (progress) => shown.push(progress));
    await eventually(() => shown.some(({ copper, justcall }) => copper === "running" && justcall === "off"));
    const seen = shown.length;
    await b.looksInVain();
    const unchanged = shown.length;

    await letAnswer();

    expect(await second).toEqual(await first);
    expect(unchanged).toBe(seen);
    expect(shown[seen - 1]).toEqual({ copper: "running", justcall: "off", fishbowl: "off", goals: "waiting" });
    expect(await statuses()).toEqual(["run-a-0 done"]);
    expect((await runs())[0]).not.toHaveProperty("progress");
  });

  it("joins it although it ends between the looks at its report and at its lease", async () => {
    let tries = 0;
    const a = queues.of("a");
    const first = a.request(ask(october, "U01"));
    await begun(1);
    const b = queues.of("b", async () => {
      tries += 1;
      if (tries !== 2) return;
      await letAnswer();
      await first;
    });

    const second = b.request(ask(week, "U02"));

    expect(await second).toEqual(await first);
    expect(tries).toBe(2);
    expect(await statuses()).toEqual(["run-a-0 done"]);
    expect(await queues.isLeased()).toBe(false);
  });

  it("follows it otherwise, never beside it", async () => {
    const [a, b] = [queues.of("a"), queues.of("b")];
    const first = a.request(ask(week));
    await begun(1);
    const second = b.request(ask(october));
    await b.looksInVain();
    expect(opened).toEqual(["2025-10-04"]);

    await letAnswer();
    await first;
    await letAnswer();

    expect(await second).toMatchObject({ success: true });
    expect(await statuses()).toEqual(["run-a-0 done", "run-b-1 done"]);
  });

  it("begins once that one is dead and its lease ran out, and notes that it died", async () => {
    await acquireLease(test.db, { name: "sync", owner: "dead" });
    await runStore(test.db).begin({ _id: "dead", ...ofOctober() });
    const b = queues.of("b");
    const report = b.request(ask(week));
    await b.looksInVain();
    expect(opened).toEqual([]);

    await queues.endLease();
    await letAnswer();

    expect(await report).toMatchObject({ success: true });
    expect(await runs()).toMatchObject([
      { _id: "dead", status: "failed", reason: "Paceline stopped before it finished" },
      { _id: "run-b-0", status: "done" },
    ]);
  });

  it("takes no run up while it stops, neither one that waits nor one that comes, so that another process may", async () => {
    const [a, b] = [queues.of("a"), queues.of("b")];
    const run = a.request(ask(week));
    const waiting = a.request(ask(october)).catch(String);
    await begun(1);

    a.stop();
    const late = a.request({ ...ask(october), joinRunning: false }).catch(String);
    await letAnswer();
    await run;
    const other = b.request(ask(october));
    await letAnswer();

    expect(await Promise.all([waiting, late])).toEqual(
      Array(2).fill("Error: Paceline is stopping: ask again in a minute"),
    );
    expect(await other).toMatchObject({ success: true });
    expect(await statuses()).toEqual(["run-a-0 done", "run-b-1 done"]);
  });

  it("joins it although a dead one before it said that it was running", async () => {
    const lease = await acquireLease(test.db, { name: "sync", owner: "a" });
    const { startedAt, dateRange } = ofOctober();
    const store = runStore(test.db);
    await store.begin({ _id: "dead", ...ofOctober() });
    const b = queues.of("b");
    const shown: Progress[] = [];
    const second = b.request(ask(week), (progress) => shown.push(progress));
    await b.looksInVain();

    await store.failAbandoned(startedAt);
    await store.begin({ _id: "living", ...ofOctober(), userId: "U01" });
    await b.looksInVain();
    const report = { ...aReport(), userId: "U01", dateRange };
    await store.done("living", { report, finishedAt: startedAt });
    await lease?.release();

    expect(await second).toEqual(report);
    // Nobody has recorded any progress of it.
    expect(new Set(shown.map(({ elsewhere }) => elsewhere))).toEqual(new Set([true]));
    expect(opened).toEqual([]);
  });
});

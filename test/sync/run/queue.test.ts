import { goalStore } from "../../../src/goals/goal-store";
import { factStore } from "../../../src/metrics/fact-store";
import { metricStore } from "../../../src/metrics/metric-store";
import { peopleStore } from "../../../src/people/people-store";
import type { Member } from "../../../src/people/person";
import type { Source } from "../../../src/sources/source";
import { acquireLease } from "../../../src/sync/lease";
import { checkpointStore } from "../../../src/sync/read/checkpoint-store";
import type { Progress } from "../../../src/sync/report";
import type { SyncRequest } from "../../../src/sync/request";
import { type SyncQueue, syncQueue } from "../../../src/sync/run/queue";
import { runStore } from "../../../src/sync/run/run-store";
import { sourceStateStore } from "../../../src/sync/state/source-state-store";
import { dirtyDaysStore } from "../../../src/sync/totals/dirty-days-store";
import { ownerAssignmentStore } from "../../../src/sync/totals/owner-assignments-store";
import { type DayRange, day, zoneDays } from "../../../src/time/day";
import { aMember, byEmail } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";

const october: DayRange = { from: day("2025-10-01"), to: day("2025-10-10") };
const week: DayRange = { from: day("2025-10-04"), to: day("2025-10-10") };
const september: DayRange = { from: day("2025-09-01"), to: day("2025-09-30") };
const ask = (range: DayRange, userId = "api"): SyncRequest => ({ range, userId, trigger: "api" });
const days = zoneDays("America/New_York");

describe("asking for a sync", () => {
  const test = testDatabase();
  let held: { let: () => void }[];
  let opened: string[];
  let ids = 0;
  beforeEach(() => {
    held = [];
    opened = [];
    ids = 0;
  });

  /** A far end that begins to answer when the test lets it. */
  const copper: Source = {
    id: "copper",
    open: async ({ since }) => {
      opened.push(days.dayOf(since));
      await new Promise<void>((resolve) => held.push({ let: resolve }));
      return {
        people: null,
        notices: [],
        read: async () => ({ kind: "whole", facts: [], leftOut: new Map(), overlap: [] }),
        deleted: async (unseen) => unseen,
        usage: () => ({ pages: 0, requests: 0 }),
      };
    },
  };
  const off = (id: "justcall" | "fishbowl"): Source => ({ ...copper, id, off: "It is off." });

  /** The door of one process: all that is ours is real, on the test's database. */
  function aDoor(owner: string, given: { readMembers?: () => Promise<Member[]> } = {}): SyncQueue {
    const metrics = metricStore(test.db);
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    const context = {
      sources: [copper, off("justcall"), off("fishbowl")],
      facts: factStore(test.db),
      checkpoints: checkpointStore(test.db),
      assignments: ownerAssignmentStore(test.db),
      dirtyDays: dirtyDaysStore(test.db),
      metrics,
      goals: goalStore(test.db, metrics),
      people: peopleStore(test.db),
      states: sourceStateStore(test.db),
      readMembers: given.readMembers ?? (async () => [aMember("UANY", byEmail("any@acme.com"))]),
      admins: [],
      days,
      now: () => new Date("2025-10-10T16:00:00Z"),
      log,
    };
    return syncQueue({
      context,
      runs: runStore(test.db),
      acquireLease: () => acquireLease(test.db, { name: "sync", owner }),
      newId: () => `run-${owner}-${ids++}`,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms / 25)),
      log,
    });
  }

  async function until(claim: () => boolean | Promise<boolean>): Promise<void> {
    for (let tries = 0; !(await claim()); tries += 1) {
      if (tries > 400) throw new Error("It did not come to pass");
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  const letGo = async () => {
    await until(() => held.length > 0);
    held.shift()?.let();
  };
  const runs = () => test.db.collection("sync_runs").find().sort({ _id: 1 }).toArray();
  const statuses = async () => (await runs()).map(({ _id, status }) => `${_id} ${status}`);

  it("joins a running one whose days contain its own, and both get its report", async () => {
    const door = aDoor("a");
    const first = door.request(ask(october, "U01"));
    await until(() => opened.length === 1);
    const second = door.request(ask(week, "U02"));

    await letGo();

    const reports = await Promise.all([first, second]);
    expect(reports[1]).toBe(reports[0]);
    expect(reports[0]).toMatchObject({ success: true, userId: "U01" });
    expect(opened).toEqual(["2025-10-01"]);
    expect(await statuses()).toEqual(["run-a-0 done"]);
  });

  it("tells one that joins where the run stands, and each step from there on", async () => {
    const door = aDoor("a");
    const told: Progress[] = [];
    const first = door.request(ask(october));
    await until(() => opened.length === 1);
    const second = door.request(ask(week), (progress) => told.push(progress));

    await letGo();
    await Promise.all([first, second]);

    const off = { justcall: "off", fishbowl: "off" };
    expect(told).toEqual([
      { ...off, copper: "running", goals: "waiting" },
      { ...off, copper: "done", goals: "waiting" },
      { ...off, copper: "done", goals: "running" },
      { ...off, copper: "done", goals: "done" },
    ]);
  });

  it("lets the run go on when whoever looks on fails", async () => {
    const door = aDoor("a");
    const report = door.request(ask(october), () => {
      throw new Error("Slack is away");
    });

    await letGo();

    expect(await report).toMatchObject({ success: true });
  });

  it("runs right after those before it when their days do not contain its own, in order", async () => {
    const door = aDoor("a");
    const ended: string[] = [];
    const asked = [week, october, september].map((range) =>
      door.request(ask(range)).then(() => void ended.push(range.from)),
    );
    await until(() => opened.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(opened).toEqual(["2025-10-04"]);

    for (let turn = 0; turn < 3; turn += 1) await letGo();
    await Promise.all(asked);

    expect(ended).toEqual(["2025-10-04", "2025-10-01", "2025-09-01"]);
    expect(opened).toEqual(ended);
    expect(await statuses()).toEqual(["run-a-0 done", "run-a-1 done", "run-a-2 done"]);
  });

  it("joins one that waits for its turn as well", async () => {
    const door = aDoor("a");
    const asked = [week, october, week, september, october].map((range) => door.request(ask(range)));

    for (let turn = 0; turn < 3; turn += 1) await letGo();
    const reports = await Promise.all(asked);

    expect(reports[4]).toBe(reports[1]);
    expect(opened).toEqual(["2025-10-04", "2025-10-01", "2025-09-01"]);
  });

  it("is not answered by a run that may not take back what vanished, when it says that it may", async () => {
    const door = aDoor("a");
    const asked = [door.request(ask(october)), door.request({ ...ask(october), acceptVanished: true })];

    for (let turn = 0; turn < 2; turn += 1) await letGo();
    await Promise.all(asked);

    expect(opened).toHaveLength(2);
  });

  it("is not held up by a run before it that broke, which is noted with its reason", async () => {
    const door = aDoor("a");
    const first = door.request(ask(week));
    const second = door.request(ask(october));
    await until(() => held.length === 1);
    await test.db.collection<{ _id: string }>("locks").updateOne({ _id: "sync" }, { $set: { until: new Date(0) } });

    const outcome = first.catch((error: unknown) => error);
    await letGo();
    await letGo();

    expect(await outcome).toMatchObject({ name: "LeaseLost" });
    expect(await second).toMatchObject({ success: true });
    expect(await runs()).toMatchObject([
      { status: "failed", reason: "This run was held up for so long that another may have begun" },
      { status: "done" },
    ]);
  });

  it("is idle once no run of its process is under way", async () => {
    const door = aDoor("a");
    await door.idle();
    const report = door.request(ask(october));
    let idle = false;
    const waited = door.idle().then(() => {
      idle = true;
    });
    await until(() => held.length === 1);
    expect(idle).toBe(false);

    await letGo();
    await Promise.all([report, waited]);

    expect(idle).toBe(true);
  });

  describe("while another process runs one", () => {
    it("joins it if its days contain its own", async () => {
      const first = aDoor("a").request(ask(october, "U01"));
      await until(() => opened.length === 1);
      const told: Progress[] = [];
      const second = aDoor("b").request(ask(week, "U02"), (progress) => told.push(progress));
      await new Promise((resolve) => setTimeout(resolve, 60));

      await letGo();

      expect(await second).toEqual(await first);
      const waiting = "waiting";
      expect(told).toEqual([
        { copper: waiting, justcall: waiting, fishbowl: waiting, goals: waiting, elsewhere: true },
      ]);
      expect(await statuses()).toEqual(["run-a-0 done"]);
    });

    it("follows it otherwise, never beside it", async () => {
      const first = aDoor("a").request(ask(week));
      await until(() => opened.length === 1);
      const second = aDoor("b").request(ask(october));
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(opened).toEqual(["2025-10-04"]);

      await letGo();
      await first;
      await letGo();

      expect(await second).toMatchObject({ success: true });
      expect(await statuses()).toEqual(["run-a-0 done", "run-b-1 done"]);
    });

    it("begins once that one is dead and its lease ran out, and notes that it died", async () => {
      await acquireLease(test.db, { name: "sync", owner: "dead" });
      const { since, until: end } = days.instantsOf(october);
      const dateRange = { start: since.toISOString(), end: end.toISOString() };
      const startedAt = new Date("2025-10-10T15:00:00Z");
      await runStore(test.db).begin({ _id: "dead", userId: "api", trigger: "api", dateRange, startedAt });
      const report = aDoor("b").request(ask(week));
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(opened).toEqual([]);

      await test.db.collection<{ _id: string }>("locks").updateOne({ _id: "sync" }, { $set: { until: new Date(0) } });
      await letGo();

      expect(await report).toMatchObject({ success: true });
      expect(await runs()).toMatchObject([
        { _id: "dead", status: "failed", reason: "its process ended before the run did" },
        { _id: "run-b-0", status: "done" },
      ]);
    });

    it("joins it although a dead one before it said that it was running", async () => {
      const { since, until: end } = days.instantsOf(october);
      const dateRange = { start: since.toISOString(), end: end.toISOString() };
      const lease = await acquireLease(test.db, { name: "sync", owner: "a" });
      const startedAt = new Date("2025-10-10T15:00:00Z");
      const store = runStore(test.db);
      await store.begin({ _id: "dead", userId: "api", trigger: "api", dateRange, startedAt });
      const second = aDoor("b").request(ask(week));
      await new Promise((resolve) => setTimeout(resolve, 60));

      await store.failAbandoned(startedAt);
      await store.begin({ _id: "living", userId: "U01", trigger: "api", dateRange, startedAt });
      await new Promise((resolve) => setTimeout(resolve, 80));
      const source = { success: true, asOf: null, duration: "1ms", pages: 0, requests: 0, records: 0 };
      const rest = { matched: [], unmatched: [], counting: 0, notCounting: {} };
      const result = { ...source, ...rest, metrics: { created: 0, updated: 0, unchanged: 0, removed: 0 } };
      const results = { copper: result, justcall: result, fishbowl: result, goalsUpdated: 0, errors: [] };
      const summary = { copperSuccess: true, justcallSuccess: true, fishbowlSuccess: true, goalsUpdated: 0, errors: 0 };
      const report = { success: true, duration: "1ms", userId: "U01", dateRange, results, summary };
      await store.done("living", { report, finishedAt: startedAt });
      await lease?.release();

      expect(await second).toEqual(report);
      expect(opened).toEqual([]);
    });
  });
});

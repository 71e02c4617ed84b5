import { jobStore } from "../../src/jobs/job-store";
import { retrySources } from "../../src/jobs/retry-sources";
import type { SyncRequest } from "../../src/sync/request";
import { sourceStateStore } from "../../src/sync/state/source-state-store";
import { day } from "../../src/time/day";
import { aReport } from "../support/builders/reports";
import { days } from "../support/builders/team-zone";
import { testDatabase } from "../support/env/database";
import { memoryLog } from "../support/fakes/memory-log";

const NOW = new Date("2026-10-28T22:00:00Z");
const [from, to] = [day("2026-09-29"), day("2026-10-28")];

/** The name of a retry, with the day, of what broke so much earlier. */
function movedId(id: string, ms: number): string {
  const at = Number(/\d{13}/.exec(id)?.[0]) - ms;
  return `${id.split(":")[0]?.replace(/\d{13}/, `${at}`)}:${days.dayOf(new Date(at))}`;
}

describe("sources that broke", () => {
  const test = testDatabase();
  const { signal } = new AbortController();
  const states = () => sourceStateStore(test.db);
  let asked: SyncRequest[];
  beforeEach(() => {
    asked = [];
  });

  const replica = (sync: () => Promise<void> = async () => {}) =>
    retrySources({
      freshness: () => states().all(new Set()),
      requestSync: async (ask) => {
        asked.push(ask);
        await sync();
        return aReport();
      },
      ...{ store: jobStore(test.db), days, now: () => NOW, log: memoryLog() },
    });
  const run = async (job: ReturnType<typeof retrySources>) => {
    await job.run(signal);
    await job.idle?.();
  };
  const fails = (source: "copper" | "justcall", fault = "unreachable") =>
    states().record(source, { kind: "failed", problem: "It is down (503).", fault, from, to, today: to });
  const works = (source: "copper" | "justcall") =>
    states().record(source, { kind: "complete", asOf: NOW, asOfDay: to, from });
  /** As if all had happened so much earlier: the instant at which a source broke names its retries. */
  const earlier = async (ms: number) => {
    const back = (field: string) => ({ $set: { [field]: { $subtract: [`$${field}`, ms] } } });
    await test.db.collection("settings").updateMany({ brokeAt: { $exists: true } }, [back("brokeAt")]);
    const jobs = test.db.collection<{ _id: string; until: Date }>("jobs");
    const begun = await jobs.find().toArray();
    await jobs.deleteMany({});
    const moved = begun.map(({ _id, until, ...rest }) => ({
      _id: movedId(_id, ms),
      until: new Date(until.getTime() - ms),
      ...rest,
    }));
    if (moved.length > 0) await jobs.insertMany(moved);
  };

  it("are read again alone after ten minutes, once over all processes, over the days that a night reads", async () => {
    await works("copper");
    await works("justcall");
    await fails("justcall");
    const replicas = [replica(), replica(), replica()];

    await Promise.all(replicas.map(run));
    expect(asked).toEqual([]);
    await earlier(601_000);
    await Promise.all(replicas.map(run));
    await Promise.all(replicas.map(run));

    expect(asked).toEqual([
      {
        range: { from: "2026-10-26", to: "2026-10-28" },
        userId: "schedule",
        trigger: "schedule",
        sources: ["justcall"],
      },
    ]);
  });

  it("are read ever more rarely, until one is back", async () => {
    await works("copper");
    const job = replica(async () => void (await fails("copper")));
    await fails("copper");
    const begun: number[] = [];
    for (let minutes = 10; minutes <= 600; minutes += 10) {
      await earlier(10 * 60_000);
      const before = asked.length;
      // What fails again stays broken, and does not begin anew.
      await run(job);
      if (asked.length > before) begun.push(minutes);
    }
    await works("copper");
    await earlier(3_600_000);
    await run(job);

    expect(begun).toEqual([10, 30, 60, 120, 240, 480]);
  });

  it("are read again from the first retry on when they break once more", async () => {
    await fails("copper");
    await earlier(601_000);
    await run(replica());
    await works("copper");
    await fails("copper");
    await earlier(601_000);

    await run(replica());

    expect(asked.map(({ sources }) => sources)).toEqual([["copper"], ["copper"]]);
  });

  it("that come due while another is being read are read after it", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const job = replica(() => held);
    await fails("copper");
    await earlier(601_000);
    await job.run(signal);
    await fails("justcall");
    // That one alone: the other's retry goes on under its own name.
    const broke = { brokeAt: { $subtract: ["$brokeAt", 601_000] } };
    await test.db.collection<{ _id: string }>("settings").updateOne({ _id: "source:justcall" }, [{ $set: broke }]);

    await job.run(signal);
    release();
    await run(job);
    await run(job);

    expect(asked.map(({ sources }) => sources)).toEqual([["copper"], ["justcall"]]);
  });

  it("that broke by a key are left to whoever renews it", async () => {
    await fails("copper", "credentials");
    await earlier(601_000);

    await run(replica());

    expect(asked).toEqual([]);
  });

  it("are asked for together, and again by another process where the first one died in it", async () => {
    await fails("copper");
    await fails("justcall", "throttled");
    await earlier(601_000);
    await run(replica(() => Promise.reject(new Error("no database"))));
    await run(replica());
    expect(asked).toHaveLength(1);
    await earlier(601_000);

    await run(replica());

    expect(asked.map(({ sources }) => sources)).toEqual([
      ["copper", "justcall"],
      ["copper", "justcall"],
    ]);
  });
});

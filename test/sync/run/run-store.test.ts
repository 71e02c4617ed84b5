import { bySource } from "../../../src/metrics/sources";
import { type SyncReport, successFields } from "../../../src/sync/report";
import { runStore } from "../../../src/sync/run/run-store";
import { testDatabase } from "../../support/env/database";

const dateRange = { start: "2025-09-11T04:00:00.000Z", end: "2025-10-11T04:00:00.000Z" };
const startedAt = new Date("2025-10-10T09:00:00Z");
const finishedAt = new Date("2025-10-10T09:01:00Z");
const begun = { userId: "U01", trigger: "slack", dateRange, startedAt } as const;
const source = {
  success: true,
  asOf: null,
  duration: "1ms",
  pages: 0,
  requests: 0,
  records: 1,
  matched: [],
  unmatched: [],
  counting: 0,
  notCounting: { "sender is nobody in Slack": 1 },
  metrics: { created: 0, updated: 0, unchanged: 0, removed: 0 },
};
const sources = bySource(() => source);
const report: SyncReport = {
  success: true,
  duration: "3ms",
  userId: "U01",
  dateRange,
  results: { ...sources, goalsUpdated: 1, errors: [] },
  summary: { ...successFields(sources), goalsUpdated: 1, errors: 0 },
};

describe("the store of runs", () => {
  const test = testDatabase();
  const runs = () => runStore(test.db);

  it("keeps a run from its beginning", async () => {
    await runs().begin({ _id: "r1", ...begun });

    const run = { _id: "r1", ...begun, finishedAt: null, status: "running" };
    expect([await runs().running(), await runs().one("r1"), await runs().one("r2")]).toEqual([run, run, null]);
  });

  it("keeps a run's result at the top level once it is done", async () => {
    await runs().begin({ _id: "r1", ...begun });

    await runs().done("r1", { report, finishedAt });

    expect(await runs().one("r1")).toEqual({ _id: "r1", ...begun, ...report, finishedAt, status: "done" });
    expect(await runs().running()).toBeNull();
  });

  it("keeps why a run broke", async () => {
    await runs().begin({ _id: "r1", ...begun });

    await runs().failed("r1", { reason: "connection lost", finishedAt });

    expect(await runs().one("r1")).toEqual({
      _id: "r1",
      ...begun,
      finishedAt,
      status: "failed",
      reason: "connection lost",
    });
  });

  it("buries runs whose process died, and no other", async () => {
    for (const _id of ["dead", "dead-too", "done"]) await runs().begin({ _id, ...begun });
    await runs().done("done", { report, finishedAt });

    expect(await runs().failAbandoned(finishedAt)).toBe(2);
    expect(await runs().failAbandoned(finishedAt)).toBe(0);

    expect(await runs().one("dead")).toMatchObject({
      status: "failed",
      finishedAt,
      reason: "Paceline stopped before it finished",
    });
    expect((await runs().one("done"))?.status).toBe("done");
  });

  it("tells the latest runs in short, newest first, those that broke among them", async () => {
    const problem = { source: "copper", kind: "bug", message: "Oh" } as const;
    await runs().begin({ _id: "r1", ...begun });
    await runs().done("r1", { report: { ...report, results: { ...report.results, errors: [problem] } }, finishedAt });
    await runs().begin({ _id: "r2", ...begun, startedAt: finishedAt });

    const run = { ...begun, finishedAt, status: "done", errors: [problem] };
    const newest = { _id: "r2", ...begun, startedAt: finishedAt, finishedAt: null, status: "running", errors: [] };
    expect(await runs().latest(5)).toEqual([newest, { _id: "r1", ...run }]);
    expect(await runs().latest(1)).toEqual([newest]);
  });

  it("tells whom the latest runs could not match, not of a source that was off or not read to its end", async () => {
    const unmatched = [{ name: "B. Lee", email: null, records: 3, value: 9 }];
    const results = {
      ...report.results,
      copper: { ...source, success: false, unmatched },
      justcall: { ...source, off: true as const, unmatched },
      fishbowl: { ...source, unmatched },
    };
    await runs().begin({ _id: "r1", ...begun });
    await runs().done("r1", { report: { ...report, results }, finishedAt });
    await runs().begin({ _id: "r2", ...begun, startedAt: finishedAt });

    expect(await runs().latestUnmatched(5)).toEqual([{ copper: null, justcall: null, fishbowl: unmatched }]);
  });

  it("tells nothing of a source that a run was not about", async () => {
    const results = { ...report.results, copper: { ...source, untouched: true as const } };
    await runs().begin({ _id: "r1", ...begun });
    await runs().done("r1", { report: { ...report, results }, finishedAt });

    expect(await runs().latestUnmatched(1)).toEqual([expect.objectContaining({ copper: null })]);
  });
});

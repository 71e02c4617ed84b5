import { type EndedRun, meteredRuns } from "../../../src/sync/run/run-meter";
import { runStore } from "../../../src/sync/run/run-store";
import { aReport } from "../../support/builders/reports";
import { testDatabase } from "../../support/env/database";

const startedAt = new Date("2025-10-10T09:00:00Z");
const finishedAt = new Date("2025-10-10T09:01:00Z");
const dateRange = { start: "2025-09-11T04:00:00.000Z", end: "2025-10-11T04:00:00.000Z" };

describe("the runs that a process counts", () => {
  const test = testDatabase();

  it("are those that it recorded as ended, with what asked for them, how long they took, and how they ended", async () => {
    const ended: EndedRun[] = [];
    const runs = meteredRuns(runStore(test.db), { ran: (run) => void ended.push(run) });
    const report = aReport();
    const begin = (_id: string) => runs.begin({ _id, userId: "U1", trigger: "slack", dateRange, startedAt });

    for (const id of ["well", "source-down", "broken", "left", "left-too"]) await begin(id);
    await runs.done("well", { report: { ...report, success: true }, finishedAt });
    await runs.done("source-down", { report: { ...report, success: false }, finishedAt });
    await runs.failed("broken", { reason: "a bug", finishedAt });
    // Another process notes what one left behind that died.
    const another = meteredRuns(runStore(test.db), { ran: (run) => void ended.push(run) });
    await another.failAbandoned(finishedAt);

    const mine = { trigger: "slack", seconds: 60 };
    expect(ended).toEqual([
      { outcome: "success", ...mine },
      { outcome: "incomplete", ...mine },
      { outcome: "failed", ...mine },
      { outcome: "abandoned" },
      { outcome: "abandoned" },
    ]);
    expect(await runs.running()).toBeNull();
  });

  it("are not those that could not be recorded", async () => {
    const ended: EndedRun[] = [];
    const store = { ...runStore(test.db), begin: () => Promise.reject(new Error("away")) };
    const runs = meteredRuns(store, { ran: (run) => void ended.push(run) });

    const begun = runs.begin({ _id: "r1", userId: "U1", trigger: "slack", dateRange, startedAt });

    await expect(begun).rejects.toThrow("away");
    expect(ended).toEqual([]);
  });
});

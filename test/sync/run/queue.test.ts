import type { Progress } from "../../../src/sync/report";
import type { SyncRequest } from "../../../src/sync/request";
import { type DayRange, day } from "../../../src/time/day";
import { testDatabase } from "../../support/env/database";
import { syncQueues } from "../../support/harness/sync-queues";
import { eventually } from "../../support/wait";

const october: DayRange = { from: day("2025-10-01"), to: day("2025-10-10") };
const week: DayRange = { from: day("2025-10-04"), to: day("2025-10-10") };
const september: DayRange = { from: day("2025-09-01"), to: day("2025-09-30") };
const ask = (range: DayRange, userId = "api"): SyncRequest => ({ range, userId, trigger: "api" });

describe("asking for a sync", () => {
  const test = testDatabase();
  const queues = syncQueues(test);
  const { opened, begun, letAnswer, runs, statuses } = queues;

  it("joins a running one whose days contain its own, and both get its report", async () => {
    const queue = queues.of("a");
    const first = queue.request(ask(october, "U01"));
    await begun(1);
    const second = queue.request(ask(week, "U02"));

    await letAnswer();

    const reports = await Promise.all([first, second]);
    expect(reports[1]).toBe(reports[0]);
    expect(reports[0]).toMatchObject({ success: true, userId: "U01" });
    expect(opened).toEqual(["2025-10-01"]);
    expect(await statuses()).toEqual(["run-a-0 done"]);
  });

  it("tells one that joins where the run stands, and each step from there on", async () => {
    const queue = queues.of("a");
    const shown: Progress[] = [];
    const first = queue.request(ask(october));
    await begun(1);
    const second = queue.request(ask(week), (progress) => shown.push(progress));

    await letAnswer();
    await Promise.all([first, second]);

    const off = { justcall: "off", fishbowl: "off" };
    expect(shown).toEqual([
      { ...off, copper: "running", goals: "waiting" },
      { ...off, copper: "done", goals: "waiting" },
      { ...off, copper: "done", goals: "running" },
      { ...off, copper: "done", goals: "done" },
    ]);
  });

  it("lets the run go on when whoever looks on fails", async () => {
    const report = queues.of("a").request(ask(october), () => {
      throw new Error("Slack is away");
    });

    await letAnswer();

    expect(await report).toMatchObject({ success: true });
  });

  it("runs right after those before it when their days do not contain its own, in order", async () => {
    const queue = queues.of("a");
    const ended: string[] = [];
    const asked = [week, october, september].map((range) =>
      queue.request(ask(range)).then(() => void ended.push(range.from)),
    );

    for (const before of [0, 1, 2]) {
      await begun(before + 1);
      expect(ended).toHaveLength(before);
      await letAnswer();
    }
    await Promise.all(asked);

    expect(ended).toEqual(["2025-10-04", "2025-10-01", "2025-09-01"]);
    expect(opened).toEqual(ended);
    expect(await statuses()).toEqual(["run-a-0 done", "run-a-1 done", "run-a-2 done"]);
  });

  it("joins one that waits in the queue as well", async () => {
    const queue = queues.of("a");
    const asked = [week, october, week, september, october].map((range) => queue.request(ask(range)));

    for (let run = 0; run < 3; run += 1) await letAnswer();
    const reports = await Promise.all(asked);

    expect(reports[4]).toBe(reports[1]);
    expect(opened).toEqual(["2025-10-04", "2025-10-01", "2025-09-01"]);
  });

  it("is not answered by a run that may not apply a mass deletion, when it says that it may", async () => {
    const queue = queues.of("a");
    const asked = [queue.request(ask(october)), queue.request({ ...ask(october), acceptVanished: true })];

    for (let run = 0; run < 2; run += 1) await letAnswer();
    await Promise.all(asked);

    expect(opened).toHaveLength(2);
  });

  it("is made again where its run lost its lease, and holds up no other: what such a run wrote last may be older than what another one wrote", async () => {
    const queue = queues.of("a");
    const first = queue.request(ask(week));
    const second = queue.request(ask(october));
    await queues.isHeld();
    await queues.endLease();

    for (let run = 0; run < 3; run += 1) await letAnswer();

    expect(await first).toMatchObject({ success: true });
    expect(await second).toMatchObject({ success: true });
    expect(opened).toEqual(["2025-10-04", "2025-10-04", "2025-10-01"]);
    expect(await runs()).toMatchObject([
      { status: "failed", reason: "This run was held up for so long that another may have begun" },
      { status: "done" },
      { status: "done" },
    ]);
  });

  it("is made again where another process took the lease from its run, and not answered by the run that holds it", async () => {
    const first = queues.of("a").request(ask(week));
    await begun(1);
    await queues.endLease();
    const second = queues.of("b").request(ask(october));
    await begun(2);

    await letAnswer();
    await eventually(async () => (await statuses())[0] === "run-a-0 failed");
    await letAnswer();
    await second;
    await letAnswer();

    expect(await first).toMatchObject({ success: true, dateRange: (await runs())[1]?.dateRange });
    expect(opened).toEqual(["2025-10-04", "2025-10-01", "2025-10-04"]);
    expect(await statuses()).toEqual(["run-a-0 failed", "run-a-2 done", "run-b-1 done"]);
  });

  it("is made three times at most, and then noted as broken with its reason", async () => {
    const queue = queues.of("a");
    const outcome = queue.request(ask(week)).catch((error: unknown) => error);

    for (let run = 0; run < 3; run += 1) {
      await queues.isHeld();
      await queues.endLease();
      await letAnswer();
    }

    expect(await outcome).toMatchObject({ name: "LeaseLost" });
    expect((await runs()).map(({ status }) => status)).toEqual(["failed", "failed", "failed"]);
    // Whoever asked is told; a lease that was given back to end, or lost while the machine slept, is no error of ours.
    expect(queue.logged.filter(({ message }) => message === "a sync lost its lease")).toHaveLength(3);
    expect(queue.logged.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("is idle once no run of its process is under way", async () => {
    const queue = queues.of("a");
    await queue.idle();
    const report = queue.request(ask(october));
    let idle = false;
    const waited = queue.idle().then(() => {
      idle = true;
    });
    await queues.isHeld();
    expect(idle).toBe(false);

    await letAnswer();
    await Promise.all([report, waited]);

    expect(idle).toBe(true);
  });
});

import type { Job } from "../../src/jobs/scheduler";
import { type Scheduler, scheduler } from "../../src/jobs/scheduler";
import { tickCoordinator } from "../../src/jobs/tick-store";
import { testDatabase } from "../support/env/database";
import { memoryLog } from "../support/fakes/memory-log";
import { eventually } from "../support/wait";

const EVERY_SECOND = "* * * * * *";
const NEVER = "0 0 1 1 *";

describe("the scheduler", () => {
  const test = testDatabase();
  const started: Scheduler[] = [];
  let time = 0;
  const one = (
    run: Job["run"],
    { pattern = NEVER, ...more }: { pattern?: string; log?: ReturnType<typeof memoryLog> } = {},
  ) => {
    const made = scheduler({
      jobs: [{ name: "job", when: "now", what: "what the test says", run }],
      coordinator: tickCoordinator(test.db, "test"),
      clock: () => time,
      log: memoryLog(),
      pattern,
      ...more,
    });
    started.push(made);
    return made;
  };
  const ticks = () => test.db.collection("ticks").countDocuments();
  beforeEach(() => {
    time = 0;
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((each) => each.stop()));
  });

  it("ticks at once when it starts, for what became due while nothing ran", async () => {
    const runs: string[] = [];
    const made = one(async () => void runs.push("run"));

    made.start();
    await eventually(() => runs.length > 0);

    expect([runs.length, await ticks()]).toEqual([1, 0]);
  });

  it("lets one of two processes run each slot, and both are alive", async () => {
    const runs: number[] = [];
    const both = [0, 1].map((index) => one(async () => void runs.push(index), { pattern: EVERY_SECOND }));

    for (const each of both) each.start();
    await eventually(async () => (await ticks()) >= 3);
    await Promise.all(both.map((each) => each.stop()));

    // Beside the slots each ticked once at its start; a slot that falls into that tick is left to it.
    expect(runs.length - 2).toBeLessThanOrEqual(await ticks());
    expect(runs.length - 2).toBeGreaterThan(0);
    expect(both.map((each) => each.tickAgeMs())).toEqual([0, 0]);
  });

  it("case 19: a blocked event loop loses no work: the late slot runs when it is free again", async () => {
    const runs: string[] = [];
    one(async () => void runs.push("run"), { pattern: EVERY_SECOND }).start();
    await eventually(() => runs.length >= 2);
    const before = runs.length;

    const until = performance.now() + 3_000;
    while (performance.now() < until);
    await eventually(() => runs.length >= before + 2);

    expect(await ticks()).toBeGreaterThanOrEqual(before + 1);
  });

  it("does not let a job that fails stop the others, nor the next tick", async () => {
    const log = memoryLog();
    let runs = 0;
    const made = one(
      async () => {
        runs += 1;
        throw new Error("broken");
      },
      { log },
    );

    await made.tick();
    await made.tick();

    expect(runs).toBe(2);
    expect(log.at("error").map(({ fields }) => Reflect.get(fields, "job"))).toEqual(["job", "job"]);
    expect(made.tickAgeMs()).toBe(0);
  });

  it("says how old its last tick is, and that none has come", async () => {
    const made = one(async () => {});

    const before = made.tickAgeMs();
    await made.tick();
    time = 181_000;

    expect([before, made.tickAgeMs()]).toEqual([null, 181_000]);
  });

  it("runs ticks by hand one after the other", async () => {
    const seen: string[] = [];
    const made = one(async () => {
      seen.push("begins");
      // Long enough for the other to begin, if it does not wait.
      await ticks();
      seen.push("ends");
    });

    await Promise.all([made.tick(), made.tick()]);

    expect(seen).toEqual(["begins", "ends", "begins", "ends"]);
  });

  it("waits at its end for the tick under way, and begins nothing after it", async () => {
    let [begun, ended] = [0, 0];
    const made = one(async (signal) => {
      begun += 1;
      await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
      await ticks();
      ended += 1;
    });
    made.start();
    void made.tick();
    await eventually(() => begun === 1);

    await made.stop();

    expect([begun, ended]).toEqual([1, 1]);
  });
});

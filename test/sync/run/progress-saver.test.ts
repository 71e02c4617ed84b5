import { type Progress, waitingProgress } from "../../../src/sync/report";
import { progressSaver } from "../../../src/sync/run/progress-saver";
import { memoryLog } from "../../support/fakes/memory-log";
import { eventually } from "../../support/wait";

const copperIs = (copper: Progress["copper"]): Progress => ({ ...waitingProgress(), copper });

describe("the progress of a run", () => {
  function saver() {
    const saved: string[] = [];
    const slept: number[] = [];
    const wakes: (() => void)[] = [];
    const state = { fails: false };
    const log = memoryLog();
    const made = progressSaver({
      save: async ({ copper }) => {
        if (state.fails) throw new Error("away");
        saved.push(copper);
      },
      sleep: (ms) => {
        slept.push(ms);
        return new Promise((wake) => wakes.push(wake));
      },
      log,
    });
    const wake = async () => (await eventually(() => wakes.shift()))();
    return { ...made, saved, slept, wake, wakes, state, log };
  }

  it("is saved at once, then at most once a second, the newest each time", async () => {
    const { show, saved, slept, wake, wakes } = saver();
    show(copperIs("waiting"));
    show(copperIs("running"));
    await eventually(() => wakes.length === 1);
    show(copperIs("failed"));
    show(copperIs("done"));
    const within = [...saved];
    await wake();
    await eventually(() => wakes.length === 1);
    await wake();

    expect(within).toEqual(["waiting"]);
    expect(saved).toEqual(["waiting", "done"]);
    expect(slept).toEqual([1_000, 1_000]);
  });

  it("is not saved any more once the run is over", async () => {
    const { show, end, saved, wake, wakes } = saver();
    show(copperIs("running"));
    await eventually(() => wakes.length === 1);
    show(copperIs("done"));
    end();
    await wake();

    expect(saved).toEqual(["running"]);
  });

  it("stops nothing where it cannot be saved, and is saved again later", async () => {
    const { show, saved, wake, state, log } = saver();
    state.fails = true;
    show(copperIs("running"));
    await wake();
    state.fails = false;
    await eventually(() => log.at("warn").length === 1);
    show(copperIs("done"));
    await eventually(() => saved.length === 1);

    expect(saved).toEqual(["done"]);
  });
});

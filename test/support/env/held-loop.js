// Loaded into a built process: one signal holds its event loop until the file that HELD_UNTIL names is there, another ends its threads.
const { existsSync, writeSync } = require("node:fs");

const STEP_MS = 10;
const STEPS = 3_000;
const nothing = new Int32Array(new SharedArrayBuffer(4));
process.on("SIGUSR2", () => {
  writeSync(1, "held\n");
  for (let left = STEPS; left > 0 && !existsSync(process.env.HELD_UNTIL); left -= 1) {
    Atomics.wait(nothing, 0, 0, STEP_MS);
  }
});
process.on("worker", (worker) => process.on("SIGHUP", () => worker.terminate()));

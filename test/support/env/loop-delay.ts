import { monitorEventLoopDelay } from "node:perf_hooks";

// Loaded into a built process: tells, when it is asked to by a signal, for how long its event loop was held since then.
const RESOLUTION_MS = 5;
const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delays.enable();
process.on("SIGUSR2", () => {
  const [longest, most] = [delays.max, delays.percentile(99)].map((nanoseconds) => Math.round(nanoseconds / 1e6));
  delays.reset();
  process.stdout.write(`${JSON.stringify({ longestHoldMs: longest, holdsMs99: most })}\n`);
});

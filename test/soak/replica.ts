import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Built, type Env, runFile } from "../support/env/built";
import { eventually } from "../support/wait";

const MAIN = join(__dirname, "../../src/main.js");

/** One of the processes that share a database, started again as often as it is killed. */
export interface Replica {
  readonly name: string;
  /** Resolves once it listens. */
  start(): Promise<void>;
  /** `SIGKILL` ends it, `SIGSTOP` holds it until `SIGCONT`. */
  signal(signal: "SIGKILL" | "SIGSTOP" | "SIGCONT"): void;
  /** Has it stop by itself. @returns its exit code, or the signal's name. */
  stop(): Promise<number | string>;
  /** Where it listens. */
  url(): string;
  /** The greatest size of any of its processes, in MB. */
  peakMb(): number;
  /** All that any of its processes logged. */
  out(): string;
}

export function replica(name: string, env: Env): Replica {
  const ended: string[] = [];
  let built: Built | null = null;
  let port = "";
  let peak = 0;
  const measure = () => {
    peak = Math.max(peak, residentMb(built?.child.pid));
  };
  return {
    name,
    start: async () => {
      if (built !== null) ended.push(built.out());
      const started = runFile(MAIN, { env });
      built = started;
      port = await eventually(() => /"port":(\d+)/.exec(started.out())?.[1], 90_000);
    },
    signal: (signal) => {
      measure();
      built?.child.kill(signal);
    },
    stop: async () => {
      measure();
      built?.child.kill("SIGTERM");
      return (await built?.ended()) ?? "never started";
    },
    url: () => `http://127.0.0.1:${port}`,
    peakMb: () => {
      measure();
      return peak;
    },
    out: () => [...ended, built?.out() ?? ""].join(""),
  };
}

/** Linux alone tells it; 0 for a process that is gone, or on another system. */
function residentMb(pid: number | undefined): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1_024);
  } catch {
    return 0;
  }
}

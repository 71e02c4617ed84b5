import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Built, type Env, runFile } from "../support/env/built";
import { eventually } from "../support/wait";

const MAIN = join(__dirname, "../../src/main.js");
/** A process that finds no database at its start ends, and whoever runs it starts it again. */
const STARTS = 5;
/** It takes two seconds on a machine that does nothing else. */
const STARTED_MS = 180_000;

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
  /** When one of its processes was killed, in milliseconds of the machine's clock. */
  readonly deaths: readonly number[];
  /** The greatest size of any of its processes, in MB. */
  peakMb(): number;
  /** All that any of its processes logged. */
  out(): string;
}

export function replica(name: string, env: Env): Replica {
  const ended: string[] = [];
  const deaths: number[] = [];
  let built: Built | null = null;
  let port = "";
  let peak = 0;
  const measure = () => {
    peak = Math.max(peak, residentMb(built?.child.pid));
  };
  const begin = async (): Promise<boolean> => {
    if (built !== null) ended.push(built.out());
    const started = runFile(MAIN, { env });
    built = started;
    started.child.once("exit", (_code, signal) => {
      if (signal !== null) deaths.push(Date.now());
    });
    const isOver = () => started.child.exitCode !== null || started.child.signalCode !== null;
    const found = await eventually(() => /"port":(\d+)/.exec(started.out())?.[1] ?? (isOver() && "none"), STARTED_MS);
    port = found === "none" ? port : found;
    return found !== "none";
  };
  return {
    name,
    deaths,
    start: async () => {
      for (let tries = 1; !(await begin()); tries += 1) {
        if (tries === STARTS) throw new Error(`${name} does not start: ${built?.err()}`);
      }
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

/** Asks a replica for a sync over HTTP. Resolves to the answer's status once the sync is over; `null` where the process went first. */
export async function askForSync(url: string, { API_TOKEN = "" }: Env): Promise<number | null> {
  const ask = { method: "POST", headers: { authorization: `Bearer ${API_TOKEN}` }, body: "{}" };
  try {
    const answer = await fetch(`${url}/api/sync-all`, ask);
    await answer.text();
    return answer.status;
  } catch {
    return null;
  }
}

/** Linux alone tells it; 0 for a process that is gone, or on another system. */
function residentMb(pid: number | undefined): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1_024);
  } catch {
    return 0;
  }
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { recordedStream, recordSecrets, secretsIn } from "./logs/recorded-logs";

const DIST = join(__dirname, "../../../dist");

/** A run of what was built: `main.js` or the command line, in a process of its own. */
export interface Built {
  readonly child: ChildProcess;
  /** All that was printed so far. */
  out(): string;
  err(): string;
  /** The exit code, or the signal's name. */
  ended(): Promise<number | string>;
}

/**
 * A run on the machine's clock. It has no channel for a leaderboard: between 8 AM and noon of the team's clock one would be due,
 * and a test would find it, or the sync before it, or neither, by the hour at which it runs.
 */
export function runBuilt(file: "main.js" | "cli/index.js", { args = [], env }: Given): Built {
  const { LEADERBOARD_CHANNEL: _, ...boardless } = env;
  return runFile(join(DIST, file), { args, env: boardless });
}

/**
 * A run of any file, in a process of its own that has of our environment only where programs are. It logs all there is to
 * log, which is searched for secrets when all tests have run.
 */
export function runFile(path: string, { args = [], env }: Given): Built {
  const own = { PATH: process.env.PATH, HOME: process.env.HOME };
  const child = spawn(process.execPath, [path, ...args], {
    env: { ...own, LOG_LEVEL: "debug", ...env },
    // Not where a .env of whoever runs the tests is.
    cwd: dirname(path),
    stdio: "pipe",
  });
  recordSecrets(secretsIn(env));
  const printed = { out: "", err: "" };
  const keepOut = recordedStream();
  child.stdout?.on("data", (chunk) => {
    printed.out += String(chunk);
    keepOut(String(chunk));
  });
  const keepErr = recordedStream();
  child.stderr?.on("data", (chunk) => {
    printed.err += String(chunk);
    keepErr(String(chunk));
  });
  const exit = once(child, "exit");
  const ended = async () => {
    const [code, signal] = await exit;
    return typeof code === "number" ? code : String(signal);
  };
  return { child, out: () => printed.out, err: () => printed.err, ended };
}

interface Given {
  readonly args?: string[];
  readonly env: Env;
}

export type Env = Readonly<Record<string, string | undefined>>;

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** Another's idea of Slack, running in a process of its own. */
export interface Emulated {
  /** What `slackApiUrl` is to be. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the `emulate` package's Slack with what is to be in it. */
export async function startEmulate(seed: object): Promise<Emulated> {
  const script = join(__dirname, "emulate.mjs");
  const child = spawn(process.execPath, [script, JSON.stringify(seed)], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  const [origin] = await Promise.race([
    once(lines, "line"),
    once(child, "exit").then(() => Promise.reject(new Error("emulate ended before it had begun"))),
  ]);
  const close = async () => {
    const ended = once(child, "exit");
    child.stdin.end();
    await ended;
  };
  return { url: `${origin}/api/`, close };
}

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/**
 * Starts the built demo of a checkout, on a database and ports of its own. `url` is its page; `close` ends the process and
 * throws its data away.
 *
 * @throws when it ends before it is up.
 */
export async function startBuiltDemo(root) {
  const data = mkdtempSync(join(tmpdir(), "paceline-pictures-"));
  const command = [join(root, "dist/cli/index.js"), "demo", "--port", "0", "--page-port", "0"];
  const demo = spawn(process.execPath, command, {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, MONGODB_URI: process.env.MONGODB_URI, DATA_DIR: data },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((done) => demo.once("exit", done));
  const close = async () => {
    demo.kill("SIGTERM");
    await ended;
    // A database that is still ending may write once more.
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    return { url: await addressOf(demo), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function addressOf({ stdout }) {
  for await (const line of createInterface({ input: stdout })) {
    const found = /Open (http:\S+)/.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error("The demo ended before it was up");
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedMongo } from "../../../src/database/embedded/embedded";
import { startFakes } from "../../../src/demo/fakes";
import { SAMPLE_WINDOW, SAMPLE_ZONE } from "../../../src/demo/sample/dates";
import { bigMonth } from "../builders/big-months";
import { eventually } from "../wait";

const NOBODY = 65_534;
const now = () => new Date();

/**
 * Starts `dist/main.js` of a folder as the image does, against stand-ins, as a user without rights where that may be chosen, waits
 * until it is ready, and stops it.
 *
 * @throws when it does not become ready, says something of level `error`, or does not end with 0.
 */
async function startImage(tree: string): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "paceline-image-"));
  const mongo = await startEmbeddedMongo({ dir, env: process.env, say() {} });
  const month = bigMonth(
    { reps: 2, mails: 4, copperCalls: 4, justcallCalls: 4 },
    { window: SAMPLE_WINDOW, now: now() },
  );
  const fakes = await startFakes(month, now);
  // A node in root's own folder is nobody else's to run.
  const asNobody = process.getuid?.() === 0 && !process.execPath.startsWith("/root/");
  const child = spawn(process.execPath, ["--disable-proto=delete", "--max-old-space-size=192", "dist/main.js"], {
    cwd: tree,
    env: {
      ...{ ...fakes.env, NODE_ENV: "production", TZ: "UTC", HOST: "127.0.0.1", PORT: "0", SYNC_ON_START: "off" },
      ...{ MONGODB_URI: mongo.uri, TEAM_TIMEZONE: SAMPLE_ZONE, DATA_DIR: "/data" },
    },
    ...(asNobody ? { uid: NOBODY, gid: NOBODY } : {}),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (out += String(chunk)));
  const exit = once(child, "exit");
  try {
    const port = await eventually(() => /"port":(\d+)/.exec(out)?.[1]);
    await eventually(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200);
    child.kill("SIGTERM");
    const [code] = await exit;
    if (code !== 0 || out.includes('"level":50')) throw new Error(`It ended with ${String(code)}`);
    process.stdout.write(`The image's tree starts${asNobody ? " as nobody" : ""}, is ready, and stops.\n`);
  } catch (error) {
    process.stderr.write(out);
    throw error;
  } finally {
    child.kill("SIGKILL");
    await Promise.all([fakes.close(), mongo.stop()]);
    await rm(dir, { recursive: true, force: true });
  }
}

startImage(process.argv[2] ?? "").then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);

import { rm } from "node:fs/promises";
import { searchLogs } from "./logs/log-leaks";
import { startedServer } from "./test-server";

/** Fails the run when a secret or a stranger's address was logged, then stops and removes what `global-setup.ts` started. */
export default async function globalTeardown(): Promise<void> {
  const server = startedServer();
  if (server === undefined) return;
  const { own, logs } = server;
  sayWhatLeaked(logs);
  await own?.mongo.stop();
  for (const dir of [logs, own?.dir])
    if (dir !== undefined) await rm(dir, { recursive: true, force: true, maxRetries: 3 });
}

const MAX_SAID = 20;

function sayWhatLeaked(logs: string): void {
  const begun = performance.now();
  const { files, bytes, leaks } = searchLogs(logs);
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  if (leaks.length === 0) say(`No secret in ${files} logs of ${Math.round(bytes / 1_024)} KB (${seconds} s)`);
  if (leaks.length === 0) return;
  process.exitCode = 1;
  say(`FAILED: ${leaks.length} lines of logs show what no log may show; the first of them:`);
  for (const { of, what, line } of leaks.slice(0, MAX_SAID)) say(`${what}, logged in ${of}\n  ${line}`);
}

import { randomBytes } from "node:crypto";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { VARIABLES } from "../../../../src/config/variables";
import { type Log, logger } from "../../../../src/log";

/** Names the folder in which a run keeps what is logged; without it, as in the bench, nothing is kept. */
export const LOGS_VARIABLE = "PACELINE_TEST_LOGS";

/** Each file of tests loads this anew, so that its logs are searched for its own secrets. */
const OWN = randomBytes(8).toString("hex");
/** Which file of tests runs; outside of the tests there is none. */
const TEST_FILE = typeof expect === "undefined" ? "" : (expect.getState().testPath ?? "");
let streams = 0;

/** Makes what keeps a stream of output until the end of the run, when it is searched for secrets. */
export function recordedStream(): (text: string) => void {
  streams += 1;
  const name = `${OWN}-${streams}.log`;
  let begun = false;
  return (text) => {
    if (!begun) keep(name, `${TEST_FILE}\n`);
    begun = true;
    keep(name, text);
  };
}

/** Names secrets that no log of this file of tests may show. */
export function recordSecrets(secrets: readonly string[]): void {
  for (const secret of secrets) keep(`${OWN}.secrets`, `${JSON.stringify(secret)}\n`);
}

/** Lists the secrets of an environment, a pair of them one by one. */
export function secretsIn(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const names = Object.entries(VARIABLES).flatMap(([name, variable]) => ("secret" in variable ? [name] : []));
  return names.flatMap((name) => env[name]?.split(",") ?? []).filter((secret) => secret.length > 3);
}

/** An entry of a log, before it is written. */
export interface LogEntry {
  readonly level: string;
  readonly fields: object;
  readonly message: string;
}

/**
 * Makes a log at `debug` as the product writes it, for the end of the run; no value is wiped from it. `listen` hears each
 * entry as it comes.
 */
export function recordedLog(listen: (entry: LogEntry) => void = () => {}): Log {
  const level = process.env[LOGS_VARIABLE] === undefined ? "silent" : "debug";
  const kept = logger({ level, secrets: [] }, { write: recordedStream() });
  const into = (level: keyof Log) => (fields: object, message: string) => {
    listen({ level, fields, message });
    kept[level](fields, message);
  };
  return { debug: into("debug"), info: into("info"), warn: into("warn"), error: into("error") };
}

function keep(name: string, text: string): void {
  const folder = process.env[LOGS_VARIABLE];
  if (folder !== undefined) appendFileSync(join(folder, name), text);
}

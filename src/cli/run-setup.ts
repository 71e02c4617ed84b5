import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseEnv } from "../config/config";
import type { Finding } from "../doctor/finding";
import { opener, openWith } from "./setup/browser";
import { ENV_FILE, readEnvFile, saveEnvFile } from "./setup/env-file";
import type { Values } from "./setup/env-text";
import { type Streams, terminalPrompter, unattendedPrompter } from "./setup/prompter";
import { readSigned } from "./setup/refused-secret";
import { serviceUnit, UNIT_FILE } from "./setup/service-unit";
import { setupCommand } from "./setup/setup-command";
import type { Terminal } from "./sync-command";
import { withApp } from "./with-app";

export interface SetupOptions {
  /** Nobody is asked: all values come from the environment and the file. */
  readonly yes?: boolean;
  /** The file that is written; `.env` unless given. */
  readonly file: string;
}

/** Stands beside the file of variables, to be pasted at Slack and compared with at the next setup. */
const FILLED_MANIFEST = "slack-app.yml";
const ROOT = join(__dirname, "../..");
const MANIFEST = join(ROOT, "manifest.yml");

/** Is there where systemd starts services. */
const SYSTEMD = "/run/systemd/system";

/** Writes the unit beside the file of variables; returns its path. */
function saveUnit(file: string): string {
  const unit = join(dirname(file), UNIT_FILE);
  // Paceline reads the file of that name by itself.
  const options = file === ENV_FILE ? [] : [`--env-file=${resolve(file)}`];
  const places = { folder: process.cwd(), main: join(ROOT, "dist/main.js"), node: process.execPath };
  writeFileSync(unit, serviceUnit({ ...places, options, user: userInfo().username }));
  return unit;
}

/** `setup`: asks on these streams, writes the file, and examines what it made. Returns the exit code. */
export async function runSetup(
  { yes = false, file }: SetupOptions,
  { env, streams, terminal }: { readonly env: Values; readonly streams: Streams; readonly terminal: Terminal },
): Promise<number> {
  const filled = join(dirname(file), FILLED_MANIFEST);
  const doctor = async (values: Values): Promise<readonly Finding[]> => {
    const all = { ...env, ...values };
    // What a server needs and a command does not is missed now, not at the start.
    parseEnv(all, "server");
    let found: readonly Finding[] = [];
    await withApp({ env: all, terminal }, async (app) => {
      found = await app.doctor();
      return 0;
    });
    return found;
  };
  const isTerminal = "isTTY" in streams.output && streams.output.isTTY === true;
  const program = isTerminal ? opener(process.platform, env) : null;
  return setupCommand({
    prompter: yes ? unattendedPrompter(streams) : terminalPrompter(streams),
    env,
    file: { path: file, text: readEnvFile(file) },
    save: (values) => {
      const changed = saveEnvFile(file, values);
      if (changed !== null) terminal.err(changed);
    },
    manifest: readFileSync(MANIFEST, "utf8"),
    filled: { path: filled, text: existsSync(filled) ? readFileSync(filled, "utf8") : null },
    saveFilled: (manifest) => writeFileSync(filled, manifest),
    secret: () => randomBytes(24).toString("hex"),
    openPage: program === null ? null : openWith(program),
    saveUnit: () => (existsSync(SYSTEMD) ? saveUnit(file) : null),
    signed: readSigned(env),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    doctor,
  });
}

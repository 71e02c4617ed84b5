#!/usr/bin/env node
import { ConfigError } from "../config/config";
import { DatabaseError } from "../database/client";
import { TeamZoneError } from "../people/team-zone";
import { DateRangeError } from "../sync/date-range";
import { ImportBusy } from "../sync/order-imports";
import { commandLine } from "./commands";
import { FileError } from "./import-command";
import { SetupStopped } from "./setup/prompter";
import type { Terminal } from "./sync-command";

const terminal: Terminal = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
};

/** Commander has said by itself what was wrong. 2 for what whoever typed it must mend, 1 for everything else; help is no fault. */
function codeOfError(error: unknown): number {
  if (error instanceof Error && "exitCode" in error) return error.exitCode === 0 ? 0 : 2;
  const expected = [
    ConfigError,
    DatabaseError,
    TeamZoneError,
    DateRangeError,
    FileError,
    ImportBusy,
    SetupStopped,
  ].some((kind) => error instanceof kind);
  const text = error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error);
  terminal.err(text);
  return expected ? 2 : 1;
}

process.env.TZ = "UTC";
commandLine(terminal)
  .parseAsync()
  .catch((error: unknown) => {
    process.exitCode = codeOfError(error);
  });

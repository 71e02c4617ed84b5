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

/** What whoever typed a command must mend. */
const MENDED_BY_CALLER = [ConfigError, DatabaseError, TeamZoneError, DateRangeError, FileError, SetupStopped];

/**
 * Commander has said by itself what was wrong. 2 for what whoever typed it must mend, 1 for everything else, also where another import is
 * under way: the same command succeeds later. Help is no fault.
 */
function codeOfError(error: unknown): number {
  if (error instanceof Error && "exitCode" in error) return error.exitCode === 0 ? 0 : 2;
  const isMended = MENDED_BY_CALLER.some((kind) => error instanceof kind);
  terminal.err(textOf(error, isMended || error instanceof ImportBusy));
  return isMended ? 2 : 1;
}

/** A message that says what to do stands without its stack. */
function textOf(error: unknown, isExpected: boolean): string {
  if (!(error instanceof Error)) return String(error);
  return isExpected ? error.message : (error.stack ?? error.message);
}

process.env.TZ = "UTC";
commandLine(terminal)
  .parseAsync()
  .catch((error: unknown) => {
    process.exitCode = codeOfError(error);
  });

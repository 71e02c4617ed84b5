import type { Log } from "../../../src/log";
import { type LogEntry, recordedLog } from "../env/logs/recorded-logs";

/** A log that keeps what is written to it, for the end of the run, too. */
export interface MemoryLog extends Log {
  readonly entries: readonly LogEntry[];
  /** The entries of these levels. */
  at(...levels: readonly string[]): readonly LogEntry[];
}

export function memoryLog(): MemoryLog {
  const entries: LogEntry[] = [];
  const log = recordedLog((entry) => void entries.push(entry));
  return { ...log, entries, at: (...levels) => entries.filter(({ level }) => levels.includes(level)) };
}

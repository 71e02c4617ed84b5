import type { Log } from "../../../src/log";

export interface LogEntry {
  readonly level: string;
  readonly fields: object;
  readonly message: string;
}

/** A log that keeps what is written to it. */
export interface MemoryLog extends Log {
  readonly entries: readonly LogEntry[];
  /** The entries of these levels. */
  at(...levels: readonly string[]): readonly LogEntry[];
}

export function memoryLog(): MemoryLog {
  const entries: LogEntry[] = [];
  const into = (level: string) => (fields: object, message: string) => void entries.push({ level, fields, message });
  return {
    debug: into("debug"),
    info: into("info"),
    warn: into("warn"),
    error: into("error"),
    entries,
    at: (...levels) => entries.filter(({ level }) => levels.includes(level)),
  };
}

import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "./needs";

/** Bolt's logger on ours: a static message, its text as a field. Its debug lines hold people's messages and are dropped. */
export function boltLogger(log: Log): Logger {
  return {
    debug: () => {},
    info: (...said) => log.debug({ said: line(said) }, "Bolt says"),
    warn: (...said) => log.warn({ said: line(said) }, "Bolt warns"),
    error: (...said) => log.error({ said: line(said) }, "Bolt fails"),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

function line(said: readonly unknown[]): string {
  return said.map((part) => (part instanceof Error ? part.message : String(part))).join(" ");
}

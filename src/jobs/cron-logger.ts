import type { Logger } from "node-cron";
import type { Log } from "../log";

/** node-cron's logger on ours: a static message, its text as a field. A slot that another process runs is no news. */
export function cronLogger(log: Log): Logger {
  return {
    info: (said) => log.debug({ said }, "The scheduler says"),
    debug: (said) => log.debug({ said: String(said) }, "The scheduler says"),
    warn: (said) => log.warn({ said }, "The scheduler warns"),
    error: (said, error) => log.error({ said: String(said), error }, "The scheduler fails"),
  };
}

import type { Config } from "../config/config";
import type { Database } from "../database/connect";
import type { Log } from "../log";

/** What the process hands to the app: nothing in it reads a clock, an environment or a source of chance by itself. */
export interface AppDeps {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
  /** The clock of days and figures. */
  readonly now: () => Date;
  /** Milliseconds that only ever rise, for limits and waits. */
  readonly clock: () => number;
  readonly newId: () => string;
  /** The name under which this process holds leases. */
  readonly owner: string;
  /** The address at which vendors reach us, if that is known only after the start; PUBLIC_URL when unset. */
  readonly publicUrl?: () => string | undefined;
}

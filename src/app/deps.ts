import type { Config } from "../config/config";
import type { Database } from "../database/connect";
import type { Log } from "../log";

/** What the world hands to the app: nothing in it reads a clock, an environment or a source of chance by itself. */
export interface AppDeps {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
  /** The time that days and figures go by. */
  readonly now: () => Date;
  /** Milliseconds that only ever rise, for limits and waits. */
  readonly clock: () => number;
  readonly newId: () => string;
  /** Which process this is, for whoever looks at the lock. */
  readonly owner: string;
  /** Where vendors reach us, for whoever learns it late; PUBLIC_URL when unset. */
  readonly publicUrl?: () => string | undefined;
}

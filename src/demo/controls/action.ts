import type { Db } from "mongodb";
import type { ZoneDays } from "../../time/day";
import type { DemoClock } from "../clock";
import type { Fakes } from "../fakes";
import type { PassingDays } from "../passing/passing-days";

/** What the actions of the demo's controls need. */
export interface ControlsDeps {
  readonly clock: DemoClock;
  readonly fakes: Fakes;
  /** The demo's own database: a reset empties it. */
  readonly db: Db;
  /** The team's. */
  readonly days: ZoneDays;
  /** Resolves when the app is idle: no sync and no listener is running. */
  readonly idle: () => Promise<void>;
  /** Runs the jobs that became due when the clock was moved. */
  readonly tick?: () => Promise<void>;
  /** Plays what the demo begins with, on an empty database. */
  readonly begin?: () => Promise<void>;
  /** Lists the moments at which a job is due, from `after` (excluded) to `until` (included). */
  readonly dueBetween?: (after: Date, until: Date) => Promise<readonly Date[]>;
  /** What the days bring that pass while the clock is moved; nobody does anything on them unless given. */
  readonly passing?: PassingDays;
}

/** An action of the demo's controls, together with the code that runs it. */
export interface DemoAction {
  readonly id: string;
  readonly label: string;
  /** One sentence: what happens, and what to look at. */
  readonly hint: string;
  /** For a switch: whether it is on now. */
  readonly on?: () => boolean;
  /** Runs the action, for this member where it matters, and says what happened and what to look at next. */
  run(user: string): string | Promise<string>;
}

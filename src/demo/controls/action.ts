import type { Db } from "mongodb";
import type { ZoneDays } from "../../time/day";
import type { DemoClock } from "../clock";
import type { Fakes } from "../fakes";

/** What the actions of the demo's controls need. */
export interface ControlsDeps {
  readonly clock: DemoClock;
  readonly fakes: Fakes;
  /** The demo's own database: a reset empties it. */
  readonly db: Db;
  /** The team's. */
  readonly days: ZoneDays;
  /** Resolves when the app is at work on nothing: no sync runs, no listener either. */
  readonly idle: () => Promise<void>;
  /** Does what became due when the clock was moved. */
  readonly tick?: () => Promise<void>;
  /** When something is due between these, the last one included. */
  readonly dueBetween?: (after: Date, until: Date) => Promise<readonly Date[]>;
}

/** Something that can be done to the demo's world. */
export interface DemoAction {
  readonly id: string;
  readonly label: string;
  /** What happens, and what to look at, in a sentence. */
  readonly hint: string;
  /** For a switch: whether it is on now. */
  readonly on?: () => boolean;
  /** Does it, for a member of the workspace where it matters, and says what happened and what to look at next. */
  run(user: string): string | Promise<string>;
}

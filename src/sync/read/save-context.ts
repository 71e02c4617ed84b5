import type { FactStore } from "../../metrics/fact-store";
import type { ReadSession, Source, WindowRead } from "../../sources/source";
import type { InstantRange, ZoneDays } from "../../time/day";
import type { Fence } from "../lease";
import type { DirtyDaysStore } from "../totals/dirty-days-store";
import type { CheckpointStore } from "./checkpoint-store";

/** What it takes to save what a run reads. */
export interface SaveContext {
  readonly facts: FactStore;
  readonly fence: Fence;
  /** How many records of a window may be deleted with an admin's approval: 0 without one. */
  readonly approvedDeletions: number;
  /** False when records changed just now, so that what an interrupted read had saved may be out of date. */
  readonly resume: boolean;
  readonly checkpoints: CheckpointStore;
  readonly dirtyDays: DirtyDaysStore;
  readonly days: ZoneDays;
  readonly now: () => Date;
}

/** A window of a source that was read completely. */
export interface CompleteWindow {
  readonly source: Source["id"];
  readonly window: InstantRange;
  /** All that this run reads of the source, in one window or several. */
  readonly range: InstantRange;
  readonly read: WindowRead;
  readonly session: ReadSession;
}

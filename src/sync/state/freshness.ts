import type { SourceId } from "../../metrics/sources";
import type { Day } from "../../time/day";
import type { UnansweredDay } from "./unanswered";

/**
 * Tells whether nothing was ever read of the sources that are on. Those that change by imports alone decide only where there is no
 * other.
 */
export function isNeverRead(sources: readonly Freshness[]): boolean {
  const on = sources.filter(({ state }) => state !== "off");
  const asked = on.filter(({ imported }) => !imported);
  return on.length > 0 && (asked.length > 0 ? asked : on).every(({ asOf }) => asOf === null);
}

/** Tells whether a source was read of late, but never as far back as a sync that names no days reads: its first sync may be running. */
export function isShallow({ state, imported, asOf, deepOn }: Freshness): boolean {
  return state !== "off" && !imported && asOf !== null && deepOn === undefined;
}

/** When a source broke, on the database's clock, how long ago that was, and what by, as its error said last. */
export interface Broke {
  readonly at: Date;
  readonly msAgo: number;
  readonly fault: string;
}

/** How old a source's figures are. */
export interface Freshness {
  readonly source: SourceId;
  /** Instant as of which its figures stand; `null` when it was never read. */
  readonly asOf: Date | null;
  /** The first day from which on every day up to `asOf` was read; absent when it was never read. */
  readonly from?: Day;
  /** The day of its last complete reading of 30 days or more; absent when there was none. */
  readonly deepOn?: Day;
  readonly state: "fresh" | "failed" | "off" | "never";
  /** After a failure: what is wrong and what to do, a sentence. */
  readonly problem?: string;
  /** After a failure: when it broke. */
  readonly broke?: Broke;
  /** So many days after their own day its records still came or changed, of late; absent where that is not known. */
  readonly settlingDays?: number;
  /** Days with records that count although it doesn't say whether they still exist; absent where there are none. */
  readonly unanswered?: readonly UnansweredDay[];
  /** It is as old as the last import, and no sync makes it younger. */
  readonly imported?: true;
  /** It failed, was never read, or is older than the last expected sync: its figures are marked wherever they are shown. */
  readonly stale?: true;
}

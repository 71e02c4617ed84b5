import type { SourceId } from "../../metrics/sources";
import type { Day } from "../../time/day";

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
  /** So many days after their own day its records still came or changed, of late; absent where that is not known. */
  readonly settlingDays?: number;
  /** It is as old as the last import, and no sync makes it younger. */
  readonly imported?: true;
}

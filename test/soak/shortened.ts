import { join } from "node:path";

/** How a soak's time differs from real time. */
export interface ShortenedTime {
  /** By how much leases, waits and the time between ticks are shorter: 1 for real time. */
  readonly by: number;
  /** The folder through which the processes are told of the clock of days, and when to end. */
  readonly folder: string;
}

/** The file that says how many milliseconds the clock of days is ahead of the machine's. */
export function clockFile(folder: string): string {
  return join(folder, "clock-ahead-ms");
}

/**
 * A moment in a replica's work: a message is claimed and not yet posted; it is posted, and that is not yet recorded; totals
 * are computed, under the lease, and not yet written.
 */
export type Moment = "claimed" | "posted" | "totaled";

/** The files by which replicas are told that the next one at such a moment is to send itself a signal, and by which that one says who it is. */
export function momentFiles(folder: string, moment: Moment) {
  return { order: join(folder, `${moment}.order`), reached: join(folder, `${moment}.reached`) };
}

/** The environment of a replica in shortened time: all that is built runs as it is, behind `preload.js`. */
export function shortenedEnv({ by, folder }: ShortenedTime, replica: string): Readonly<Record<string, string>> {
  const node = `--max-old-space-size=192 --require=${join(__dirname, "preload.js")}`;
  return { NODE_OPTIONS: node, SOAK_BY: String(by), SOAK_FOLDER: folder, SOAK_REPLICA: replica };
}

import type { SaveContext } from "./save-context";
import { ReadTally, saveWindows, type Windows } from "./save-windows";
import { callSource } from "./source-failure";
import { isBound, QUICK_RECORDS, SHORT_READ_MS } from "./stages";

/** The newest days of a range, which are read first where a vendor's limit binds. */
export interface NewestStage<T> {
  /** The first instant of the newest days. */
  readonly since: Date;
  /** Tells whether a limit of another source binds, so that the newest days are shown first anyway. */
  readonly begun: () => boolean;
  /** Called when they are about to be read first. */
  readonly begin: () => void;
  /** Called with what they brought once they are saved; the older days follow. */
  readonly end: (brought: T) => void;
}

/**
 * Reads and saves a range: at once, or, where a vendor's limit would make that longer than half a minute, first its newest days
 * and then the older ones. What a read that broke off saved of the older days is resumed; the newest days are read again.
 *
 * @throws {SourceError} and whatever the database throws; windows that were complete before stay saved.
 */
export async function saveStages(
  windows: Windows,
  newest: NewestStage<ReadTally> | null,
  context: SaveContext,
): Promise<void> {
  const { session, within, tally } = windows;
  const soon = session.recordsWithin?.(SHORT_READ_MS);
  if (newest === null || soon === undefined || newest.since <= within.since || newest.since >= within.until)
    return saveWindows(windows, context);
  // One that no limit binds is read at once, unless the newest days of another would wait long for it.
  const most = () => (newest.begun() ? Math.min(soon, QUICK_RECORDS) : soon);
  const tried = await callSource(() => session.read(within, { most }));
  if (tried.kind === "complete" || !isBound(tried.records, most())) return saveWindows({ ...windows, tried }, context);
  newest.begin();
  const newestTally = new ReadTally(null);
  const newestDays = { since: newest.since, until: within.until };
  await saveWindows({ ...windows, within: newestDays, tally: newestTally, newest: true }, context);
  newest.end(newestTally);
  await saveWindows({ ...windows, within: { since: within.since, until: newest.since } }, context);
  tally.addNewest(newestTally, newestDays);
}

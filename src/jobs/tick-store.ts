import type { Db } from "mongodb";
import type { RunCoordinator } from "node-cron";
import { isDuplicateKey } from "../lib/duplicate-key";

interface TickDocument {
  readonly _id: string;
  readonly at: Date;
  /** The process that ran it. */
  readonly by: string;
}

/**
 * Lets one process run a slot, whoever inserts it first. Slots are never given back: a process whose clock is late would
 * run one again. It saves work only; what a tick does is safe in several processes at once.
 */
export function tickCoordinator(db: Db, owner: string): RunCoordinator {
  const ticks = db.collection<TickDocument>("ticks");
  return {
    async shouldRun(key) {
      try {
        await ticks.insertOne({ _id: key, at: new Date(slotOf(key)), by: owner });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
  };
}

/** Reads which minutes some process ran. */
export function tickLog(db: Db) {
  const ticks = db.collection<TickDocument>("ticks");
  return {
    /** Lists the latest, the newest first. */
    latest: async (count: number): Promise<readonly Date[]> =>
      (await ticks.find().sort({ at: -1 }).limit(count).toArray()).map(({ at }) => at),
    /** Reads the first that is kept, of the last week; `null` where there is none. */
    first: async (): Promise<Date | null> => (await ticks.findOne({}, { sort: { at: 1 } }))?.at ?? null,
  };
}

/** `tick:2026-10-29T08:00:00.000Z` */
function slotOf(key: string): string {
  return key.slice(key.indexOf(":") + 1);
}

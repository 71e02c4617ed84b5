import type { Db } from "mongodb";
import type { SourceId } from "../../metrics/sources";
import type { Day } from "../../time/day";

/** A day whose totals may not be those of its records. */
export interface DirtyDay {
  readonly day: Day;
  /** The source whose records of the day must be read first; absent where its facts are saved. */
  readonly unread?: SourceId;
}

/**
 * Stores the days whose totals must be recomputed, in one document of `settings`: they are marked before anything of
 * them is written, and cleared once their totals are made, so a run that is killed in between leaves them to the next.
 */
export interface DirtyDaysStore {
  all(): Promise<readonly DirtyDay[]>;
  /** @param asOf the token of the run that changes them. */
  mark(dirty: readonly DirtyDay[], asOf: number): Promise<void>;
  /** Clears what this run or an earlier one marked; unread days only if their source is among those read. */
  clear(asOf: number, read: readonly SourceId[]): Promise<void>;
}

interface DirtyDaysDocument {
  readonly _id: string;
  readonly days?: readonly (DirtyDay & { readonly asOf: number })[];
}

export function dirtyDaysStore(db: Db): DirtyDaysStore {
  const settings = db.collection<DirtyDaysDocument>("settings");
  return {
    all: async () => (await settings.findOne({ _id: KEY }))?.days ?? [],
    mark: async (due, asOf) => {
      const days = due.map((one) => ({ ...one, asOf }));
      await settings.updateOne({ _id: KEY }, { $addToSet: { days: { $each: days } } }, { upsert: true });
    },
    clear: async (asOf, read) => {
      const cleared = { asOf: { $lte: asOf }, $or: [{ unread: { $exists: false } }, { unread: { $in: [...read] } }] };
      await settings.updateOne({ _id: KEY }, { $pull: { days: cleared } });
    },
  };
}

const KEY = "sync:due";

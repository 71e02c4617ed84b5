import type { Db } from "mongodb";
import type { StoredFact } from "../../metrics/fact-changes";
import { SOURCE_IDS } from "../../metrics/sources";
import type { Day, ZoneDays } from "../../time/day";
import { DUPLICATE_REACH_MS } from "./duplicates";

/** How far records have expired. */
export interface Expiry {
  /** The first day whose records are kept, by the team's zone: totals of days before it are frozen. `null` while all are kept. */
  readonly retainedFrom: Day | null;
  /** Records of days before this one are deleted; behind `retainedFrom` where a process died in between. */
  readonly deletedBefore: Day | null;
}

/** Stores how far records have expired, in one document of `settings`, and deletes them. */
export interface ExpiryStore {
  read(): Promise<Expiry>;
  /** Freezes the totals of all days before this one, for good. */
  freezeBefore(day: Day): Promise<void>;
  /**
   * Deletes the records of all days before this one, and what was counted of posts on these days; JustCall's of the two minutes before
   * it once this day is not kept either.
   */
  deleteBefore(day: Day, days: ZoneDays): Promise<void>;
}

interface ExpiryDocument {
  readonly _id: string;
  readonly retainedFrom?: Day;
  readonly deletedBefore?: Day;
}

const KEY = "expiry";

/** A call of the last minutes of a day may cover a Copper call of the day after, which is kept: it goes a day later. */
function beforeReach(start: Date): Date {
  return new Date(start.getTime() - DUPLICATE_REACH_MS);
}

export function expiryStore(db: Db): ExpiryStore {
  const settings = db.collection<ExpiryDocument>("settings");
  const facts = db.collection<StoredFact>("facts");
  return {
    read: async () => {
      const { retainedFrom = null, deletedBefore = null } = (await settings.findOne({ _id: KEY })) ?? {};
      return { retainedFrom, deletedBefore };
    },
    freezeBefore: async (day) => {
      await settings.updateOne({ _id: KEY }, { $max: { retainedFrom: day } }, { upsert: true });
    },
    deleteBefore: async (day, days) => {
      const before = days.startOf(day);
      for (const source of SOURCE_IDS) {
        const expired = { source, at: { $lt: source === "justcall" ? beforeReach(before) : before } };
        // Most days there is nothing, and then nothing is written.
        if ((await facts.findOne(expired, { projection: { _id: 1 } })) !== null) await facts.deleteMany(expired);
      }
      await settings.deleteMany({ _id: { $gte: "posts:", $lt: `posts:${day}` } });
      await settings.updateOne({ _id: KEY }, { $max: { deletedBefore: day } });
    },
  };
}

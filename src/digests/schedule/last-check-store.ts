import type { Db } from "mongodb";

interface LastCheckDocument {
  readonly _id: "digests";
  readonly lookedAt: Date;
}

/** Stores when it was last checked what is due, on the clock of days: what fell due since, and is too late now, was missed. */
export interface LastCheckStore {
  last(): Promise<Date | null>;
  record(at: Date): Promise<void>;
}

export function lastCheckStore(db: Db): LastCheckStore {
  const settings = db.collection<LastCheckDocument>("settings");
  return {
    last: async () => (await settings.findOne({ _id: "digests" }))?.lookedAt ?? null,
    record: async (lookedAt) => {
      await settings.updateOne({ _id: "digests" }, { $set: { lookedAt } }, { upsert: true });
    },
  };
}

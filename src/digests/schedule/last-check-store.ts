import type { Db } from "mongodb";

interface LooksDocument {
  readonly _id: "digests";
  readonly lookedAt: Date;
}

/** When it was last looked what is due, on the clock of days: what fell due since, and is too late now, was missed. */
export interface LastCheckStore {
  last(): Promise<Date | null>;
  note(at: Date): Promise<void>;
}

export function lastCheckStore(db: Db): LastCheckStore {
  const settings = db.collection<LooksDocument>("settings");
  return {
    last: async () => (await settings.findOne({ _id: "digests" }))?.lookedAt ?? null,
    note: async (lookedAt) => {
      await settings.updateOne({ _id: "digests" }, { $set: { lookedAt } }, { upsert: true });
    },
  };
}

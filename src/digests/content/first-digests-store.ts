import type { Db } from "mongodb";
import type { Person } from "../../people/person";
import type { Delivery } from "../delivery/delivery";

/** Knows who has had no digest yet. That one arrived is stored with the person, since deliveries are kept for a time only. */
export interface FirstDigestsStore {
  /**
   * Returns to whom of these people no digest has arrived yet, by Slack's id, and remembers the others: a query of those alone
   * who are not known to have had one, and a write only where that is learned.
   */
  awaited(people: readonly Pick<Person, "_id" | "hadDigest">[]): Promise<ReadonlySet<string>>;
}

export function firstDigestsStore(db: Db): FirstDigestsStore {
  const { collectionName: from } = db.collection<Delivery>("deliveries");
  /** Reads of whose digests one is stored as arrived. The rows' ids of one person lie side by side: one of each is looked at. */
  const received = async (ids: readonly string[]): Promise<readonly string[]> => {
    const ranges = ids.map((id) => ({ _id: id, first: `digest:${id}:`, until: `digest:${id};` }));
    const within = { $and: [{ $gte: ["$_id", "$$first"] }, { $lt: ["$_id", "$$until"] }] };
    const pipeline = [{ $match: { $expr: within, state: "sent" } }, { $limit: 1 }, { $project: { _id: 1 } }];
    const stages = [
      { $documents: ranges },
      { $lookup: { from, let: { first: "$first", until: "$until" }, pipeline, as: "sent" } },
      { $match: { "sent.0": { $exists: true } } },
      { $project: { _id: 1 } },
    ];
    return (await db.aggregate<{ readonly _id: string }>(stages).toArray()).map(({ _id }) => _id);
  };
  return {
    awaited: async (people) => {
      const ids = people.filter(({ hadDigest }) => hadDigest !== true).map(({ _id }) => _id);
      if (ids.length === 0) return new Set();
      const had = new Set(await received(ids));
      const users = db.collection<Person>("users");
      if (had.size > 0) await users.updateMany({ _id: { $in: [...had] } }, { $set: { hadDigest: true } });
      return new Set(ids.filter((id) => !had.has(id)));
    },
  };
}

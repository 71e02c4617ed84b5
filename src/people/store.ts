import { isDeepStrictEqual } from "node:util";
import type { Db } from "mongodb";
import type { Person, Salesman } from "./person";

/** The documents of `users` and `fishbowl_users_map`. */
export interface PeopleStore {
  all(): Promise<readonly Person[]>;
  one(userId: string): Promise<Person | null>;
  /** Writes those that differ from what was read before; fields set meanwhile by hand stay. */
  save(before: readonly Person[], after: readonly Person[]): Promise<void>;
  salesmen(): Promise<readonly Salesman[]>;
}

export function peopleStore(db: Db): PeopleStore {
  const users = db.collection<Person>("users");
  const map = db.collection<Salesman>("fishbowl_users_map");
  return {
    all: () => users.find().sort({ _id: 1 }).toArray(),
    one: (userId) => users.findOne({ _id: userId }),
    async save(before, after) {
      const known = new Map(before.map((person) => [person._id, person]));
      const updates = after.flatMap((person) => {
        const set = changedFields(known.get(person._id), person);
        return set === null
          ? []
          : [{ updateOne: { filter: { _id: person._id }, update: { $set: set }, upsert: true } }];
      });
      if (updates.length > 0) await users.bulkWrite(updates, { ordered: false });
    },
    salesmen: () => map.find().sort({ _id: 1 }).toArray(),
  };
}

function changedFields(before: Person | undefined, after: Person): Partial<Person> | null {
  const { _id, ...fields } = after;
  const changed = Object.entries(fields).filter(
    ([field, value]) => value !== undefined && !isDeepStrictEqual(value, before?.[field as keyof Person]),
  );
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

import type { Db } from "mongodb";
import type { Act, Actor } from "./permissions";

/** Something that somebody asked for and may not do. */
export interface Refusal {
  readonly userId: string;
  readonly role: Actor["role"];
  /** What they asked for; "anything" of outsiders, who may do nothing. */
  readonly what: Act["does"] | "anything";
  /** The command, button or form they used, as the log names it. */
  readonly doing: string;
  readonly at: Date;
}

/** The `refusals` collection: one document for each minute in which somebody was refused something. */
export interface RefusalStore {
  /** Records a refusal; answers false where that minute already holds one of this person, which is left as it is. */
  record(refusal: Refusal): Promise<boolean>;
  /** Lists the latest refusals, the newest first. */
  latest(count: number): Promise<readonly Refusal[]>;
}

/** How many people's last minutes a process remembers: whoever keeps on trying costs no write. */
const MAX_REMEMBERED = 1_000;

export function refusalStore(db: Db): RefusalStore {
  const refusals = db.collection<Refusal & { readonly _id: string }>("refusals");
  const minutes = new Map<string, string>();
  return {
    record: async (refusal) => {
      const { userId, at } = refusal;
      const minute = at.toISOString().slice(0, 16);
      if (minutes.get(userId) === minute) return false;
      const write = { $setOnInsert: { ...refusal } };
      const { upsertedCount } = await refusals.updateOne({ _id: `${userId}:${minute}` }, write, { upsert: true });
      if (minutes.size >= MAX_REMEMBERED) minutes.clear();
      minutes.set(userId, minute);
      return upsertedCount === 1;
    },
    latest: (count) =>
      refusals
        .find({}, { projection: { _id: 0 } })
        .sort({ at: -1 })
        .limit(count)
        .toArray(),
  };
}

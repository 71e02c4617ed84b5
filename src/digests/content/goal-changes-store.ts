import type { Db } from "mongodb";
import type { GoalChange } from "../../goals/edit";
import type { Delivery } from "../delivery/delivery";
import type { DueRow } from "../planned-message";

/** Reads what others changed in people's goals, and keeps which digest tells it. */
export interface GoalChangesStore {
  /**
   * The changes that these digests are to tell, the oldest first, by their rows' ids: those that no other digest tells,
   * or one that never arrived. At most two queries, however many people there are.
   */
  untold(rows: readonly Pick<DueRow, "_id" | "to">[]): Promise<ReadonlyMap<string, readonly GoalChange[]>>;
  /** Records that these digests tell these changes. */
  tell(changes: ReadonlyMap<string, readonly Pick<GoalChange, "_id">[]>): Promise<void>;
}

export function goalChangesStore(db: Db): GoalChangesStore {
  const log = db.collection<GoalChange>("goal_changes");
  /** Digests that never arrived. The log outlives deliveries: one that is not kept any more arrived long ago, or was made up for. */
  const lost = async (changes: readonly GoalChange[]): Promise<ReadonlySet<string>> => {
    const ids = [...new Set(changes.flatMap(({ toldIn }) => toldIn ?? []))];
    if (ids.length === 0) return new Set();
    const rows = db
      .collection<Delivery>("deliveries")
      .find({ _id: { $in: ids }, state: { $in: ["failed", "missed", "skipped"] } });
    return new Set((await rows.project<{ _id: string }>({ _id: 1 }).toArray()).map(({ _id }) => _id));
  };
  return {
    untold: async (rows) => {
      const users = [...new Set(rows.map(({ to }) => to))];
      const found = await log
        .find({ userId: { $in: users }, toldIn: { $exists: true } })
        .sort({ at: 1, _id: 1 })
        .toArray();
      const untoldBy = await lost(found);
      const claimed = new Set<string>();
      return new Map(
        rows.map(({ _id, to }) => {
          const own = found.filter(({ _id: id, userId, toldIn = null }) => {
            const open = toldIn === null || toldIn === _id || untoldBy.has(toldIn);
            return userId === to && open && !claimed.has(id);
          });
          for (const { _id: id } of own) claimed.add(id);
          return [_id, own];
        }),
      );
    },
    tell: async (changes) => {
      const updates = [...changes]
        .filter(([, told]) => told.length > 0)
        .map(([toldIn, told]) => {
          return { updateMany: { filter: { _id: { $in: told.map(({ _id }) => _id) } }, update: { $set: { toldIn } } } };
        });
      if (updates.length > 0) await log.bulkWrite(updates);
    },
  };
}

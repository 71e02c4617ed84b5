import type { Db } from "mongodb";
import type { Delivery } from "../delivery/delivery";
import type { BoardOfDay } from "../delivery/posted-ranks-store";
import { deliveryId } from "../planned-message";

/** What is read of a board's post. */
export type BoardPost = Pick<
  Delivery,
  "_id" | "again" | "state" | "ts" | "channel" | "reason" | "postedBy" | "cutOffAt" | "body" | "shown"
>;

/** Reads how often, by whom and with what outcome a board was posted on a day. */
export interface BoardPostsStore {
  /** The day's own first, then those that were posted once more. */
  of(board: BoardOfDay): Promise<readonly BoardPost[]>;
  stateOf(id: string): Promise<Delivery["state"] | null>;
}

export function boardPostsStore(db: Db): BoardPostsStore {
  const rows = db.collection<Delivery>("deliveries");
  return {
    of: async ({ to, team, day }) => {
      const own = deliveryId({ kind: "board", to, day, ...(team !== undefined && { team }) });
      const fields = { again: 1, state: 1, ts: 1, channel: 1, reason: 1, postedBy: 1, cutOffAt: 1, body: 1, shown: 1 };
      const found = await rows
        .find<BoardPost>({ _id: { $gte: own, $lt: `${own};` } }, { projection: fields })
        .toArray();
      return found.sort((a, b) => (a.again ?? 0) - (b.again ?? 0));
    },
    stateOf: async (_id) => (await rows.findOne({ _id }, { projection: { state: 1 } }))?.state ?? null,
  };
}

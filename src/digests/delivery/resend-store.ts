import type { Db } from "mongodb";
import { isDuplicateKey } from "../../lib/duplicate-key";
import type { Day } from "../../time/day";
import { deliveryId, type PlannedMessage } from "../planned-message";
import { type Delivery, newDelivery } from "./delivery";

/** Digests that people asked for once more: deliveries of their own, with a number behind their day. */
export interface ResendStore {
  /** How often the digest of that day was asked for again. */
  count(userId: string, day: Day): Promise<number>;
  /** Adds the row, once however often it is asked for by the same number. */
  add(wanted: PlannedMessage, number: number): Promise<void>;
  /** How many there are whose time is not over for a day. */
  countRecent(now: Date): Promise<number>;
}

const DAY_MS = 86_400_000;

export function resendStore(db: Db): ResendStore {
  const rows = db.collection<Delivery>("deliveries");
  return {
    count: (to, day) => rows.countDocuments({ _id: { $regex: `^digest:${to}:${day}:again:` } }),
    async add(wanted, number) {
      try {
        const row = { ...newDelivery(wanted), _id: `${deliveryId(wanted)}:again:${number}` };
        await rows.insertOne(row, { writeConcern: { w: "majority" } });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    countRecent: (now) =>
      rows.countDocuments({ _id: { $regex: ":again:" }, dueAt: { $gt: new Date(now.getTime() - 2 * DAY_MS) } }),
  };
}

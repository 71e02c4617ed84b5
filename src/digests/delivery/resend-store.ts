import type { Db } from "mongodb";
import { isDuplicateKey } from "../../lib/duplicate-key";
import type { Day } from "../../time/day";
import { deliveryId, type PlannedMessage } from "../planned-message";
import { type Delivery, newDelivery } from "./delivery";

/** Stores resent digests: deliveries of their own, with a number after their day. */
export interface ResendStore {
  /** Counts how often the digest of that day was asked for again. */
  count(userId: string, day: Day): Promise<number>;
  /** Adds the row, once however often it is asked for by the same number. */
  add(wanted: PlannedMessage, number: number): Promise<void>;
  /** Counts the resends of the last two days. */
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

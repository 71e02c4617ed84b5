import type { Db } from "mongodb";
import { isDuplicateKey } from "../../lib/duplicate-key";
import type { Day } from "../../time/day";
import type { PlannedMessage } from "../planned-message";
import { type Delivery, newDelivery } from "./delivery";
import type { SendRateStore } from "./send-rate-store";

/** Stores resent digests: deliveries of their own, with a number after their day. */
export interface ResendStore {
  /** Counts how often the digest of that day was asked for again. */
  count(userId: string, day: Day): Promise<number>;
  /** Adds the row, once however often it is asked for by the same number. */
  add(wanted: PlannedMessage, number: number): Promise<void>;
}

export function resendStore(db: Db, { addReceivers }: Pick<SendRateStore, "addReceivers">): ResendStore {
  const rows = db.collection<Delivery>("deliveries");
  return {
    count: (to, day) => rows.countDocuments({ _id: { $regex: `^digest:${to}:${day}:again:` } }),
    async add(wanted, number) {
      const row = newDelivery({ ...wanted, again: number });
      // It is one more message for its day than the day has people.
      await addReceivers(wanted.day, [row._id]);
      try {
        await rows.insertOne(row, { writeConcern: { w: "majority" } });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
  };
}

import type { Db } from "mongodb";
import type { Delivery } from "./delivery";

/** What became of digests and boards, to be read. */
export interface DeliveryLog {
  /** The latest so many, the newest first. */
  latest(count: number): Promise<readonly Delivery[]>;
}

export function deliveryLog(db: Db): DeliveryLog {
  return {
    latest: (count) =>
      db.collection<Delivery>("deliveries").find().sort({ dueAt: -1, order: 1 }).limit(count).toArray(),
  };
}

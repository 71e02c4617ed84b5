import type { Db } from "mongodb";
import type { Day } from "../../../time/day";
import type { Delivery } from "../../delivery/delivery";
import { arrivedLately } from "../../delivery/reported-figures-store";
import { type ReportedOrders, recentDigestIds } from "../../planned-message";

/** Reads of which orders the money consisted that digests told lately. */
export interface ReportedOrdersStore {
  /** What digests that arrived in the days before these told, by Slack's id: one query, of those alone whose money fell since. */
  lately(
    people: readonly { readonly to: string; readonly day: Day }[],
  ): Promise<ReadonlyMap<string, readonly ReportedOrders[]>>;
}

export function reportedOrdersStore(db: Db): ReportedOrdersStore {
  return {
    lately: async (people) => {
      if (people.length === 0) return new Map();
      const rows = await db
        .collection<Delivery>("deliveries")
        .find(arrivedLately(people, people.flatMap(recentDigestIds)))
        .project<Pick<Delivery, "to" | "orders">>({ _id: 0, to: 1, orders: 1 })
        .toArray();
      const told = new Map<string, readonly ReportedOrders[]>();
      // Rows from before orders were stored have none.
      for (const { to, orders = [] } of rows) told.set(to, [...(told.get(to) ?? []), ...orders]);
      return told;
    },
  };
}

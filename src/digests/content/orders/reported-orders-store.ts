import type { Db } from "mongodb";
import type { Day } from "../../../time/day";
import { addDays } from "../../../time/day";
import type { Delivery } from "../../delivery/delivery";
import { REMEMBERED_DAYS, type ReportedOrders, recentDigestIds } from "../../planned-message";

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
      const days = people.map(({ day }) => day).sort();
      const [first, last] = [days[0], days.at(-1)];
      if (first === undefined || last === undefined) return new Map();
      const ids = people.flatMap(recentDigestIds);
      // What somebody asked for again has told them, too.
      const again = { to: { $in: people.map(({ to }) => to) }, again: { $gte: 1 } };
      const between = { $gte: addDays(first, -REMEMBERED_DAYS), $lte: last };
      const rows = await db
        .collection<Delivery>("deliveries")
        .find({ state: "sent", $or: [{ _id: { $in: ids } }, { ...again, day: between }] })
        .project<Pick<Delivery, "to" | "orders">>({ _id: 0, to: 1, orders: 1 })
        .toArray();
      const told = new Map<string, readonly ReportedOrders[]>();
      // Rows from before orders were stored have none.
      for (const { to, orders = [] } of rows) told.set(to, [...(told.get(to) ?? []), ...orders]);
      return told;
    },
  };
}

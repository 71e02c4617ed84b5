import type { Db } from "mongodb";
import type { Delivery } from "./delivery";

/** How many messages of a kind are in a state. */
export interface DeliveryCount extends Pick<Delivery, "kind" | "state"> {
  readonly count: number;
}

/** Counts messages, for whoever watches over them. */
export interface DeliveryCounts {
  /** Counts those that became due after an instant and until another, by kind and state, in one query. */
  dueWithin(span: { readonly after: Date; readonly until: Date }): Promise<readonly DeliveryCount[]>;
}

export function deliveryCounts(db: Db): DeliveryCounts {
  const rows = db.collection<Delivery>("deliveries");
  return {
    dueWithin: async ({ after, until }) => {
      const counted = rows.aggregate<{ readonly _id: Pick<Delivery, "kind" | "state">; readonly count: number }>([
        { $match: { dueAt: { $gt: after, $lte: until } } },
        { $group: { _id: { kind: "$kind", state: "$state" }, count: { $count: {} } } },
        { $sort: { "_id.kind": 1, "_id.state": 1 } },
      ]);
      return (await counted.toArray()).map(({ _id, count }) => ({ ..._id, count }));
    },
  };
}

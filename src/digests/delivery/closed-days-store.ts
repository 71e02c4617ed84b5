import type { Db } from "mongodb";
import type { Day } from "../../time/day";
import { deliveryId } from "../planned-message";
import type { Delivery } from "./delivery";

/** Reads for which days somebody's digest is closed. */
export interface ClosedDaysStore {
  /** Those of these days whose digest was posted, may have been, or never will be: neither due nor skipped. */
  of(userId: string, days: readonly Day[]): Promise<ReadonlySet<Day>>;
}

export function closedDaysStore(db: Db): ClosedDaysStore {
  const rows = db.collection<Delivery>("deliveries");
  return {
    of: async (to, days) => {
      const ids = days.map((day) => deliveryId({ kind: "digest", to, day }));
      const found = await rows
        .find({ _id: { $in: ids }, state: { $nin: ["due", "skipped"] } })
        .project<Pick<Delivery, "day">>({ _id: 0, day: 1 })
        .toArray();
      return new Set(found.map(({ day }) => day));
    },
  };
}

import type { Db } from "mongodb";
import type { DayRange } from "../../metrics/day";

/** Fishbowl's orders and customers as an import or a pull left them: read-only, unchecked. */
export interface FishbowlCollections {
  /** Orders issued on the days, by number. */
  orders(range: DayRange): AsyncIterable<unknown>;
  /** Orders without an issue date that could be read as a day. */
  undated(): Promise<number>;
  customers(ids: readonly string[]): Promise<readonly unknown[]>;
  /** When the collections were last filled; `null` where no import noted it. */
  importedAt(): Promise<Date | null>;
}

export function fishbowlCollections(db: Db): FishbowlCollections {
  return {
    orders: ({ from, to }) =>
      db
        .collection("fishbowl_sales_orders")
        .find({ dateIssued: { $gte: from, $lte: to } })
        .sort({ _id: 1 }),
    undated: () =>
      db.collection("fishbowl_sales_orders").countDocuments({
        dateIssued: { $not: { $regex: "^\\d{4}-\\d{2}-\\d{2}$" } },
        status: { $not: { $regex: "^\\s*(estimate|void|cancelled|expired)\\s*$", $options: "i" } },
      }),
    customers: (ids) =>
      db
        .collection<{ _id: string | number }>("fishbowl_customers")
        .find({ _id: { $in: ids.flatMap(asKept) } })
        .toArray(),
    importedAt: async () => {
      const noted = await db.collection<{ _id: string; at?: unknown }>("settings").findOne({ _id: "fishbowl:import" });
      return noted?.at instanceof Date ? noted.at : null;
    },
  };
}

/** Ids are texts, but an import may have left numbers. */
export function asKept(id: string): readonly (string | number)[] {
  return String(Number(id)) === id ? [id, Number(id)] : [id];
}

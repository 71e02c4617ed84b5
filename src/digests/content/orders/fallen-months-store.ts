import type { Db } from "mongodb";
import type { Delivery } from "../../delivery/delivery";
import type { FallenMonth } from "../../planned-message";

/** Reads what a digest said of money that fell. */
export interface FallenMonthsStore {
  /** Lists what the digest with this id says of its reader's months; nothing of a digest that is somebody else's. */
  of(digest: { readonly id: string; readonly to: string }): Promise<readonly FallenMonth[]>;
}

export function fallenMonthsStore(db: Db): FallenMonthsStore {
  return {
    of: async ({ id, to }) => {
      const row = await db.collection<Delivery>("deliveries").findOne({ _id: id, to }, { projection: { fell: 1 } });
      return row?.fell ?? [];
    },
  };
}

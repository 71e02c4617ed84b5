import type { Db } from "mongodb";
import { importStore } from "../../../src/sources/fishbowl/import/import-store";
import { fishbowlImporter } from "../../../src/sources/fishbowl/import/importer";
import { readFile } from "../../../src/sources/fishbowl/import/read-file";
import { ordersStore } from "../../../src/sources/fishbowl/orders-store";
import type { OrderImporter } from "../../../src/sources/order-importer";
import { aFile } from "../builders/orders";
import { testDatabase } from "../env/database";

/** What an import writes to. */
export const COLLECTIONS = ["fishbowl_sales_orders", "fishbowl_customers"] as const;

/** A lease that is never lost. */
export const heldLease = async () => {};

interface Kept {
  readonly _id: string | number;
}

/** The importer on a database of its own, and what it wrote. Call it where `describe` is called. */
export function fishbowlImportHarness() {
  const test = testDatabase();
  const importer = () => anImporter(test.db);
  const all = (name: string) => test.db.collection<Kept>(name).find().sort({ _id: 1 }).toArray();
  let ids = 0;
  return {
    test,
    importer,
    all,
    /** Takes a file over, and says it was synced. */
    apply: async (text: string | Uint8Array) => {
      ids += 1;
      const preview = await importer().prepare(aFile(text), { id: `i${ids}`, by: "UALEX", at: new Date("2026-10-28") });
      const written = await importer().write(heldLease);
      for (const { id } of written) await importer().synced(id);
      return { preview, written };
    },
    /** Both collections, by name. */
    kept: async () => Object.fromEntries(await Promise.all(COLLECTIONS.map(async (name) => [name, await all(name)]))),
    keepCustomers: (...customers: readonly Kept[]) =>
      test.db.collection<Kept>("fishbowl_customers").insertMany([...customers]),
  };
}

/** The importer as the app makes it. */
export function anImporter(db: Db): OrderImporter {
  const orders = ordersStore(db);
  return fishbowlImporter(importStore(db, orders), orders);
}

/** What is read of a file of this text. */
export function readText(text: string | Uint8Array) {
  return readFile(aFile(text));
}

export async function refusedRows(text: string | Uint8Array) {
  return (await readText(text)).refused.rows;
}

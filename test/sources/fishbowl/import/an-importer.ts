import type { Db } from "mongodb";
import { importStore } from "../../../../src/sources/fishbowl/import/import-store";
import { fishbowlImporter } from "../../../../src/sources/fishbowl/import/importer";
import { ordersStore } from "../../../../src/sources/fishbowl/orders-store";
import type { OrderImporter } from "../../../../src/sources/order-importer";

/** The importer as the app makes it. */
export function anImporter(db: Db): OrderImporter {
  const orders = ordersStore(db);
  return fishbowlImporter(importStore(db, orders), orders);
}

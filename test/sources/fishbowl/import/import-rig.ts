import { aFile } from "../../../support/builders/orders";
import { testDatabase } from "../../../support/env/database";
import { anImporter } from "./an-importer";

/** What an import writes to. */
export const COLLECTIONS = ["fishbowl_sales_orders", "fishbowl_customers"] as const;

/** A lease that is never lost. */
export const held = async () => {};

interface Kept {
  readonly _id: string | number;
}

/** The importer on a database of its own, and what it wrote. Call it where `describe` is called. */
export function importRig() {
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
      const written = await importer().write(held);
      for (const { id } of written) await importer().synced(id);
      return { preview, written };
    },
    /** Both collections, by name. */
    kept: async () => Object.fromEntries(await Promise.all(COLLECTIONS.map(async (name) => [name, await all(name)]))),
    keepCustomers: (...customers: readonly Kept[]) =>
      test.db.collection<Kept>("fishbowl_customers").insertMany([...customers]),
  };
}

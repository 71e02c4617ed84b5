import type { Db } from "mongodb";
import type { SampleMonth } from "./sample/sample-month";

/**
 * Puts the sample's own documents into the database: orders, customers, who is which salesman, goals, and what was set
 * by hand. What is there already stays as it is, so that a second start writes nothing.
 */
export async function seed(db: Db, { fishbowl, goals, overrides }: SampleMonth): Promise<void> {
  await insertNew(db, "fishbowl_sales_orders", fishbowl.orders);
  await insertNew(db, "fishbowl_customers", fishbowl.customers);
  await insertNew(db, "fishbowl_users_map", fishbowl.usersMap);
  await insertNew(db, "goals", goals);
  await insertNew(db, "users", overrides);
}

async function insertNew(db: Db, name: string, documents: readonly { readonly _id: string }[]): Promise<void> {
  const inserts = documents.map(({ _id, ...fields }) => ({
    updateOne: { filter: { _id }, update: { $setOnInsert: { ...fields } }, upsert: true },
  }));
  if (inserts.length === 0) return;
  await db.collection<{ _id: string }>(name).bulkWrite(inserts, { ordered: false });
}

import type { Db } from "mongodb";
import type { Goal } from "../../goals/goal";
import type { Member, Person, Salesman } from "../../people/person";
import type { Team } from "../../teams/team";
import type { CopperRecords } from "../copper/account";
import type { JustCallRecords } from "../justcall/account";
import { copperRecords } from "./copper-records";
import { CUSTOMERS, type FishbowlCustomer, type FishbowlOrder, fishbowlOrders, SALESMEN } from "./fishbowl-orders";
import { sampleGoals } from "./goals";
import { justCallRecords } from "./justcall-records";
import { OVERRIDES, TEAM } from "./team";
import { SAMPLE_TEAMS } from "./teams";

/** A month of a sales team, as each system would hold it on the afternoon of SAMPLE_NOW. */
export interface SampleMonth {
  /** The Slack workspace's members. */
  readonly team: readonly Member[];
  /** Documents of `users` to insert before the first sync: a role and a Copper user set by hand. */
  readonly overrides: readonly Person[];
  readonly copper: CopperRecords;
  readonly justcall: JustCallRecords;
  /** Documents of the three collections. */
  readonly fishbowl: {
    readonly orders: readonly FishbowlOrder[];
    readonly customers: readonly FishbowlCustomer[];
    readonly usersMap: readonly Salesman[];
  };
  /** Documents of `goals`. */
  readonly goals: readonly Goal[];
  /** Documents of `teams`. */
  readonly teams: readonly Team[];
}

/** Creates the sample month, which is the same on every call. */
export function sampleMonth(): SampleMonth {
  return {
    team: TEAM,
    overrides: OVERRIDES,
    copper: copperRecords(),
    justcall: justCallRecords(),
    fishbowl: { orders: fishbowlOrders(), customers: CUSTOMERS, usersMap: SALESMEN },
    goals: sampleGoals(),
    teams: SAMPLE_TEAMS,
  };
}

/**
 * Inserts the sample's own documents into the database: orders, customers, the map of salesmen, goals, teams, and
 * settings made by hand. Existing documents stay as they are, so that a second start writes nothing.
 */
export async function seed(db: Db, { fishbowl, goals, teams, overrides }: SampleMonth): Promise<void> {
  await insertNew(db, "fishbowl_sales_orders", fishbowl.orders);
  await insertNew(db, "fishbowl_customers", fishbowl.customers);
  await insertNew(db, "fishbowl_users_map", fishbowl.usersMap);
  await insertNew(db, "goals", goals);
  await insertNew(db, "teams", teams);
  await insertNew(db, "users", overrides);
}

/** Deletes every document, but no collection, whose indexes the app creates when it starts, nor the key that it reads then. */
export async function emptyDatabase(db: Db): Promise<void> {
  const collections = await db.collections();
  const names = collections.map(({ collectionName }) => collectionName);
  await Promise.all(names.map((name) => db.collection<{ _id: string }>(name).deleteMany({ _id: { $ne: "seal" } })));
}

async function insertNew(db: Db, name: string, documents: readonly { readonly _id: string }[]): Promise<void> {
  const inserts = documents.map(({ _id, ...fields }) => ({
    updateOne: { filter: { _id }, update: { $setOnInsert: { ...fields } }, upsert: true },
  }));
  if (inserts.length === 0) return;
  await db.collection<{ _id: string }>(name).bulkWrite(inserts, { ordered: false });
}

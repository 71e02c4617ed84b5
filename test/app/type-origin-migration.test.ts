import { typeOriginMigration } from "../../src/app/type-origin-migration-store";
import { testDatabase } from "../support/env/database";

interface Kept {
  readonly _id: string;
  readonly [field: string]: unknown;
}

describe("account types that an earlier version kept", () => {
  const test = testDatabase();
  const customers = () => test.db.collection<Kept>("fishbowl_customers");
  const origins = async () =>
    Object.fromEntries((await customers().find().toArray()).map(({ _id, typeFrom }) => [_id, typeFrom]));
  beforeEach(() =>
    customers().insertMany([
      { _id: "pulled", accountType: "Wholesale", importedType: "Wholesale" },
      { _id: "hand", accountType: "Distribution", importedType: "Wholesale" },
      { _id: "hand alone", accountType: "Wholesale" },
      { _id: "none", name: "Acme" },
    ]),
  );

  it("are the groups' where no file was ever imported, but those that were set by hand", async () => {
    const migration = typeOriginMigration(test.db);
    expect(await migration.isPending()).toBe(true);

    expect(await migration.run(async () => {})).toBe(1);

    expect(await origins()).toEqual({ pulled: "groups", hand: undefined, "hand alone": undefined, none: undefined });
    expect(await migration.isPending()).toBe(false);
  });

  it.each([
    ["settings", "fishbowl:import"],
    ["fishbowl_imports", "i1"],
  ])("are nobody's where %s knows of a file", async (collection, _id) => {
    await test.db.collection<Kept>(collection).insertOne({ _id });
    const migration = typeOriginMigration(test.db);

    expect([await migration.isPending(), await migration.run(async () => {})]).toEqual([false, 0]);
    expect((await origins()).pulled).toBeUndefined();
  });
});

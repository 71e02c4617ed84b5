import { aFile } from "../../support/builders/orders";
import { testDatabase } from "../../support/env/database";
import { anImporter, heldLease, typedOrders } from "../../support/harness/fishbowl-import";
import { CHANGED, cell, fishbowlPullHarness, NEXT_NIGHT, OLD, OLDER } from "../../support/harness/fishbowl-pull";
import { cellsOf } from "../../support/harness/sync";

interface Kept {
  readonly _id: string;
  readonly [field: string]: unknown;
}

describe("a customer who is taken out of all groups in Fishbowl", () => {
  const test = testDatabase();
  const customers = () => test.db.collection<Kept>("fishbowl_customers");
  let harness: Awaited<ReturnType<typeof fishbowlPullHarness>>;
  beforeEach(async () => {
    harness = await fishbowlPullHarness(test.db);
  });
  afterEach(() => harness.server.close());

  /** Reads Fishbowl with the customer in no group any more. */
  async function read(groups: readonly string[] = []): Promise<void> {
    harness.server.account.customers.change(1, { groups });
    harness.server.account.orders.change(1, CHANGED);
    await harness.night(NEXT_NIGHT);
    await harness.sync("2026-09-01", "2026-10-29");
  }

  /** Imports a file that says so, and answers which account types it was said to change. */
  async function imports(type: string) {
    const importer = anImporter(test.db);
    const line = { order: "SO-1", account: "101", rep: "aray", date: "10/20/2026", total: "10", type };
    const id = `i${await test.db.collection("fishbowl_imports").countDocuments()}`;
    const preview = await importer.prepare(aFile(typedOrders(line)), { id, by: "UALEX", at: NEXT_NIGHT });
    for (const one of await importer.write(heldLease)) await importer.synced(one);
    return preview.accountTypes;
  }

  it("has no account type any more, so that none of their orders counts, and has one again with a group", async () => {
    await read();

    expect(await cellsOf(test.db)).toMatchObject({ [cell(OLD)]: 0, [cell(OLDER)]: 0 });
    expect(await customers().find().toArray()).toEqual([{ _id: "101", name: "Acme" }]);

    await read(["Distribution"]);

    expect(await cellsOf(test.db)).toMatchObject({
      [cell(OLD)]: 0,
      [cell(OLD, "new_sales_distribution")]: 20,
      [cell(OLDER, "new_sales_distribution")]: 10,
    });
  });

  it.each(["Distribution", "Wholesale"])(
    "keeps %s that a file said since, whatever the groups said before",
    async (type) => {
      await imports(type);

      await read();
      await read();

      expect(await cellsOf(test.db)).toMatchObject({ [cell(OLD, `new_sales_${type.toLowerCase()}`)]: 20 });
    },
  );

  it("keeps what the groups said where a file says nothing of it", async () => {
    expect(await imports("")).toEqual({ count: 0, changes: [] });

    await harness.sync("2026-09-01", "2026-10-29");

    expect(await cellsOf(test.db)).toMatchObject({ [cell(OLDER)]: 10 });
    expect(await customers().findOne({ _id: "101" })).toMatchObject({ accountType: "Wholesale", typeFrom: "groups" });
  });

  it("keeps a type that somebody set by hand", async () => {
    await customers().updateOne({ _id: "101" }, { $set: { accountType: "Distribution" } });

    await read();

    expect(await cellsOf(test.db)).toMatchObject({ [cell(OLD, "new_sales_distribution")]: 20 });
  });

  it("keeps a type that nobody knows the origin of, until the groups have said it once", async () => {
    await customers().updateOne({ _id: "101" }, { $unset: { typeFrom: "" } });
    await read();
    expect(await cellsOf(test.db)).toMatchObject({ [cell(OLD)]: 20 });

    await read(["Wholesale"]);
    await read();

    expect(await cellsOf(test.db)).toMatchObject({ [cell(OLD)]: 0 });
  });
});

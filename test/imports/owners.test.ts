import { aFile } from "../support/builders/orders";
import { testDatabase } from "../support/env/database";
import { importCases } from "../support/harness/import-cases";

const HEADER =
  "Sales order Number,SO Item ID,Account ID,Customer,Sales Rep,Sales person,Issued date,Product,Revenue,SO Status,Account Type\n";
const line = (order: string, rep: string, person: string) =>
  `${order},a,C-1,Harbor,${rep},${person},10/15/2026,T,100,Issued,Wholesale\n`;

describe("whose an imported order is", () => {
  const test = testDatabase();
  const harness = importCases(test);
  afterEach(() => harness.imports.idle());
  const apply = async (text: string) => {
    const { sync } = await harness.imports.apply(aFile(text), "cli");
    return sync?.report;
  };
  const map = (name: string, userId: string) =>
    test.db.collection<{ _id: string }>("fishbowl_users_map").insertOne({ _id: name, ...{ userId } });

  it("is decided at roll-up: a mapping that comes later counts what was imported before, by any of its names", async () => {
    await harness.arrange({ file: "" });
    const report = await apply(HEADER + line("1", "BL", "B. Lee") + line("2", "b.  lee", "") + line("3", "", "C. Poe"));
    const before = await harness.figures();
    await map("B. LEE", "UANA");

    await harness.sync("2026-10-10", "2026-10-20");

    expect(report?.results.fishbowl.unmatched.map(({ name, records, value }) => [name, records, value])).toEqual([
      ["BL | B. Lee", 1, 100],
      ["C. Poe", 1, 100],
      ["b.  lee", 1, 100],
    ]);
    expect(before).toEqual({});
    expect(await harness.figures()).toEqual({ "2026-10-15": 200 });
  });

  it("is that of the first of its names that is mapped, also on days outside a sync's own", async () => {
    await harness.arrange({ file: "" });
    await apply(HEADER + line("1", "AR", "A. Ray"));
    await test.db
      .collection<{ _id: string }>("users")
      .insertOne({ _id: "UBEN", ...{ name: "Ben", email: null, role: "rep", active: true, found: {} } });
    const anas = await harness.figures();
    await map("ar", "UBEN");

    await harness.sync("2026-11-20", "2026-11-21");

    expect(anas).toEqual({ "2026-10-15": 100 });
    expect(await harness.figures()).toEqual({ "2026-10-15": 0, "UBEN new_sales_wholesale 2026-10-15": 100 });
  });
});

describe("a file that is imported again unchanged", () => {
  const test = testDatabase();
  const harness = importCases(test);

  it("is done when the answer comes, logs no error and changes no figure", async () => {
    await harness.arrange({ file: "" });
    const text = HEADER + line("1", "A. Ray", "");
    await harness.imports.apply(aFile(text), "cli");
    await harness.imports.idle();
    const mark = await test.oplogMark();

    const { applied, sync } = await harness.imports.apply(aFile(text), "cli");

    const states = await test.db.collection("fishbowl_imports").find().toArray();
    expect([applied, sync, states.map(({ state }) => state)]).toEqual([true, null, ["done", "done"]]);
    const collections = ["fishbowl_sales_orders", "fishbowl_customers", "facts", "metrics", "goals", "sync_runs"];
    expect(await test.oplogWrites(collections, mark)).toBe(0);
    expect(harness.logged).toEqual([]);
  });
});

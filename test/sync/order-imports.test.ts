import { fishbowlSource } from "../../src/sources/fishbowl";
import { fishbowlCollections } from "../../src/sources/fishbowl/orders-store";
import { acquireLease } from "../../src/sync/lease";
import { type OrderImports, orderImports } from "../../src/sync/order-imports";
import { day } from "../../src/time/day";
import { aFile, report } from "../support/builders/orders";
import { aMember, byEmail } from "../support/builders/people";
import { days } from "../support/builders/team-zone";
import { testDatabase } from "../support/env/database";
import { recordedLog } from "../support/env/logs/recorded-logs";
import { scriptedSource } from "../support/fakes/scripted-source";
import { allDaysRetained, anImporter } from "../support/harness/fishbowl-import";
import { syncHarness } from "../support/harness/sync";
import { realSleep } from "../support/wait";

const header =
  "Sales order Number,SO Item ID,Account ID,Customer,Sales Rep,Issued date,Product,Revenue,Account Type,SO Status\n";
const order = (number: string, { date = "10/15/2026", total = "10", status = "Issued" } = {}) =>
  `${number},a,C-1,Harbor,A. Ray,${date},T,${total},Wholesale,${status}\n`;

describe("an import and the sync after it", () => {
  const test = testDatabase();
  let ids = 0;

  async function harness() {
    await test.db.collection<{ _id: string }>("fishbowl_users_map").insertOne({ _id: "A. Ray", ...{ userId: "UANA" } });
    const others = [scriptedSource("copper", []), scriptedSource("justcall", [])];
    const logged: object[] = [];
    const broken = { sync: false };
    const imports: OrderImports = orderImports({
      importer: anImporter(test.db),
      acquireLease: () => acquireLease(test.db, { name: "import", owner: "test" }),
      requestSync: (ask) => (broken.sync ? Promise.reject(new Error("no database")) : queue.request(ask)),
      days,
      firstRetained: allDaysRetained,
      now: () => new Date("2026-10-28T21:05:00Z"),
      newId: () => `import-${ids++}`,
      sleep: () => realSleep(1),
      log: recordedLog(({ fields }) => void logged.push(fields)),
    });
    const collections = fishbowlCollections(test.db);
    const fishbowl = fishbowlSource({ collections, days, finishImports: imports.finish });
    const { queue, sync } = syncHarness(test.db, {
      sources: [...others, fishbowl],
      members: [aMember("UANA", byEmail("ana@acme.com"))],
    });
    const apply = async (text: string) => {
      const done = await imports.apply(aFile(text), "UALEX");
      return { ...done, report: (await done.sync?.report) ?? null };
    };
    return { imports, apply, sync, others, broken, logged };
  }
  const cells = async () => {
    const found = await test.db.collection("metrics").find().sort({ day: 1 }).toArray();
    return found.map(({ day: on, value }) => [on, value]);
  };
  const states = async () =>
    (await test.db.collection("fishbowl_imports").find().sort({ at: 1 }).toArray()).map(({ state }) => state);
  const runs = () => test.db.collection("sync_runs").find().sort({ startedAt: 1 }).toArray();

  it("brings Fishbowl's figures of the touched days up to date, and reads no other source", async () => {
    const { apply, others } = await harness();

    const { applied, sync, report: run } = await apply(header + order("1") + order("2", { date: "10/20/2026" }));

    expect(applied).toBe(true);
    expect(sync?.range).toEqual({ from: "2026-10-15", to: "2026-10-20" });
    expect(run).toMatchObject({ success: true, userId: "UALEX", results: { fishbowl: { counting: 2 } } });
    expect(await cells()).toEqual([
      ["2026-10-15", 10],
      ["2026-10-20", 10],
    ]);
    expect(others.map(({ opened }) => opened)).toEqual([0, 0]);
    expect(await states()).toEqual(["done"]);
  });

  it("lowers the numbers of orders that are voided or given another day, on both days", async () => {
    const { apply } = await harness();
    await apply(header + order("1") + order("2", { date: "10/16/2026" }) + order("3", { date: "10/01/2026" }));

    const { sync } = await apply(
      header + order("1", { status: "Void" }) + order("2", { date: "10/20/2026", total: "7" }),
    );

    expect(sync?.range).toEqual({ from: "2026-10-15", to: "2026-10-20" });
    expect(await cells()).toEqual([
      ["2026-10-01", 10],
      ["2026-10-15", 0],
      ["2026-10-16", 0],
      ["2026-10-20", 7],
    ]);
  });

  it("syncs nothing when a row is refused, or nothing changes", async () => {
    const { apply } = await harness();
    await apply(header + order("1"));

    const refused = await apply(header + order("2", { total: "?" }));
    const same = await apply(header + order("1"));

    expect(refused).toMatchObject({ applied: false, sync: null, preview: { refused: { count: 1 } } });
    expect(same).toMatchObject({ applied: true, sync: null });
    expect(await runs()).toHaveLength(1);
  });

  it("syncs a year at most and no day ahead, and says which days are left for later", async () => {
    const { imports, apply } = await harness();
    const text = header + order("1", { date: "01/02/2024" }) + order("2") + order("3", { date: "11/20/2026" });

    const preview = await imports.preview(aFile(text));
    const { sync } = await apply(text);

    expect(sync?.range).toEqual({ from: "2025-10-28", to: "2026-10-28" });
    expect(preview.notices).toContain(
      "Orders span Jan 2, 2024 – Oct 28, 2026; only Oct 28, 2025 – Oct 28, 2026 syncs now, the rest when a sync covers it.",
    );
    expect(await test.db.collection("fishbowl_sales_orders").countDocuments()).toBe(3);
    const ahead = await imports.preview(aFile(header + order("4", { date: "11/24/2026" })));
    expect([ahead.ahead?.orders, ahead.notices]).toEqual([1, []]);
  });

  it("is finished by the next sync when its process died in the middle, and its days are synced, too", async () => {
    const { imports, sync } = await harness();
    const importer = anImporter(test.db);
    const text = header + Array.from({ length: 700 }, (_, n) => order(`${n}`, { date: "09/02/2026" })).join("");
    await importer.prepare(aFile(text), { id: "dying", by: "cli", at: new Date("2026-10-28") });
    let batches = 0;
    const dies = async () => {
      batches += 1;
      if (batches > 1) throw new Error("killed");
    };
    await importer.write(dies).catch(() => undefined);
    expect(await test.db.collection("fishbowl_sales_orders").countDocuments()).toBe(499);

    await sync("2026-10-20", "2026-10-28");
    await imports.idle();

    expect(await test.db.collection("fishbowl_sales_orders").countDocuments()).toBe(700);
    expect(await cells()).toEqual([["2026-09-02", 7_000]]);
    expect(await states()).toEqual(["done"]);
    expect((await runs()).map(({ trigger, userId }) => `${trigger} ${userId}`).sort()).toEqual([
      "import cli",
      "slack UANA",
    ]);
  });

  it("has its days synced again when the first sync broke", async () => {
    const { imports, apply, sync, broken, logged } = await harness();
    broken.sync = true;
    const { applied, report: run } = await apply(header + order("1", { date: "09/02/2026" }));
    expect([applied, run, await states(), logged.length]).toEqual([true, null, ["written"], 1]);

    broken.sync = false;
    await sync("2026-10-28", "2026-10-28");
    await imports.idle();

    expect(await cells()).toEqual([["2026-09-02", 10]]);
    expect(await states()).toEqual(["done"]);
  });

  it("is told that another one is under way rather than mixed with it", async () => {
    const { imports } = await harness();
    const lease = await acquireLease(test.db, { name: "import", owner: "other" });

    await expect(imports.apply(aFile(header + order("1")), "api")).rejects.toMatchObject({
      name: "ImportBusy",
      message: "Another import is under way: try again in a minute.",
    });

    await lease?.release();
    expect(await test.db.collection("fishbowl_sales_orders").countDocuments()).toBe(0);
  });

  it("of two at once ends like one after the other", async () => {
    const { imports } = await harness();
    const [one, other] = [header + order("1", { total: "5" }), header + order("1", { total: "7" })];

    await Promise.all([imports.apply(aFile(one), "api"), imports.apply(aFile(other), "api")]);
    await imports.idle();

    const [stored] = await test.db.collection("fishbowl_sales_orders").find().toArray();
    expect(await cells()).toEqual([["2026-10-15", stored?.total]]);
    expect(await states()).toEqual(["done", "done"]);
  });

  it("previews without a write", async () => {
    const { imports } = await harness();
    const mark = await test.oplogMark();

    const preview = await imports.preview(aFile(report({ order: "1", item: "a" })));

    expect(preview.orders.new).toBe(1);
    expect(preview.days).toEqual({ from: day("2026-10-15"), to: day("2026-10-15") });
    expect(await test.oplogWrites(["fishbowl_sales_orders", "fishbowl_customers", "fishbowl_imports"], mark)).toBe(0);
  });
});

import { fishbowlExport } from "../../../src/demo/sample/fishbowl-export";
import { REPS } from "../../../src/demo/sample/team";
import { peopleStore } from "../../../src/people/people-store";
import { day } from "../../../src/time/day";
import { nativeExport } from "../../support/builders/orders";
import { ALEX, ANA, type ImportsLab, importsLab } from "./imports-lab";

const EXPORT = fishbowlExport(day("2026-10-28")).text;
const anOrder = (more = {}) => ({ number: "SO-2001", salesman: REPS.ana.salesman, date: "10/28/2026", ...more });

describe("a file of orders in the DM of an admin", () => {
  let lab: ImportsLab;
  beforeAll(async () => {
    lab = await importsLab();
  });
  beforeEach(() => lab.reset());
  afterAll(() => lab.close());

  it("is previewed without a write, and applied it is seen in the numbers", async () => {
    const ben = REPS.ben.slack;
    const before = { orders: await lab.orders(), ana: await lab.sales(ANA), ben: await lab.sales(ben) };
    const voided = await lab.db.collection("fishbowl_sales_orders").findOne({ soNumber: "SO-1017" });

    const preview = await lab.drop(EXPORT);
    const looked = await lab.orders();
    const applied = await lab.apply();

    expect(preview).toEqual([
      "# orders.csv would change this",
      "*Days whose figures change*: 19 Oct – 28 Oct",
      "*Customers*: 1 new, 0 changed",
      "*What changes*",
      "• SO-1013: total $11,685.36 → $12,935.36",
      "• SO-1017: status Historical → Void",
      "⚠️ New customers without an account type (1): their orders count once one is set.",
      "[import_apply]",
      "[import_forget]",
      "Read as Fishbowl's sales-order export, 60 rows. Dollars are the orders' totals, whatever their status. Nothing is written until you apply it.",
    ]);
    expect(looked).toBe(before.orders);
    expect(applied.slice(0, 2)).toEqual([
      "# ✅ Applied: orders.csv",
      "Taken over: 3 new orders and 2 changed. Fishbowl is synced for 19 Oct – 28 Oct; 21 goals updated.",
    ]);
    expect(await lab.orders()).toBe(before.orders + 3);
    expect(await lab.sales(ANA)).toBeCloseTo(before.ana + 4_850, 2);
    expect(await lab.sales(ben)).toBeCloseTo(before.ben - voided?.total, 2);
  });

  it("is refused by row and reason, with no button to apply it, when row 17 is wrong", async () => {
    const before = await lab.orders();
    const lines = EXPORT.split("\r\n");
    const wrong = lines.map((line, index) => (index === 16 ? line.replace(/\d\d\/\d\d\/2026/, "soon") : line));

    const said = await lab.drop(wrong.join("\r\n"));

    expect(said).toEqual([
      "# orders.csv cannot be imported",
      "*1 row is refused*, so nothing of the file is taken over:",
      expect.stringMatching(/^• Row 17: its Date 'soon' is no day/),
      expect.stringContaining("Nothing was written. Mend these rows, and drop the file here again."),
    ]);
    expect(lab.buttons()).toEqual([]);
    expect(await lab.orders()).toBe(before);
  });

  it("that is a zip renamed is told for what it is", async () => {
    const said = await lab.drop(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]));

    expect(said).toContain(
      "• Row 1: the file is a zip archive or an Excel workbook (.xlsx), whatever its name says: save it as 'CSV UTF-8'",
    );
    expect(lab.buttons()).toEqual([]);
  });

  it("that changes nothing has nothing to apply", async () => {
    await lab.drop(EXPORT);
    await lab.apply();

    const said = await lab.drop(EXPORT);

    expect(said[0]).toBe("# orders.csv would change nothing");
    expect(lab.buttons()).toEqual([]);
  });

  it("is taken back by a file from before, but for orders that were new", async () => {
    const sold = await lab.sales(ANA);
    await lab.drop(nativeExport(anOrder({ items: [{ price: "100.00" }] })));
    await lab.apply();
    const before = await lab.sales(ANA);
    await lab.drop(nativeExport(anOrder({ items: [{ price: "900.00" }] })));
    await lab.apply();
    const wrong = await lab.sales(ANA);

    await lab.drop(nativeExport(anOrder({ items: [{ price: "100.00" }] })));
    const said = await lab.apply();

    expect([before - sold, wrong - sold, (await lab.sales(ANA)) - sold]).toEqual([100, 900, 100]);
    expect(said.at(-1)).toMatch(/^To undo it, drop a file from before/);
  });

  it("is forgotten when one says so", async () => {
    const before = await lab.orders();
    await lab.drop(EXPORT);

    await lab.press("import_forget");
    await lab.rig.idle();

    expect(lab.says()).toEqual(["*orders.csv* was not applied, and nothing of it is kept."]);
    expect(await lab.orders()).toBe(before);
  });

  it("is either applied or forgotten when both are pressed at once", async () => {
    const before = await lab.orders();
    await lab.drop(EXPORT);
    const press = lab.presser();

    await Promise.all([press("import_forget"), press("import_apply"), press("import_forget")]);
    await lab.rig.idle();

    const applied = (await lab.orders()) > before;
    expect(lab.says()[0]).toBe(
      applied ? "# ✅ Applied: orders.csv" : "*orders.csv* was not applied, and nothing of it is kept.",
    );
  });

  it("comes with others, and each is previewed for itself", async () => {
    const file = (name: string, number: string) => ({
      name,
      bytes: Buffer.from(nativeExport(anOrder({ number }))),
    });

    await lab.slack.write({ user: ALEX, text: "Two of them", files: [file("a.csv", "1"), file("b.csv", "2")] });
    await lab.rig.idle();

    expect(lab.dm(ALEX).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^a\.csv: 1 new order \(\$10\)/),
      expect.stringMatching(/^b\.csv: 1 new order \(\$10\)/),
    ]);
  });

  it("is applied once, however often Apply is pressed", async () => {
    await lab.drop(EXPORT);
    const press = lab.presser();

    await Promise.all([press("import_apply"), press("import_apply"), press("import_apply")]);
    await lab.rig.idle();

    expect(await lab.db.collection("fishbowl_imports").countDocuments()).toBe(1);
    expect(lab.says()[0]).toBe("# ✅ Applied: orders.csv");
    expect(lab.says()[1]).toMatch(/^Taken over: 3 new orders and 2 changed\./);
  });

  it("is not applied when it is another by then, but previewed anew", async () => {
    const [before, sold] = [await lab.orders(), await lab.sales(ANA)];
    await lab.drop(nativeExport(anOrder()));
    lab.slack.changeFile(lab.fileId(), Buffer.from(nativeExport(anOrder({ items: [{ price: "99.00" }] }))));

    await lab.apply();

    expect(await lab.orders()).toBe(before);
    expect(lab.says().slice(0, 2)).toEqual([
      "⚠️ The file in Slack is another by now, so nothing was applied. This is what it would change:",
      "# orders.csv would change this",
    ]);
    await lab.apply();
    expect(lab.says()[0]).toBe("# ✅ Applied: orders.csv");
    expect((await lab.sales(ANA)) - sold).toBe(99);
  });

  it("is not applied when it was deleted from Slack meanwhile", async () => {
    const before = await lab.orders();
    await lab.drop(EXPORT);
    lab.slack.deleteFile(lab.fileId());

    await lab.apply();

    expect(lab.says()).toEqual([
      "❌ *orders.csv* was not read. The file is not in Slack any more: drop it here again.",
    ]);
    expect(await lab.orders()).toBe(before);
  });

  it("is not applied by somebody who is no admin any more", async () => {
    const before = await lab.orders();
    await lab.drop(EXPORT);
    await lab.db.collection<{ _id: string }>("users").updateOne({ _id: ALEX }, { $set: { role: "rep" } });

    await lab.apply();

    expect((await peopleStore(lab.db).one(ALEX))?.role).toBe("rep");
    expect(await lab.orders()).toBe(before);
    expect(lab.buttons()).toEqual(["import_apply", "import_forget"]);
    expect(JSON.stringify(lab.slack.modals(ALEX).at(-1)?.blocks)).toContain("Orders are imported by admins");
  });
});

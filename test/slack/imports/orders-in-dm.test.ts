import { fishbowlExport } from "../../../src/demo/sample/fishbowl-export";
import { REPS } from "../../../src/demo/sample/team";
import { day } from "../../../src/time/day";
import { nativeExport } from "../../support/builders/orders";
import { ALEX, ANA, type ImportsHarness, importsHarness } from "../../support/harness/imports";

const EXPORT = fishbowlExport(day("2026-10-28")).text;
const anOrder = (more = {}) => ({ number: "SO-2001", salesman: REPS.ana.salesman, date: "10/28/2026", ...more });

describe("a file of orders in the DM of an admin", () => {
  let harness: ImportsHarness;
  beforeAll(async () => {
    harness = await importsHarness();
  });
  beforeEach(() => harness.reset());
  afterAll(() => harness.close());

  it("is previewed without a write, and applied it is seen in the numbers", async () => {
    const ben = REPS.ben.slack;
    const before = { orders: await harness.orders(), ana: await harness.sales(ANA), ben: await harness.sales(ben) };
    const voided = await harness.db.collection("fishbowl_sales_orders").findOne({ soNumber: "SO-1017" });

    const preview = await harness.drop(EXPORT);
    const looked = await harness.orders();
    const applied = await harness.apply();

    const effects = [
      "*1 rep loses, 3 reps gain* · net −\u2060$14,995.08 by this file",
      "▼ Ben Okafor: Distribution sales $23,405.48 → $0 (−\u2060$23,405.48)",
      "▲ Ana Torres: Wholesale sales $11,125.90 → $15,975.90 (+$4,850)",
      "▲ Maya Brooks: Distribution sales $1,495.87 → $3,806.27 (+$2,310.40)",
      "▲ Chloé Martin: Wholesale sales $11,685.36 → $12,935.36 (+$1,250)",
    ];
    expect(preview).toEqual([
      "# orders.csv would change this",
      ...effects,
      "*Days affected*: Oct 19 – Oct 28",
      "*Customers*: 1 new, 0 changed",
      "*What changes*",
      "• SO-1013: total $11,685.36 → $12,935.36",
      "• SO-1017: status Historical → Void",
      "⚠️ New customers without an account type (1): their orders count once one is set.",
      "[import_apply]",
      "[import_forget]",
      "Read as Fishbowl's sales-order export, 60 rows. A rep's amounts are all orders this file touches, also stored ones of a customer whose account type changes; the table has the file's order totals, whatever the status. Nothing is written until you apply it.",
    ]);
    expect(looked).toBe(before.orders);
    expect(applied.slice(0, 7)).toEqual([
      "# ✅ Applied: orders.csv",
      ...effects,
      "Imported 3 new orders and 2 changed. Fishbowl synced for Oct 19 – Oct 28; 21 goals updated.",
    ]);
    expect(await harness.orders()).toBe(before.orders + 3);
    expect(await harness.sales(ANA)).toBeCloseTo(before.ana + 4_850, 2);
    expect(await harness.sales(ben)).toBeCloseTo(before.ben - voided?.total, 2);
  });

  it("case 48: is refused by row and reason, with no button to apply it, when row 17 is wrong", async () => {
    const before = await harness.orders();
    const lines = EXPORT.split("\r\n");
    const wrong = lines.map((line, index) => (index === 16 ? line.replace(/\d\d\/\d\d\/2026/, "soon") : line));

    const said = await harness.drop(wrong.join("\r\n"));

    expect(said).toEqual([
      "# orders.csv can't be imported",
      "*1 row has a problem*, so nothing was imported:",
      "• Row 17: its Date 'soon' isn't a date like 10/15/2026",
      expect.stringContaining("Nothing was written. Fix these rows and drop the file here again."),
    ]);
    expect(harness.buttons()).toEqual([]);
    expect(await harness.orders()).toBe(before);
  });

  it("that is a zip renamed is told for what it is", async () => {
    const said = await harness.drop(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]));

    expect(said).toContain(
      "• Row 1: the file is a zip archive or an Excel workbook (.xlsx), whatever its name: save it as 'CSV UTF-8'",
    );
    expect(harness.buttons()).toEqual([]);
  });

  it("that changes nothing has nothing to apply", async () => {
    await harness.drop(EXPORT);
    await harness.apply();

    const said = await harness.drop(EXPORT);

    expect(said[0]).toBe("# orders.csv would change nothing");
    expect(harness.buttons()).toEqual([]);
  });

  it("is taken back by a file from before, but for orders that were new", async () => {
    const sold = await harness.sales(ANA);
    await harness.drop(nativeExport(anOrder({ items: [{ price: "100.00" }] })));
    await harness.apply();
    const before = await harness.sales(ANA);
    await harness.drop(nativeExport(anOrder({ items: [{ price: "900.00" }] })));
    await harness.apply();
    const wrong = await harness.sales(ANA);

    await harness.drop(nativeExport(anOrder({ items: [{ price: "100.00" }] })));
    const said = await harness.apply();

    expect([before - sold, wrong - sold, (await harness.sales(ANA)) - sold]).toEqual([100, 900, 100]);
    expect(said.at(-1)).toMatch(/^To undo, drop the earlier file/);
  });

  it("is forgotten when one says so", async () => {
    const before = await harness.orders();
    await harness.drop(EXPORT);

    await harness.press("import_forget");
    await harness.demo.idle();

    expect(harness.says()).toEqual(["*orders.csv* was discarded. Nothing changed."]);
    expect(await harness.orders()).toBe(before);
  });

  it("comes with others, and each is previewed for itself", async () => {
    const file = (name: string, number: string) => ({
      name,
      bytes: Buffer.from(nativeExport(anOrder({ number }))),
    });

    await harness.slack.write({ user: ALEX, text: "Two of them", files: [file("a.csv", "1"), file("b.csv", "2")] });
    await harness.demo.idle();

    expect(harness.dm(ALEX).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^a\.csv: 1 new order \(\$10\)/),
      expect.stringMatching(/^b\.csv: 1 new order \(\$10\)/),
    ]);
  });
});

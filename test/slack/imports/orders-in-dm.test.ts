import { fishbowlExport } from "../../../src/demo/sample/fishbowl-export";
import { REPS } from "../../../src/demo/sample/team";
import { day } from "../../../src/time/day";
import { nativeExport } from "../../support/builders/orders";
import { ALEX, ANA, type ImportsHarness, importsHarness } from "../../support/harness/imports";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const EXPORT = fishbowlExport(day("2026-10-28")).text;
const anOrder = (more = {}) => ({ number: "SO-2001", salesman: REPS.ana.salesman, date: "10/28/2026", ...more });

describe("a file of orders in the DM of an admin", () => {
  let harness: ImportsHarness;
  beforeAll(async () => {
    harness = await importsHarness();
  });
  beforeEach(() => harness.reset());
  afterAll(() => harness.close());

  const openedDetails = async () => {
    await harness.press("import_details");
    const opened = await eventually(() => harness.slack.modals(ALEX).at(-1));
    return lines(JSON.parse(JSON.stringify(opened.blocks)));
  };

  it("is previewed without a write, and applied it is seen in the numbers", async () => {
    const ben = REPS.ben.slack;
    const before = { orders: await harness.orders(), ana: await harness.sales(ANA), ben: await harness.sales(ben) };
    const voided = await harness.db.collection("fishbowl_sales_orders").findOne({ soNumber: "SO-1017" });

    const preview = await harness.drop(EXPORT);
    const looked = await harness.orders();
    const applied = await harness.apply();

    const changes = [
      "*Ben Okafor* −$23,405.48 distribution: SO-1017 voided",
      "*Ana Torres* +$4,850 wholesale: SO-1101 new",
      "*Maya Brooks* +$2,310.40 distribution: SO-1102 new",
      "*Chloé Martin* +$1,250 wholesale: SO-1013 repriced",
    ];
    expect(preview).toEqual([
      "# Import preview: orders.csv",
      "*Credited sales fall by $14,995.08*",
      ...changes,
      "⚠️ *+$640* waits for an account type: Corner Cellar (new: SO-1103)",
      "*Apply 3 new orders and 2 changed?*",
      "[import_apply]",
      "[import_forget]",
      "Read as a sales-order export, 60 rows: 3 new orders, 2 changed, 25 unchanged. Credited sales of these 30 orders: $83,145.04 → $68,149.96. Days that change: Oct 19–28. Customers: 1 new. Nothing is written until you apply it.",
    ]);
    expect(looked).toBe(before.orders);
    expect(applied).toEqual([
      "# ✅ Applied: orders.csv",
      "*Credited sales fell by $14,995.08*",
      ...changes,
      "⚠️ *$55,818.50* waits for an account type, +$640 from this file: Corner Cellar (new: SO-1103)",
      "[account_types]",
      '⚠️ *$8,707.90* waits for a match: Fishbowl sales rep "B. Lee", 13 orders',
      "[import_details]",
      "[import_undo]",
      "3 new orders and 2 changed. Figures updated for Oct 19–28. Credited sales of these 30 orders: $83,145.04 → $68,149.96",
    ]);
    expect(harness.buttons()).toEqual(["account_types", "map", "import_details", "import_undo"]);
    expect(await openedDetails()).toEqual([
      "*orders.csv*: 30 orders",
      "• Total credited: $83,145.04 → $68,149.96 (−$14,995.08)",
      "• Waiting: $37,157.71 → $37,797.71 (+$640)",
      "• Not counting: $102,109.53 → $125,515.01 (+$23,405.48)",
      "• All 30 orders: $222,412.28 → $231,462.68 (+$9,050.40)",
      expect.stringMatching(
        /^\$125,515\.01 doesn't count: account type "Retail" .*3 void orders .*\(was \$13,035\.21\)/,
      ),
      "*In this file*: 3 new ($7,800.40), 2 changed ($35,090.84 → $36,340.84), 25 unchanged ($187,321.44)",
      "*Orders that change*",
      "• SO-1013: total $11,685.36 → $12,935.36",
      "• SO-1017: status Historical → Void",
      "*Days that change*: Oct 19–28",
      "*Customers*: 1 new",
      "*Undo* works for 24 hours, until another file is applied. After that, the 3 new orders stay until a file voids them; the earlier file, dropped here again, puts back the 2 changed orders.",
    ]);
    expect(await harness.orders()).toBe(before.orders + 3);
    expect(await harness.sales(ANA)).toBeCloseTo(before.ana + 4_850, 2);
    expect(await harness.sales(ben)).toBeCloseTo(before.ben - voided?.total, 2);
  });

  it("case 48: is refused by row and reason, with no button to apply it, when row 17 is wrong", async () => {
    const before = await harness.orders();
    const rows = EXPORT.split("\r\n");
    const wrong = rows.map((line, index) => (index === 16 ? line.replace(/\d\d\/\d\d\/2026/, "soon") : line));

    const said = await harness.drop(wrong.join("\r\n"));

    expect(said).toEqual([
      "# Fix 1 row in orders.csv",
      "*Nothing was imported.* Fix this in the file, then drop it here again:",
      '• *Row 17*: its Date "soon" isn\'t a date like 10/15/2026',
      "Or export the orders again, and don't open the file in a spreadsheet.",
      "Read as a sales-order export, 60 rows.",
    ]);
    expect(harness.buttons()).toEqual([]);
    expect(await harness.orders()).toBe(before);
  });

  it("that is a zip renamed is told for what it is", async () => {
    const said = await harness.drop(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]));

    expect(said).toContain(
      "• *Row 1*: the file is a zip archive or an Excel workbook (.xlsx), whatever its name: save it as CSV UTF-8",
    );
    expect(harness.buttons()).toEqual([]);
  });

  it("that changes nothing has nothing to apply", async () => {
    await harness.drop(EXPORT);
    await harness.apply();

    const said = await harness.drop(EXPORT);

    expect(said[0]).toBe("# Nothing to import: orders.csv");
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
    expect(said[0]).toBe("# ✅ Applied: orders.csv");
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
      expect.stringMatching(/^a\.csv: Ana Torres gains \$10 of wholesale\. Apply\?$/),
      expect.stringMatching(/^b\.csv: Ana Torres gains \$10 of wholesale\. Apply\?$/),
    ]);
  });
});

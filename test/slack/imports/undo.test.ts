import { fishbowlExport } from "../../../src/demo/sample/fishbowl-export";
import { REPS } from "../../../src/demo/sample/team";
import { day } from "../../../src/time/day";
import { nativeExport } from "../../support/builders/orders";
import { ALEX, ANA, type ImportsHarness, importsHarness } from "../../support/harness/imports";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const EXPORT = fishbowlExport(day("2026-10-28")).text;
const BEN = REPS.ben.slack;

describe("Undo below an applied file", () => {
  let harness: ImportsHarness;
  beforeAll(async () => {
    harness = await importsHarness();
  });
  beforeEach(() => harness.reset());
  afterAll(() => harness.close());

  const all = (name: string) => harness.db.collection(name).find().sort({ _id: 1 }).toArray();
  /** Orders, customers and the totals that come of them; one that was new stays as 0. */
  const stands = async () => [
    await all("fishbowl_sales_orders"),
    await all("fishbowl_customers"),
    (await all("metrics")).flatMap(({ _id, value }) => (value === 0 ? [] : [`${String(_id)} ${value}`])),
    await harness.db.collection<{ _id: string }>("settings").findOne({ _id: "fishbowl:import" }),
  ];
  const applied = async (text = EXPORT) => {
    await harness.drop(text);
    return harness.apply();
  };
  const undo = async () => {
    await harness.press("import_undo");
    await harness.demo.idle();
    return harness.says();
  };
  const notice = () => lines(JSON.parse(JSON.stringify(harness.slack.modals(ALEX).at(-1)?.blocks ?? [])));

  it("asks in words and money, puts everything back, and says so in the message's place", async () => {
    const before = await stands();
    const sold = [await harness.sales(ANA), await harness.sales(BEN)];
    await applied();
    const confirm = JSON.stringify(harness.dm(ALEX).at(-1)?.blocks).match(
      /"confirm":\{"title".*?"deny":\{[^}]*\}/,
    )?.[0];

    const said = await undo();

    expect(confirm).toContain(
      "Takes out 3 new orders ($7,800.40) and puts back 2 changed orders ($36,340.84 → $35,090.84). The import credited −$14,995.08; that is reversed. Everyone's figures update.",
    );
    expect(said).toEqual([
      "# ↩️ Undone: orders.csv",
      "*Credited sales rose by $14,995.08*",
      "*Ana Torres* −$4,850 wholesale: SO-1101 taken out",
      "*Maya Brooks* −$2,310.40 distribution: SO-1102 taken out",
      "*Chloé Martin* −$1,250 wholesale: SO-1013 repriced",
      "*Ben Okafor* +$23,405.48 distribution: SO-1017 counted now",
      "3 orders taken out, 2 put back. Figures updated for Oct 19–28. Credited sales of these 5 orders: $20,095.76 → $35,090.84",
    ]);
    expect(harness.buttons()).toEqual([]);
    expect([await harness.sales(ANA), await harness.sales(BEN)]).toEqual(sold);
    expect(await stands()).toEqual(before);
  });

  it("can be pressed once, and the file be applied again", async () => {
    const before = await stands();
    await applied();
    const press = harness.presser();

    await Promise.all([press("import_undo"), press("import_undo")]);
    await harness.demo.idle();

    expect(harness.dm(ALEX).map(({ text }) => text.split(".csv")[0])).toContain("Undone: orders");
    expect(await stands()).toEqual(before);
    expect(notice()).toEqual([expect.stringMatching(new RegExp(`^<@${ALEX}> undid this import `))]);
    expect((await applied())[0]).toBe("# ✅ Applied: orders.csv");
    expect(harness.buttons()).toContain("import_undo");
  });

  it("is refused after another file, which is undone first", async () => {
    await applied();
    const press = harness.presser();
    await applied(nativeExport({ number: "SO-2001", salesman: REPS.ana.salesman, date: "10/28/2026" }));
    const then = await stands();

    await press("import_undo");
    await harness.demo.idle();

    const [said = ""] = await eventually(() => notice().length > 0 && notice());
    expect(said).toMatch(
      /^Nothing was undone, as another file came since: <@U\w+> imported orders\.csv .*\. Undo that one first\. /,
    );
    expect(await stands()).toEqual(then);
  });

  it("is refused to somebody who is no admin any more", async () => {
    await applied();
    const then = await stands();
    await harness.db.collection<{ _id: string }>("users").updateOne({ _id: ALEX }, { $set: { role: "rep" } });

    await harness.press("import_undo");
    await harness.demo.idle();

    expect(JSON.stringify(harness.slack.modals(ALEX).at(-1)?.blocks)).toContain("Only admins can import orders");
    expect(await stands()).toEqual(then);
  });
});

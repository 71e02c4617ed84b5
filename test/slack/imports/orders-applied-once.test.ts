import { fishbowlExport } from "../../../src/demo/sample/fishbowl-export";
import { REPS } from "../../../src/demo/sample/team";
import { peopleStore } from "../../../src/people/people-store";
import { day } from "../../../src/time/day";
import { nativeExport } from "../../support/builders/orders";
import { ALEX, ANA, type ImportsHarness, importsHarness } from "../../support/harness/imports";

const EXPORT = fishbowlExport(day("2026-10-28")).text;
const anOrder = (more = {}) => ({ number: "SO-2001", salesman: REPS.ana.salesman, date: "10/28/2026", ...more });

describe("a previewed file of orders in the DM of an admin", () => {
  let harness: ImportsHarness;
  beforeAll(async () => {
    harness = await importsHarness();
  });
  beforeEach(() => harness.reset());
  afterAll(() => harness.close());

  it("is either applied or forgotten when both are pressed at once", async () => {
    const before = await harness.orders();
    await harness.drop(EXPORT);
    const press = harness.presser();

    await Promise.all([press("import_forget"), press("import_apply"), press("import_forget")]);
    await harness.demo.idle();

    const applied = (await harness.orders()) > before;
    expect(harness.says()[0]).toBe(
      applied ? "# ✅ Applied: orders.csv" : "*orders.csv* was discarded. Nothing changed.",
    );
  });

  it("is applied once, however often Apply is pressed", async () => {
    await harness.drop(EXPORT);
    const press = harness.presser();

    await Promise.all([press("import_apply"), press("import_apply"), press("import_apply")]);
    await harness.demo.idle();

    expect(await harness.db.collection("fishbowl_imports").countDocuments()).toBe(1);
    expect(harness.says()[0]).toBe("# ✅ Applied: orders.csv");
    expect(harness.says()).toContainEqual(expect.stringMatching(/^3 new orders and 2 changed\. Figures updated /));
  });

  it("is not applied when it is another by then, but previewed anew", async () => {
    const [before, sold] = [await harness.orders(), await harness.sales(ANA)];
    await harness.drop(nativeExport(anOrder()));
    harness.slack.changeFile(harness.fileId(), Buffer.from(nativeExport(anOrder({ items: [{ price: "99.00" }] }))));

    await harness.apply();

    expect(await harness.orders()).toBe(before);
    expect(harness.says().slice(0, 2)).toEqual([
      "⚠️ The file in Slack has changed, so nothing was applied. It would now change this:",
      "# Import preview: orders.csv",
    ]);
    await harness.apply();
    expect(harness.says()[0]).toBe("# ✅ Applied: orders.csv");
    expect((await harness.sales(ANA)) - sold).toBe(99);
  });

  it("is not applied when it was deleted from Slack meanwhile", async () => {
    const before = await harness.orders();
    await harness.drop(EXPORT);
    harness.slack.deleteFile(harness.fileId());

    await harness.apply();

    expect(harness.says()).toEqual([
      "❌ *orders.csv* wasn't read. The file is no longer in Slack. Drop it here again.",
    ]);
    expect(await harness.orders()).toBe(before);
  });

  it("is not applied by somebody who is no admin any more", async () => {
    const before = await harness.orders();
    await harness.drop(EXPORT);
    await harness.db.collection<{ _id: string }>("users").updateOne({ _id: ALEX }, { $set: { role: "rep" } });

    await harness.apply();

    expect((await peopleStore(harness.db).one(ALEX))?.role).toBe("rep");
    expect(await harness.orders()).toBe(before);
    expect(harness.buttons()).toEqual(["import_apply", "import_forget"]);
    expect(JSON.stringify(harness.slack.modals(ALEX).at(-1)?.blocks)).toContain("Only admins can import orders");
  });
});

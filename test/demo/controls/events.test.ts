import { ADMIN, REPS } from "../../../src/demo/sample/team";
import { type ControlsHarness, controlsHarness } from "../../support/harness/demo/controls";

const ANA = REPS.ana.slack;
const BEN = REPS.ben.slack;

let harness: ControlsHarness;

beforeAll(async () => {
  harness = await controlsHarness();
});
afterAll(() => harness.close());
beforeEach(() => harness.controls.reset());

describe("an event", () => {
  it("in JustCall is one call more, with its talk time", async () => {
    await harness.sync(BEN);
    const before = [await harness.today(BEN, "phone_call_quantity"), await harness.today(BEN, "talk_time_minutes")];

    const text = await harness.controls.run("event.call", BEN);
    await harness.sync(BEN);

    expect(text).toContain("Ben Okafor");
    expect(await harness.today(BEN, "phone_call_quantity")).toBe((before[0] ?? 0) + 1);
    expect(await harness.today(BEN, "talk_time_minutes")).toBeCloseTo((before[1] ?? 0) + 250 / 60, 1);
  });

  it("in both systems counts once, and Copper's says which call it duplicates", async () => {
    await harness.sync(ANA);
    const before = await harness.today(ANA, "phone_call_quantity");

    await harness.controls.run("event.both", ANA);
    const { activities } = harness.fakes.copper.account;
    const { calls } = harness.fakes.justcall.account;
    const [logged, call] = [activities.unusedId - 1, calls.unusedId - 1];
    await harness.sync(ANA);

    expect(await harness.today(ANA, "phone_call_quantity")).toBe(before + 1);
    const fact = { source: "copper", recordId: String(logged), type: "phone_call_quantity" };
    expect(await harness.database.db.collection("facts").findOne(fact)).toMatchObject({
      counts: false,
      duplicateOf: expect.stringContaining(String(call)),
    });
  });

  it("that voids an order takes its total off the month, and the report names it to whoever sold it", async () => {
    // By a file of a minute ago.
    const noted = harness.database.db.collection<{ _id: string; at: Date }>("settings");
    const imported = { _id: "fishbowl:import", at: new Date(harness.clock.now().getTime() - 60_000) };
    await noted.insertOne(imported);
    await harness.sync(ANA);
    const before = await harness.ofMonth(ANA, "new_sales_wholesale");

    const text = await harness.controls.run("event.void", ANA);
    const report = await harness.sync(ANA);

    const total = Number(/\$([\d,.]+\d)/.exec(text)?.[1]?.replaceAll(",", ""));
    const [order = "none"] = /SO-\d+/.exec(text) ?? [];
    expect(report).toMatch(new RegExp(`${order}\\svoided`));
    expect(total).toBeGreaterThan(0);
    // What the report has is not as of that file.
    const known = await noted.findOne({ _id: "fishbowl:import" });
    expect(known?.at.getTime()).toBeGreaterThan(imported.at.getTime());
    expect(await harness.ofMonth(ANA, "new_sales_wholesale")).toBeCloseTo(before - total, 2);
  });

  it("falls to Ana where the person does not sell, until she has no order left", async () => {
    const first = await harness.controls.run("event.void", ADMIN.slack);
    const call = await harness.controls.run("event.call", ADMIN.slack);
    const texts: string[] = [];
    while (texts.at(-1)?.startsWith("No order") !== true)
      texts.push(await harness.controls.run("event.void", ADMIN.slack));

    expect(first).toContain("Ana Torres");
    expect(call).toContain("Ana Torres");
    expect(texts.length).toBeGreaterThan(1);
  });
});

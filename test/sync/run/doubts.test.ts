import { type DayRange, day } from "../../../src/time/day";
import { callFacts, justcallFacts, orderFact } from "../../support/builders/facts";
import { ANA_EMAIL } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { refusedKey } from "../../support/fakes/scripted-source";
import { cellsOf, type Named, threeSources } from "../../support/harness/sync";

const FROM = "2026-09-29";
const TO = "2026-10-28";
const RANGE: DayRange = { from: day(FROM), to: day(TO) };
const noon = (on: string) => `2026-10-${on}T19:00:00Z`;

describe("a sync that has its doubts", () => {
  const test = testDatabase();

  const harness = () => threeSources(test.db);
  const cells = () => cellsOf(test.db);
  const named = (collection: string) => test.db.collection<Named>(collection);

  it("keeps a failing source's numbers, finishes the others, and says once that it broke and once that it recovered", async () => {
    const { copper, justcall, sync, logged } = harness();
    justcall.facts = justcallFacts("1", { at: noon("10"), owner: ANA_EMAIL });
    await sync(FROM, TO);
    justcall.failure = refusedKey("justcall");
    copper.facts = callFacts("copper", { recordId: "9", at: noon("12"), owner: "77", seconds: 60 });

    const report = await sync(FROM, TO);
    await sync(FROM, TO);
    justcall.failure = null;
    await sync(FROM, TO);

    expect(report).toMatchObject({
      success: false,
      results: {
        justcall: { success: false, records: 0, asOf: "2026-10-28T21:05:00.000Z" },
        errors: [{ source: "justcall", kind: "credentials" }],
      },
      summary: { copperSuccess: true, justcallSuccess: false, errors: 1 },
    });
    expect(await cells()).toMatchObject({
      "UANA_phone_call_quantity_2026-10-10_justcall": 1,
      "UANA_phone_call_quantity_2026-10-12_copper": 1,
    });
    const said = logged.map(({ message }) => message).filter((message) => /broke|recovered/.test(message));
    expect(said).toEqual(["a source broke; its old numbers stand", "a source recovered"]);
  });

  it("case 35: takes nothing back on a mass deletion, until an admin approves it", async () => {
    const { justcall, queue, sync } = harness();
    justcall.facts = Array.from({ length: 40 }, (_, index) =>
      justcallFacts(String(index), { at: noon("10"), owner: ANA_EMAIL }),
    ).flat();
    await sync(FROM, TO);
    justcall.facts = [];

    const braked = await sync(FROM, TO);
    const standing = await cells();
    await queue.request({ range: RANGE, userId: "cli", trigger: "cli", acceptVanished: true });

    expect(braked.results.errors).toEqual([expect.objectContaining({ source: "justcall", kind: "vanished" })]);
    expect(standing).toMatchObject({ "UANA_phone_call_quantity_2026-10-10_justcall": 40 });
    expect(await cells()).toMatchObject({ "UANA_phone_call_quantity_2026-10-10_justcall": 0 });
  });

  it("keeps what is stored of a record that cannot be read now, and counts it as such", async () => {
    const { justcall, sync } = harness();
    justcall.facts = ["1", "2"].flatMap((id) => justcallFacts(id, { at: noon("10"), owner: ANA_EMAIL }));
    await sync(FROM, TO);
    justcall.facts = justcallFacts("1", { at: noon("10"), owner: ANA_EMAIL });
    justcall.unreadable = 1;
    justcall.unreadableIds.add("2");

    const report = await sync(FROM, TO);

    expect(await cells()).toMatchObject({ "UANA_phone_call_quantity_2026-10-10_justcall": 2 });
    expect(report.results.errors).toEqual([]);
    expect(report.results.justcall.notCounting).toMatchObject({ "call could not be read: duration": 1 });
    expect(report.results.justcall.notes).toEqual(["1 call could not be read: duration. Its earlier value stays."]);
  });

  it("moves orders that were given another metric, however many, without asking", async () => {
    const { fishbowl, sync } = harness();
    const orders = Array.from({ length: 60 }, (_, index) =>
      orderFact(`SO-${index}`, { day: "2026-10-12", owner: "UANA", cents: 100 }),
    );
    await named("fishbowl_users_map").insertOne({ _id: "UANA", userId: "UANA" });
    fishbowl.facts = orders;
    await sync(FROM, TO);
    fishbowl.facts = orders.map((order) => ({ ...order, type: "new_sales_distribution" }));

    const report = await sync(FROM, TO);

    expect(report.results.errors).toEqual([]);
    expect(await cells()).toEqual({
      "UANA_new_sales_distribution_2026-10-12_fishbowl": 60,
      "UANA_new_sales_wholesale_2026-10-12_fishbowl": 0,
    });
  });
});

import { justcallFacts, orderFact } from "../../support/builders/facts";
import { aMember, byEmail } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { cellsOf, threeSources } from "../../support/harness/sync";

const FROM = "2026-09-29";
const TO = "2026-10-28";

describe("what somebody is mapped to", () => {
  const test = testDatabase();

  it("counts for them on every day that is kept, though the sync after it reads the last days alone", async () => {
    const { fishbowl, sync, parts } = threeSources(test.db);
    fishbowl.facts = [orderFact("1", { day: "2026-10-01", owner: "A. Diaz", cents: 500 })];
    await sync(FROM, TO);
    await parts.people.mapSalesman("A. Diaz", "UANA");

    await sync("2026-10-26", TO);

    expect(await cellsOf(test.db)).toEqual({ "UANA_new_sales_wholesale_2026-10-01_fishbowl": 5 });
  });

  it("leaves whoever it was given to before, on every day", async () => {
    const { fishbowl, sync, parts } = threeSources(test.db);
    await parts.people.mapSalesman("A. Diaz", "UANA");
    fishbowl.facts = [orderFact("1", { day: "2026-10-01", owner: "A. Diaz", cents: 500 })];
    await sync(FROM, TO);
    await parts.people.mapSalesman("A. Diaz", "UBEN");

    await sync("2026-10-26", TO);

    expect(await cellsOf(test.db)).toEqual({
      "UANA_new_sales_wholesale_2026-10-01_fishbowl": 0,
      "UBEN_new_sales_wholesale_2026-10-01_fishbowl": 5,
    });
  });

  it("counts for a newcomer to Slack whom a source has known for long", async () => {
    const { justcall, members, sync } = threeSources(test.db);
    justcall.facts = justcallFacts("1", { at: "2026-10-01T19:00:00Z", owner: "zoe@acme.com" });
    await sync(FROM, TO);
    members.push(aMember("UZOE", byEmail("zoe@acme.com")));

    await sync("2026-10-26", TO);

    expect(await cellsOf(test.db)).toMatchObject({ "UZOE_phone_call_quantity_2026-10-01_justcall": 1 });
  });

  it("has nothing made anew while nobody is mapped otherwise", async () => {
    const { justcall, sync } = threeSources(test.db);
    justcall.facts = justcallFacts("1", { at: "2026-10-01T19:00:00Z", owner: "ana@acme.com" });
    await sync(FROM, TO);
    await test.db.collection("metrics").deleteMany({});

    await sync("2026-10-26", TO);

    expect(await cellsOf(test.db)).toEqual({});
  });
});

import { copperCall, email, opportunity } from "../../support/builders/copper-records";
import { copperHarness, NOVEMBER, readComplete, stopCopper } from "../../support/harness/copper";

afterEach(stopCopper);

describe("records of Copper that are no longer listed", () => {
  it("are gone, but for entries of opportunities that still exist", async () => {
    const deals = [1, 2, 3].map((id) => opportunity({ id }));
    const { source, copper } = await copperHarness({
      records: { activities: [email(), copperCall()], opportunities: deals },
    });
    const reading = await source.open(NOVEMBER);
    const { facts } = await readComplete(reading);
    copper.account.opportunities.change(1, { pipeline_stage_id: 14, status: "Won" });
    copper.account.opportunities.remove(2);
    for (const { id } of copper.account.activities.all()) copper.account.activities.remove(id);
    copper.resetRequests();

    const gone = await reading.deleted(facts);

    expect(gone.map(({ type, recordId }) => [type, recordId.split("-")[0]])).toEqual([
      ["email_quantity", "<CAF=x1%3A7@mail.acme.com>"],
      ["phone_call_quantity", "3061844454"],
      ["talk_time_minutes", "3061844454"],
      ["lead_progression_a", "2"],
    ]);
    expect(copper.requests).toHaveLength(3);
  });

  it("are not gone when a walk missed them and Copper lists them at their time", async () => {
    const { source } = await copperHarness({ records: { activities: [email(), copperCall()] } });
    const reading = await source.open(NOVEMBER);
    const { facts } = await readComplete(reading);

    expect(await reading.deleted(facts)).toEqual([]);
  });

  it("are gone when another stage was set to be theirs, and nobody is asked", async () => {
    const { source, copper } = await copperHarness({ records: { opportunities: [opportunity({ id: 1 })] } });
    const reading = await source.open(NOVEMBER);
    const { facts } = await readComplete(reading);
    const before = facts.map((fact) => ({ ...fact, recordId: fact.recordId.replace(/-\d+-/, "-999-") }));
    copper.resetRequests();

    expect(await reading.deleted(before)).toEqual(before);
    expect(copper.requests).toEqual([]);
  });

  it("are looked for 200 opportunities at a time", async () => {
    const deals = Array.from({ length: 401 }, (_, id) => opportunity({ id: id + 1 }));
    const { source, copper } = await copperHarness({ records: { opportunities: deals } });
    const reading = await source.open(NOVEMBER);
    const { facts } = await readComplete(reading);
    copper.account.opportunities.remove(77);
    copper.resetRequests();

    expect((await reading.deleted(facts)).map(({ recordId }) => recordId.split("-")[0])).toEqual(["77"]);
    expect(copper.requests).toHaveLength(3);
  });
});

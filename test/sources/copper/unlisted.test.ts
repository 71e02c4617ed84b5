import { at, copperCall, email, emails, opportunity } from "../../support/builders/records/copper";
import { copperHarness, NOVEMBER, readComplete, stopCopper } from "../../support/harness/copper";

afterEach(stopCopper);

describe("facts that Copper no longer lists", () => {
  it("are missing, but for entries of opportunities that still exist", async () => {
    const deals = [1, 2, 3].map((id) => opportunity({ id }));
    const { source, copper } = await copperHarness({
      records: { activities: [email(), copperCall()], opportunities: deals },
    });
    const reading = await source.open(NOVEMBER);
    const { facts } = await readComplete(reading);
    copper.account.opportunities.change(1, { pipeline_stage_id: 14, status: "Won" });
    copper.account.opportunities.remove(2);
    copper.resetRequests();

    const missing = await reading.missing(facts);

    expect(missing.map(({ type, recordId }) => [type, recordId.split("-")[0]])).toEqual([
      ["email_quantity", "<CAF=x1%3A7@mail.acme.com>"],
      ["phone_call_quantity", "3061844454"],
      ["talk_time_minutes", "3061844454"],
      ["lead_progression_a", "2"],
    ]);
    expect(copper.requests).toHaveLength(1);
  });

  it("are missing when another stage was set to be theirs, and nobody is asked", async () => {
    const { source, copper } = await copperHarness({ records: { opportunities: [opportunity({ id: 1 })] } });
    const reading = await source.open(NOVEMBER);
    const { facts } = await readComplete(reading);
    const before = facts.map((fact) => ({ ...fact, recordId: fact.recordId.replace(/-\d+-/, "-999-") }));
    copper.resetRequests();

    expect(await reading.missing(before)).toEqual(before);
    expect(copper.requests).toEqual([]);
  });

  it("are looked for 200 opportunities at a time", async () => {
    const deals = Array.from({ length: 401 }, (_, id) => opportunity({ id: id + 1 }));
    const { source, copper } = await copperHarness({ records: { opportunities: deals } });
    const reading = await source.open(NOVEMBER);
    const { facts } = await readComplete(reading);
    copper.account.opportunities.remove(77);
    copper.resetRequests();

    expect((await reading.missing(facts)).map(({ recordId }) => recordId.split("-")[0])).toEqual(["77"]);
    expect(copper.requests).toHaveLength(3);
  });
});

describe("emails and calls that a walk missed", () => {
  it("are asked for by their id: gone when deleted, found as they are now when not", async () => {
    const calls = [1, 2, 3].map((id) =>
      copperCall({ id, details: "A word", activity_date: at("2026-11-02T12:00:00Z") + id }),
    );
    const { source, copper } = await copperHarness({ records: { activities: [...calls, email({ id: 9 })] } });
    const reading = await source.open(NOVEMBER);
    const { facts } = await readComplete(reading);
    copper.account.activities.remove(1);
    copper.account.activities.change(2, { user_id: 77 });
    copper.resetRequests();

    const some = facts.filter(({ recordId }) => recordId === "1" || recordId === "2");
    const { gone, found } = await reading.verify(some);

    expect(gone.map(({ recordId }) => recordId)).toEqual(["1"]);
    expect(found.map(({ recordId, owner }) => [recordId, owner])).toEqual([["2", "77"]]);
  });

  it("are a mail until the last of its activities is deleted", async () => {
    const copies = [email({ id: 1 }), email({ id: 2 })];
    const { source, copper } = await copperHarness({ records: { activities: copies } });
    const reading = await source.open(NOVEMBER);
    const { facts } = await readComplete(reading);
    expect(facts.map(({ copyIds }) => copyIds)).toEqual([["1", "2"]]);

    copper.account.activities.remove(1);
    expect((await reading.verify(facts)).gone).toEqual([]);
    copper.account.activities.remove(2);
    expect((await reading.verify(facts)).gone).toEqual(facts);
  });

  it("stand, and are said to, where nothing is listed and no answer tells of any copy whether it is there", async () => {
    const copies = [email({ id: 1 }), email({ id: 2 })];
    const { source, copper } = await copperHarness({ records: { activities: [...copies, copperCall({ id: 3 })] } });
    const { facts } = await readComplete(await source.open(NOVEMBER));
    for (const id of [1, 2, 3]) copper.account.activities.remove(id);
    const isList = ({ path }: { path: string }) => path.endsWith("/activities/search");
    copper.faults.push({ match: isList, times: "always", effect: { kind: "empty" } });
    const reading = await source.open(NOVEMBER);
    await readComplete(reading);
    const match = ({ path }: { path: string }) => /\/activities\/[23]$/.test(path);
    copper.faults.push({ match, times: "always", effect: { kind: "status", status: 404, body: "Not Found" } });

    const { gone, unanswered } = await reading.verify(facts);

    expect([gone, new Set(unanswered.map(({ type }) => type))]).toEqual([
      [],
      new Set(["email_quantity", "phone_call_quantity", "talk_time_minutes"]),
    ]);
  });

  it("are looked for in their own second where the ids of a mail were never stored", async () => {
    const { source, copper } = await copperHarness({ records: { activities: [email({ id: 1 })] } });
    const reading = await source.open(NOVEMBER);
    const { facts } = await readComplete(reading);
    const older = facts.map(({ copyIds: _, ...fact }) => fact);

    expect((await reading.verify(older)).gone).toEqual([]);
    copper.account.activities.remove(1);
    expect((await reading.verify(older)).gone).toEqual(older);
  });

  it("are told by a second walk where there are more of them than the list has pages", async () => {
    const { source, copper } = await copperHarness({ records: { activities: emails(450) } });
    const reading = await source.open(NOVEMBER);
    const { facts } = await readComplete(reading);
    for (let id = 5_000_100; id < 5_000_110; id += 1) copper.account.activities.remove(id);
    const missing = facts.filter(
      ({ copyIds = [] }) => Number(copyIds[0]) >= 5_000_100 && Number(copyIds[0]) < 5_000_120,
    );
    copper.resetRequests();

    const { gone, found } = await reading.verify(missing);

    // The walks do not agree, as ten that the first one listed have gone since: these ten are asked for.
    expect([gone.length, found.length]).toEqual([10, 10]);
    expect(copper.requests).toHaveLength(3 + 10);
  });

  it("are gone without another question when two walks agree that they are", async () => {
    const { source, copper } = await copperHarness({ records: { activities: emails(450) } });
    const before = (await readComplete(await source.open(NOVEMBER))).facts;
    for (let id = 5_000_100; id < 5_000_110; id += 1) copper.account.activities.remove(id);
    const reading = await source.open(NOVEMBER);
    const listed = new Set((await readComplete(reading)).facts.map(({ recordId }) => recordId));
    copper.resetRequests();

    const { gone } = await reading.verify(before.filter(({ recordId }) => !listed.has(recordId)));

    expect(gone).toHaveLength(10);
    expect(copper.requests).toHaveLength(3);
  });
});

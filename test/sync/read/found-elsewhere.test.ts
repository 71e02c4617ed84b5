import { aFact, callFacts, justcallFacts } from "../../support/builders/facts";
import { ANA_EMAIL } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { cellsOf, threeSources } from "../../support/harness/sync";

const CALLS = "UANA_phone_call_quantity";

describe("a record that a walk did not list and that is found on another day", () => {
  const test = testDatabase();

  it("leaves its old day at the next sync, of whatever days, when the one that found it broke before its totals", async () => {
    const { sync, copper, justcall, parts } = threeSources(test.db);
    justcall.facts = justcallFacts("1", { at: "2026-10-05T17:00:00Z", owner: ANA_EMAIL });
    copper.facts = callFacts("copper", { recordId: "9", at: "2026-10-12T17:00:00Z", owner: "77", seconds: 60 });
    await sync("2026-10-01", "2026-10-12");
    justcall.facts = justcallFacts("1", { at: "2026-10-06T17:00:00Z", owner: ANA_EMAIL });
    justcall.unlisted.add("1");
    const { calls } = parts.facts;
    Object.assign(parts.facts, { calls: () => Promise.reject(new Error("the process died")) });
    await expect(sync("2026-10-01", "2026-10-12")).rejects.toThrow("the process died");
    Object.assign(parts.facts, { calls });

    await sync("2026-10-11", "2026-10-12");

    expect(await cellsOf(test.db)).toMatchObject({
      [`${CALLS}_2026-10-05_justcall`]: 0,
      [`${CALLS}_2026-10-06_justcall`]: 1,
    });
  });
});

describe("a list that comes empty although its records are there", () => {
  const test = testDatabase();

  it("fails the source in words: its figures stand and are not called newer, until it is listed again", async () => {
    const { sync, justcall, clock } = threeSources(test.db);
    const calls = ["26", "27", "28"].flatMap((on) =>
      justcallFacts(on, { at: `2026-10-${on}T17:00:00Z`, owner: ANA_EMAIL }),
    );
    justcall.facts = calls;
    const first = await sync("2026-10-01", "2026-10-28");
    const before = await cellsOf(test.db);
    for (const { recordId } of calls) justcall.unlisted.add(recordId);
    clock.now = new Date("2026-10-28T22:05:00Z");

    const empty = await sync("2026-10-01", "2026-10-28");
    justcall.unlisted.delete("26");
    const partly = await sync("2026-10-01", "2026-10-28");

    const message = "JustCall listed nothing where 3 records still are";
    expect(empty.results.errors).toEqual([{ source: "justcall", kind: "unexpected-answer", message }]);
    expect(empty.results.justcall.asOf).toBe(first.results.justcall.asOf);
    expect(partly.results.errors).toEqual([]);
    expect(await cellsOf(test.db)).toEqual(before);
  });

  it("takes nothing that another list brought: it counts, and the source is not called newer for it", async () => {
    const { sync, copper, clock } = threeSources(test.db);
    const mails = ["26", "27", "28"].map((on) =>
      aFact(on, { source: "copper", type: "email_quantity", day: `2026-10-${on}`, owner: "77" }),
    );
    copper.facts = mails;
    const first = await sync("2026-10-01", "2026-10-28");
    for (const { recordId } of mails) copper.unlisted.add(recordId);
    const call = { recordId: "9", at: "2026-10-28T17:00:00Z", owner: "77", seconds: 60 };
    copper.facts = [...mails, ...callFacts("copper", call)];
    clock.now = new Date("2026-10-28T22:05:00Z");

    const { results } = await sync("2026-10-01", "2026-10-28");

    expect(results.errors).toMatchObject([{ message: "Copper listed nothing where 3 records still are" }]);
    expect(results.copper.asOf).toBe(first.results.copper.asOf);
    expect(await cellsOf(test.db)).toMatchObject({
      [`${CALLS}_2026-10-28_copper`]: 1,
      "UANA_email_quantity_2026-10-28_copper": 1,
    });
  });

  it("is no fault of days that have ended, which a vendor may list no more, nor of calls that are listed without their length", async () => {
    const { sync, justcall } = threeSources(test.db);
    const calls = ["25", "26", "27"].flatMap((on) =>
      justcallFacts(on, { at: `2026-10-${on}T17:00:00Z`, owner: ANA_EMAIL }),
    );
    const [short] = justcallFacts("28", { at: "2026-10-28T17:00:00Z", owner: ANA_EMAIL });
    justcall.facts = short === undefined ? calls : [...calls, short];
    await sync("2026-10-01", "2026-10-28");
    const before = await cellsOf(test.db);
    for (const { recordId } of calls) justcall.unlisted.add(recordId);

    const ended = await sync("2026-10-01", "2026-10-27");
    const running = await sync("2026-10-01", "2026-10-28");

    expect([ended, running].map(({ results }) => results.errors)).toEqual([[], []]);
    expect(await cellsOf(test.db)).toEqual(before);
  });
});

import { DELETED_AT_SOURCE, DUPLICATE, factChanges } from "../../src/metrics/fact-changes";
import { factStore } from "../../src/metrics/fact-store";
import { aFact, leftOut, stored, together } from "../support/builders/facts";
import { OCTOBER, storedFacts } from "../support/harness/stored-facts";

describe("the store of facts", () => {
  const { all, facts, save, test } = storedFacts();

  it("keeps a fact whole, with its key and the run that wrote it", async () => {
    const fact = aFact("1001", { link: "https://justcall.example/1001" });

    await save([fact], 7);

    expect(await all()).toEqual([
      {
        _id: "justcall:1001:phone_call_quantity",
        source: "justcall",
        recordId: "1001",
        type: "phone_call_quantity",
        at: new Date("2025-10-10T17:00:00Z"),
        day: "2025-10-10",
        owner: "ana@acme.example",
        amount: 1,
        link: "https://justcall.example/1001",
        counts: true,
        asOf: 7,
      },
    ]);
  });

  it("replaces a fact whole, so that no reason, mark or tombstone of before is left", async () => {
    const fact = aFact("1");
    const before = {
      why: DELETED_AT_SOURCE,
      gone: true,
      duplicateOf: "x",
      detail: "old",
      link: "l",
      to: ["t"],
      counts: false,
    } as const;
    await facts().insertOne({ ...stored(fact), ...before });

    await save([fact], 2);

    expect(await all()).toEqual([stored(fact, 2)]);
  });

  it("case 28: does not let an earlier run overwrite what a later one wrote", async () => {
    const fact = aFact("1");
    await save([{ ...fact, amount: 5 }], 9);

    await save([{ ...fact, amount: 4 }], 8);
    await factStore(test.db).save({ write: [], gone: [stored(fact)] }, 8);
    await factStore(test.db).mark([{ _id: stored(fact)._id, duplicateOf: "x" }], 8);

    expect(await all()).toEqual([stored({ ...fact, amount: 5 }, 9)]);
  });

  it("renames a fact and leaves all else that is stored of it, unless a later run wrote it", async () => {
    const facts = ["1", "2", "3"].map((id) => aFact(id, { name: "Cara" }));
    await save(facts.slice(0, 2), 7);
    await save(facts.slice(2), 9);
    await factStore(test.db).mark([{ _id: stored(aFact("1"))._id, duplicateOf: "x" }], 7);

    const renamed = [aFact("1", { name: "Cara Bell" }), aFact("2"), aFact("3", { name: "Cara Bell" })];
    await factStore(test.db).save({ write: [], gone: [], renamed }, 8);

    expect(await all()).toEqual([
      { ...stored(leftOut(aFact("1", { name: "Cara Bell" }), DUPLICATE), 7), duplicateOf: "x" },
      stored(aFact("2"), 7),
      stored(aFact("3", { name: "Cara" }), 9),
    ]);
  });

  it("case 28: inserts what is fresh, but lets a paused run undo nothing that a later one stored meanwhile", async () => {
    const facts = Array.from({ length: 2_500 }, (_, index) => aFact(String(index)));
    const later = facts.filter((_, index) => index % 2 === 0).map((fact) => ({ ...fact, amount: 5 }));
    await factStore(test.db).save({ write: [], gone: [], fresh: later }, 9);

    await factStore(test.db).save({ write: [], gone: [], fresh: facts }, 8);

    const expected = facts.map((fact, index) =>
      index % 2 === 0 ? stored({ ...fact, amount: 5 }, 9) : stored(fact, 8),
    );
    expect(await all()).toEqual(expected.sort((one, other) => (one._id < other._id ? -1 : 1)));
  });

  it("replaces what it took for fresh, with the mark of a deleted record that was stored of it", async () => {
    const fact = aFact("1");
    await facts().insertOne({ ...stored(fact), counts: false, why: DELETED_AT_SOURCE, gone: true });

    await factStore(test.db).save({ write: [aFact("2")], gone: [], fresh: [fact] }, 2);

    expect(await all()).toEqual([stored(fact, 2), stored(aFact("2"), 2)]);
  });

  it("fails when an insert is refused for anything but a key that is taken", async () => {
    await save([aFact("1")]);
    await test.db.command({ collMod: "facts", validator: { amount: { $lt: 100 } } });
    const fresh = [aFact("1"), aFact("2", { amount: 100 })];

    const failed = factStore(test.db).save({ write: [], gone: [], fresh }, 2);

    await expect(failed).rejects.toThrow();
    expect(await all()).toEqual([stored(aFact("1"))]);
  });

  it.each(["$owner", "$$ROOT", "__proto__", "constructor", "a.b$c", 'Zoë O\'Neil "Z"'])(
    "keeps a foreign text as it is: %s",
    async (text) => {
      const fact = leftOut(aFact(text, { owner: text, link: text, to: [text] }), "order has an unknown status", text);

      await save([fact]);
      await factStore(test.db).save({ write: [], gone: await all() }, 2);

      expect(await all()).toEqual([{ ...stored(fact, 2), why: DELETED_AT_SOURCE, gone: true }]);
    },
  );

  it("retires a fact that is gone: it counts no more, says why, and duplicates nothing", async () => {
    const fact = aFact("1", { source: "copper" });
    await save([fact]);
    await factStore(test.db).mark([{ _id: stored(fact)._id, duplicateOf: "justcall:2:phone_call_quantity" }], 1);

    await factStore(test.db).save({ write: [], gone: await all() }, 2);

    expect(await all()).toEqual([{ ...stored(leftOut(fact, DELETED_AT_SOURCE), 2), gone: true }]);
  });

  it("writes nothing the second time a window is read", async () => {
    const read = [aFact("1"), leftOut(aFact("2"), "call is in progress"), aFact("3", { source: "copper" })];
    const store = factStore(test.db);
    const sync = async (asOf: number) => {
      const held = [
        ...(await together(store.stored("justcall", OCTOBER))),
        ...(await together(store.stored("copper", OCTOBER))),
      ];
      const { write, unseen } = factChanges(held, read);
      await store.save({ write, gone: unseen }, asOf);
    };
    await sync(1);
    const mark = await test.oplogMark();

    await sync(2);

    expect(await test.oplogWrites(["facts"], mark)).toBe(0);
  });

  it("marks a duplicate and takes the mark away without a trace", async () => {
    const fact = aFact("1", { source: "copper" });
    const store = factStore(test.db);
    await save([fact]);

    await store.mark([{ _id: stored(fact)._id, duplicateOf: "justcall:2:phone_call_quantity" }], 2);
    const [marked] = await all();
    await store.mark([{ _id: stored(fact)._id, duplicateOf: null }], 3);

    const mark = { duplicateOf: "justcall:2:phone_call_quantity", asOf: 2 };
    expect(marked).toEqual({ ...stored(leftOut(fact, DUPLICATE)), ...mark });
    expect(await all()).toEqual([stored(fact, 3)]);
  });

  it("saves more facts than one batch holds", async () => {
    await save(Array.from({ length: 4_500 }, (_, index) => aFact(String(index))));

    expect(await facts().countDocuments()).toBe(4_500);
  });

  it("writes nothing when there is nothing to write", async () => {
    const mark = await test.oplogMark();

    await factStore(test.db).save({ write: [], gone: [] }, 1);
    await factStore(test.db).mark([], 1);

    expect(await test.oplogWrites(["facts"], mark)).toBe(0);
  });
});

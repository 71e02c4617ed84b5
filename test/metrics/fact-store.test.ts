import { day } from "../../src/metrics/day";
import { DUPLICATE, factChanges, GONE, type StoredFact } from "../../src/metrics/fact-changes";
import { factStore } from "../../src/metrics/fact-store";
import { testDatabase } from "../support/database";
import { aFact, kept, leftOut } from "./facts";

describe("the store of facts", () => {
  const test = testDatabase();
  const facts = () => test.db.collection<StoredFact>("facts");
  const all = () => facts().find().sort({ _id: 1 }).toArray();
  const save = (write: Parameters<ReturnType<typeof factStore>["save"]>[0]["write"], asOf = 1) =>
    factStore(test.db).save({ write, gone: [] }, asOf);
  const october = {
    since: new Date("2025-10-01T00:00:00Z"),
    until: new Date("2025-11-01T00:00:00Z"),
  };

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
      why: GONE,
      gone: true,
      duplicateOf: "x",
      detail: "old",
      link: "l",
      to: ["t"],
      counts: false,
    } as const;
    await facts().insertOne({ ...kept(fact), ...before });

    await save([fact], 2);

    expect(await all()).toEqual([kept(fact, 2)]);
  });

  it("does not let an earlier run overwrite what a later one wrote", async () => {
    const fact = aFact("1");
    await save([{ ...fact, amount: 5 }], 9);

    await save([{ ...fact, amount: 4 }], 8);
    await factStore(test.db).save({ write: [], gone: [kept(fact)] }, 8);
    await factStore(test.db).mark([{ _id: kept(fact)._id, duplicateOf: "x" }], 8);

    expect(await all()).toEqual([kept({ ...fact, amount: 5 }, 9)]);
  });

  it.each(["$owner", "$$ROOT", "__proto__", "constructor", "a.b$c", 'Zoë O\'Neil "Z"'])(
    "keeps a foreign text as it is: %s",
    async (text) => {
      const fact = leftOut(aFact(text, { owner: text, link: text, to: [text] }), "order has an unknown status", text);

      await save([fact]);
      await factStore(test.db).save({ write: [], gone: await all() }, 2);

      expect(await all()).toEqual([{ ...kept(fact, 2), why: GONE, gone: true }]);
    },
  );

  it("retires a fact that is gone: it counts no more, says why, and duplicates nothing", async () => {
    const fact = aFact("1", { source: "copper" });
    await save([fact]);
    await factStore(test.db).mark([{ _id: kept(fact)._id, duplicateOf: "justcall:2:phone_call_quantity" }], 1);

    await factStore(test.db).save({ write: [], gone: await all() }, 2);

    expect(await all()).toEqual([{ ...kept(leftOut(fact, GONE), 2), gone: true }]);
  });

  it("writes nothing the second time a window is read", async () => {
    const read = [aFact("1"), leftOut(aFact("2"), "call is in progress"), aFact("3", { source: "copper" })];
    const store = factStore(test.db);
    const sync = async (asOf: number) => {
      const held = [...(await store.held("justcall", october)), ...(await store.held("copper", october))];
      const { write, unseen } = factChanges(held, read);
      await store.save({ write, gone: unseen }, asOf);
    };
    await sync(1);
    const mark = await test.oplogMark();

    await sync(2);

    expect(await test.oplogWrites(["facts"], mark)).toBe(0);
  });

  it("holds a window from its first instant to just before its last, gone facts too, of one source", async () => {
    const store = factStore(test.db);
    const at = (text: string) => ({ at: new Date(text) });
    await save([
      aFact("before", at("2025-09-30T23:59:59.999Z")),
      aFact("first", at("2025-10-01T00:00:00Z")),
      aFact("last", at("2025-10-31T23:59:59.999Z")),
      aFact("after", at("2025-11-01T00:00:00Z")),
      aFact("first", { source: "copper" }),
    ]);
    await store.save({ write: [], gone: [kept(aFact("last", at("2025-10-31T23:59:59.999Z")))] }, 1);

    const held = await store.held("justcall", october);

    expect(held.map(({ recordId, gone }) => [recordId, gone ?? false]).sort()).toEqual([
      ["first", false],
      ["last", true],
    ]);
  });

  it("marks a duplicate and takes the mark away without a trace", async () => {
    const fact = aFact("1", { source: "copper" });
    const store = factStore(test.db);
    await save([fact]);

    await store.mark([{ _id: kept(fact)._id, duplicateOf: "justcall:2:phone_call_quantity" }], 2);
    const [marked] = await all();
    await store.mark([{ _id: kept(fact)._id, duplicateOf: null }], 3);

    const mark = { duplicateOf: "justcall:2:phone_call_quantity", asOf: 2 };
    expect(marked).toEqual({ ...kept(leftOut(fact, DUPLICATE)), ...mark });
    expect(await all()).toEqual([kept(fact, 3)]);
  });

  it("lists the calls that their source lets count, duplicates included, and their talk time", async () => {
    const store = factStore(test.db);
    const [counting, duplicate] = [aFact("1", { source: "copper" }), aFact("2", { source: "copper" })];
    const talk = aFact("1", { source: "copper", type: "talk_time_minutes", amount: 60 });
    const mail = aFact("4", { source: "copper", type: "email_quantity" });
    await save([counting, duplicate, talk, mail, leftOut(aFact("3", { source: "copper" }), "call is in progress")]);
    await store.mark([{ _id: kept(duplicate)._id, duplicateOf: "j" }], 1);

    const calls = await store.calls("copper", october);

    const told = calls.map(({ recordId, type, counts, duplicateOf }) => ({ recordId, type, counts, duplicateOf }));
    expect(told.sort((a, b) => (a.recordId + a.type < b.recordId + b.type ? -1 : 1))).toEqual([
      { recordId: "1", type: "phone_call_quantity", counts: true, duplicateOf: undefined },
      { recordId: "1", type: "talk_time_minutes", counts: true, duplicateOf: undefined },
      { recordId: "2", type: "phone_call_quantity", counts: false, duplicateOf: "j" },
    ]);
  });

  it("tells records that do not count by reason, a call once, gone ones not", async () => {
    const store = factStore(test.db);
    const why = "call is in progress";
    await save([
      leftOut(aFact("1"), why),
      leftOut(aFact("1", { type: "talk_time_minutes" }), why),
      leftOut(aFact("2"), why),
      leftOut(aFact("3"), "other"),
      leftOut(aFact("4", { day: "2025-10-11" }), why),
      aFact("5"),
      aFact("6"),
    ]);
    await store.save({ write: [], gone: [kept(aFact("6"))] }, 1);

    expect(await store.leftOut("justcall", { from: day("2025-10-10"), to: day("2025-10-10") })).toEqual([
      { why, count: 2 },
      { why: "other", count: 1 },
    ]);
  });

  it("tells mail that was received by a rep from mail among strangers", async () => {
    const mail = (id: string, owner: string, to: readonly string[]) =>
      aFact(id, { source: "copper", type: "email_quantity", owner, to });
    await save([
      mail("1", "ana@acme.example", ["x@y.example"]),
      mail("2", "x@y.example", ["ana@acme.example", "z@y.example"]),
      mail("3", "x@y.example", ["z@y.example"]),
    ]);

    const range = { from: day("2025-10-10"), to: day("2025-10-10") };

    expect(await factStore(test.db).foreignMail(range, ["ana@acme.example"])).toEqual({ received: 1, strangers: 1 });
  });

  it("sums what counts for nobody by owner, the most records first, e-mails and talk time aside", async () => {
    const order = (id: string, owner: string, amount: number) =>
      aFact(id, { source: "fishbowl", type: "new_sales_wholesale", owner, amount });
    await save([
      order("1", "B. Lee", 100),
      order("2", "B. Lee", 250),
      order("3", "C. Wu", 900),
      order("4", "A. Ray", 1),
    ]);

    const range = { from: day("2025-10-10"), to: day("2025-10-10") };

    expect(await factStore(test.db).unowned("fishbowl", range, ["A. Ray"])).toEqual([
      { owner: "B. Lee", records: 2, amount: 350 },
      { owner: "C. Wu", records: 1, amount: 900 },
    ]);
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

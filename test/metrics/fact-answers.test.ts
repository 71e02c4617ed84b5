import { factStore } from "../../src/metrics/fact-store";
import { day } from "../../src/time/day";
import { aFact, leftOut, stored, together } from "../support/builders/facts";
import { OCTOBER, storedFacts } from "../support/harness/stored-facts";

const OCTOBER_DAYS = { from: day("2025-10-01"), to: day("2025-10-31") };

describe("the store of facts", () => {
  const { save, test } = storedFacts();

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
    await store.save({ write: [], gone: [stored(aFact("last", at("2025-10-31T23:59:59.999Z")))] }, 1);

    const held = await together(store.stored("justcall", OCTOBER));

    expect(held.map(({ recordId, gone }) => [recordId, gone ?? false]).sort()).toEqual([
      ["first", false],
      ["last", true],
    ]);
  });

  it("lists the calls that their source lets count, duplicates included, and their talk time", async () => {
    const store = factStore(test.db);
    const [counting, duplicate] = [aFact("1", { source: "copper" }), aFact("2", { source: "copper" })];
    const talk = aFact("1", { source: "copper", type: "talk_time_minutes", amount: 60 });
    const mail = aFact("4", { source: "copper", type: "email_quantity" });
    await save([counting, duplicate, talk, mail, leftOut(aFact("3", { source: "copper" }), "call is in progress")]);
    await store.mark([{ _id: stored(duplicate)._id, duplicateOf: "j" }], 1);

    const calls = await store.calls("copper", OCTOBER_DAYS);

    const reported = calls.map(({ recordId, type, counts, duplicateOf }) => ({ recordId, type, counts, duplicateOf }));
    expect(reported.sort((a, b) => (a.recordId + a.type < b.recordId + b.type ? -1 : 1))).toEqual([
      { recordId: "1", type: "phone_call_quantity", counts: true, duplicateOf: undefined },
      { recordId: "1", type: "talk_time_minutes", counts: true, duplicateOf: undefined },
      { recordId: "2", type: "phone_call_quantity", counts: false, duplicateOf: "j" },
    ]);
  });

  it("finds the calls of some days by the roll-up's index, and reads no other record", async () => {
    const mails = Array.from({ length: 40 }, (_, id) => aFact(`m${id}`, { source: "copper", type: "email_quantity" }));
    await save([...mails, aFact("1", { source: "copper" }), aFact("2", { source: "copper" })]);
    await test.db.command({ profile: 2 });

    await factStore(test.db).calls("copper", OCTOBER_DAYS);

    await test.db.command({ profile: 0 });
    const profile = test.db.collection("system.profile");
    const [read] = await profile.find({ op: "query" }).toArray();
    await profile.drop();
    expect(read).toMatchObject({ ns: `${test.name}.facts`, nreturned: 2, docsExamined: 2 });
    // By their instant, every mail of these days would be read as well.
    expect(read?.planSummary).toContain("{ counts: 1, day: 1, source: 1, type: 1");
  });

  it("finds the calls of a moment beside these days by their instant, and reads none of the days around them", async () => {
    const on = (id: string, at: string) => aFact(id, { at: new Date(at), day: day(at.slice(0, 10)) });
    const before = Array.from({ length: 40 }, (_, id) => on(`b${id}`, "2025-09-30T12:00:00Z"));
    const moment = { since: new Date("2025-10-01T03:58:00Z"), until: new Date("2025-10-01T04:00:00Z") };
    const [near, inside] = [on("near", "2025-10-01T03:59:00Z"), on("inside", "2025-10-02T12:00:00Z")];
    await save([...before, near, inside]);
    await test.db.collection("facts").updateOne({ recordId: "near" }, { $set: { day: "2025-09-30" } });
    await test.db.command({ profile: 2 });

    const span = { days: OCTOBER_DAYS, beside: [moment] };
    const starts = await together(factStore(test.db).callStarts("justcall", span));

    await test.db.command({ profile: 0 });
    const profile = test.db.collection("system.profile");
    const read = await profile.find({ op: "query" }).toArray();
    await profile.drop();
    expect(starts.map(({ _id }) => _id).sort()).toEqual([stored(inside)._id, stored(near)._id]);
    expect(read.map(({ docsExamined }) => docsExamined)).toEqual([1, 1]);
  });

  it("reads when a source's counting calls began, and neither talk time nor what does not count", async () => {
    const talk = aFact("1", { type: "talk_time_minutes", amount: 60 });
    await save([aFact("1"), talk, leftOut(aFact("2"), "call is in progress"), aFact("3", { source: "copper" })]);

    const starts = await together(factStore(test.db).callStarts("justcall", { days: OCTOBER_DAYS }));

    const { _id, at, owner } = stored(aFact("1"));
    expect(starts).toEqual([{ _id, at, owner }]);
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
    await store.save({ write: [], gone: [stored(aFact("6"))] }, 1);

    expect(await store.leftOut("justcall", { from: day("2025-10-10"), to: day("2025-10-10") })).toEqual([
      { why, count: 2 },
      { why: "other", count: 1 },
    ]);
  });

  it("sums what does not count for a reason by what it is called, the largest amount first, gone ones not", async () => {
    const store = factStore(test.db);
    const of = (id: string, name: string | undefined, amount: number) =>
      aFact(id, { source: "fishbowl", type: "new_sales_wholesale", amount, ...(name === undefined ? {} : { name }) });
    const why = "customer has no account type";
    const gone = leftOut(of("6", "Ping House", 1_000), why);
    await save([
      ...[leftOut(of("1", "Corner Cellar", 64_000), why), leftOut(of("2", "Ping House", 3_000_000), why)],
      ...[leftOut(of("3", "Ping House", 281_704), why), leftOut(of("4", undefined, 5), why)],
      ...[leftOut(of("5", "Ping House", 7), "order is Void"), gone, of("7", "Ping House", 9)],
    ]);
    await store.save({ write: [], gone: [stored(gone)] }, 1);

    expect(await store.leftOutNames("fishbowl", { from: day("2025-10-10"), to: day("2025-10-10") }, why)).toEqual([
      { name: "Ping House", records: 2, amount: 3_281_704 },
      { name: "Corner Cellar", records: 1, amount: 64_000 },
      { name: null, records: 1, amount: 5 },
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

    expect(await factStore(test.db).foreignMail(range, ["ana@acme.example"])).toEqual({
      received: 1,
      unknownSenders: 1,
    });
  });

  it("sums what counts for nobody by owner, the most records first, emails and talk time aside", async () => {
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

  it("sums what counts by owner and month, within the days that are asked for", async () => {
    const order = (id: string, on: string, given: Partial<ReturnType<typeof aFact>> = {}) =>
      aFact(id, {
        source: "fishbowl",
        type: "new_sales_wholesale",
        owner: "B. Lee",
        amount: 5,
        day: day(on),
        ...given,
      });
    await save([
      ...[order("1", "2025-09-30"), order("2", "2025-10-01"), order("3", "2025-10-31"), order("4", "2025-11-01")],
      order("5", "2025-10-02", { owner: "A. Ray" }),
    ]);

    const range = { from: day("2025-09-30"), to: day("2025-10-31") };

    expect(await factStore(test.db).ownerMonths("fishbowl", range)).toEqual([
      { owner: "A. Ray", month: "2025-10", records: 1, amount: 5 },
      { owner: "B. Lee", month: "2025-09", records: 1, amount: 5 },
      { owner: "B. Lee", month: "2025-10", records: 2, amount: 10 },
    ]);
  });
});

import { factStore } from "../../src/metrics/fact-store";
import { why } from "../../src/why/why";
import { aFact, callFacts, leftOut, together } from "../support/builders/facts";
import { days } from "../support/builders/team-zone";
import { RANGE, whyHarness } from "../support/harness/why";

const { asked, recomputeTotals, saveFacts, savePeople, deps, test } = whyHarness();

describe("why", () => {
  const ana = (id: string, at: string) =>
    callFacts("justcall", { recordId: id, at, owner: "ana@acme.com", seconds: 90 });
  const copper = (id: string, at: string) => callFacts("copper", { recordId: id, at, owner: "77", seconds: 90 });

  it("names the call that a duplicate duplicates, and keeps what was deleted in sight", async () => {
    await savePeople();
    await saveFacts([...ana("1001", "2026-10-28T17:00:00Z"), ...copper("9", "2026-10-28T17:01:30Z")]);
    await saveFacts([...ana("1002", "2026-10-28T18:00:00Z"), ...ana("1003", "2026-10-28T19:00:00Z")]);
    const held = await together(factStore(test.db).stored("justcall", days.instantsOf(RANGE)));
    await factStore(test.db).save({ write: [], gone: held.filter(({ recordId }) => recordId === "1003") }, 1);
    await recomputeTotals();

    const answer = await why(asked(), deps());

    expect(answer).toMatchObject({ name: "Ana", counting: 2, pages: 1, leftOutPage: 0, figure: { value: 2, now: 2 } });
    expect(answer.reasons).toEqual([
      { why: "deleted at the source", records: 1 },
      { why: "duplicate of a JustCall call", records: 1 },
    ]);
    expect(answer.records.map(({ fact, leftOut: reason }) => [fact.recordId, reason])).toEqual([
      ["1002", null],
      ["1001", null],
      ["1003", "deleted at the source"],
      ["9", "duplicate of a JustCall call"],
    ]);
    expect(answer.records.at(-1)?.fact).toMatchObject({ duplicateOf: "justcall:1001:phone_call_quantity" });
  });

  it("lists of what does not count first what a sync changed last, whatever its reason", async () => {
    await savePeople();
    const never = leftOut(aFact("1002", { owner: "ana@acme.com", day: "2026-10-28" }), "a reason that comes first");
    await saveFacts([never, ...ana("1003", "2026-10-27T19:00:00Z")]);
    const held = await together(factStore(test.db).stored("justcall", days.instantsOf(RANGE)));
    await factStore(test.db).save({ write: [], gone: held.filter(({ recordId }) => recordId === "1003") }, 2);

    const { records } = await why(asked(), deps());

    expect(records.map(({ fact }) => fact.recordId)).toEqual(["1003", "1002"]);
  });

  it("says how long each call was that has talk time, and of nothing else", async () => {
    await savePeople();
    await saveFacts(ana("1001", "2026-10-28T17:00:00Z"));
    await saveFacts([aFact("1002", { owner: "ana@acme.com", day: "2026-10-28" })]);

    const [calls, talk] = await Promise.all([why(asked(), deps()), why(asked({ type: "talk_time_minutes" }), deps())]);

    expect(calls.records.map(({ fact, talkSeconds }) => [fact.recordId, talkSeconds])).toEqual([
      ["1001", 90],
      ["1002", undefined],
    ]);
    expect(talk.records.map(({ talkSeconds }) => talkSeconds)).toEqual([undefined]);
  });

  it("tells the figure and what its records come to now apart while they differ", async () => {
    await savePeople();
    await saveFacts(ana("1001", "2026-10-28T17:00:00Z"));
    await recomputeTotals();
    await saveFacts(ana("1002", "2026-10-29T17:00:00Z"));

    const { figure } = await why(asked({ type: "talk_time_minutes" }), deps());

    expect(figure).toEqual({
      value: 1.5,
      now: 3,
      cells: [
        { day: "2026-10-28", source: "justcall", value: 1.5, now: 1.5, records: 1 },
        { day: "2026-10-29", source: "justcall", value: 0, now: 1.5, records: 1 },
      ],
    });
  });

  it("gives a record to whom its owner is today, and to nobody else", async () => {
    await savePeople();
    await saveFacts(ana("1001", "2026-10-28T17:00:00Z"));
    await test.db
      .collection<{ _id: string }>("users")
      .updateOne({ _id: "UANA" }, { $set: { email: "x@acme.com", justcallEmail: "x@acme.com" } });

    const [hers, nobodys] = await Promise.all([why(asked(), deps()), why(asked({ userId: null }), deps())]);

    expect(hers.records).toEqual([]);
    expect(nobodys).toMatchObject({
      name: null,
      counting: 0,
      reasons: [{ why: "its JustCall agent is nobody in Slack", records: 1 }],
      records: [{ leftOut: "its JustCall agent is nobody in Slack" }],
    });
  });

  it("tells mail that reps received from mail that concerns nobody", async () => {
    await savePeople();
    const mail = (id: string, to: string) =>
      aFact(id, { source: "copper", type: "email_quantity", owner: "eve@shop.example", day: "2026-10-28", to: [to] });
    await saveFacts([mail("m1", "ana@acme.com"), mail("m2", "zoe@shop.example"), mail("m3", "ben@home.example")]);

    const { reasons } = await why(asked({ userId: null, type: "email_quantity" }), deps());

    expect(reasons).toEqual([
      { why: "received, not sent by a rep", records: 2 },
      { why: "sender is nobody in Slack", records: 1 },
    ]);
  });

  it.each([
    ["copper", "email_quantity", "eve@shop.example", undefined],
    ["justcall", "phone_call_quantity", "eve@shop.example", undefined],
    ["justcall", "talk_time_minutes", "eve@shop.example", undefined],
    ["copper", "lead_progression_a", "99", "Jane Doe"],
    ["fishbowl", "new_sales_wholesale", "E. Ve", "Jane Doe"],
  ] as const)(
    "of %s names no one with whom a stranger's mail or call was: %s of %s",
    async (source, type, owner, name) => {
      await savePeople();
      const given = { source, type, day: "2026-10-28", name: "Jane Doe" };
      const [hers, theirs] = [source === "copper" && type !== "email_quantity" ? "77" : "ana@acme.com", owner];
      await saveFacts([aFact("1", { ...given, owner: hers }), aFact("2", { ...given, owner: theirs })]);

      const [own, nobodys] = await Promise.all([
        why(asked({ type }), deps()),
        why(asked({ userId: null, type }), deps()),
      ]);

      expect(own.records.map(({ fact }) => fact.name)).toEqual(source === "fishbowl" ? [] : ["Jane Doe"]);
      const second = nobodys.records.find(({ fact }) => fact.recordId === "2");
      expect([second?.fact.recordId, second?.fact.name]).toEqual(["2", name]);
    },
  );

  it.each([
    [0, 0, ["1064", "1057"]],
    [3, 3, ["1040", "1033"]],
    [99, 8, ["1000", "1000"]],
    [-1, 0, ["1064", "1057"]],
  ])("answers page %d with page %d, newest first", async (page, shown, ends) => {
    await savePeople();
    const minute = (index: number) => new Date(Date.parse("2026-10-28T17:00:00Z") + index * 60_000).toISOString();
    await saveFacts(Array.from({ length: 65 }, (_, index) => ana(String(1000 + index), minute(index))).flat());

    const answer = await why(asked({ page }), deps());

    expect([answer.page, answer.pages]).toEqual([shown, 9]);
    expect([answer.records[0], answer.records.at(-1)].map((one) => one?.fact.recordId)).toEqual(ends);
  });

  it("needs as many queries for 3,000 records as for none, and looks at no one else's", async () => {
    await savePeople();
    const others = Array.from({ length: 500 }, (_, index) =>
      aFact(`o${index}`, { owner: "ben@acme.com", day: "2026-10-28" }),
    );
    await saveFacts([...others, aFact("other", { owner: "ana@acme.com", day: "2026-10-05" })]);
    const none = await watched(() => why(asked(), deps()));
    await saveFacts(
      Array.from({ length: 3_000 }, (_, index) => aFact(`a${index}`, { owner: "ana@acme.com", day: "2026-10-28" })),
    );

    const many = await watched(() => why(asked({ page: 50 }), deps()));

    expect(none.queries).toBe(many.queries);
    expect(none.examined).toBe(0);
    // The sums and the page each look at the person's own.
    expect(many.examined).toBe(2 * 3_000);
  });

  /** What the server was asked meanwhile, and how many documents of `facts` it looked at. */
  async function watched(work: () => Promise<unknown>): Promise<{ queries: number; examined: number }> {
    const profile = test.db.collection<{ ns: string; docsExamined?: number }>("system.profile");
    await profile.drop().catch(() => {});
    await test.db.command({ profile: 2 });
    await work();
    await test.db.command({ profile: 0 });
    const asked = await profile
      .find({ op: { $in: ["query", "command", "getmore"] }, ns: { $not: /system/ } })
      .toArray();
    await profile.drop();
    const examined = asked.filter(({ ns }) => ns.endsWith(".facts")).map(({ docsExamined }) => docsExamined ?? 0);
    return { queries: asked.length, examined: examined.reduce((sum, recomputeTotals) => sum + recomputeTotals, 0) };
  }
});

import fc from "fast-check";
import { type DayRange, day } from "../../src/metrics/day";
import { type Fact, factId } from "../../src/metrics/fact";
import { factStore } from "../../src/metrics/fact-store";
import { metricStore } from "../../src/metrics/metric-store";
import { METRICS, type SourceId } from "../../src/metrics/metrics";
import { recordStore } from "../../src/metrics/record-store";
import { roster } from "../../src/people/roster";
import { peopleStore } from "../../src/people/store";
import { NO_EDGE, recompute } from "../../src/sync/recompute";
import { type Why, type WhyAsk, why } from "../../src/sync/why";
import { aFact, leftOut, together } from "../metrics/facts";
import { aPerson } from "../people/people";
import { testDatabase } from "../support/database";
import { callFacts, days } from "../support/sync-rig";

const RANGE: DayRange = { from: day("2026-10-26"), to: day("2026-11-01") };
const ANA = aPerson("UANA", { email: "ana@acme.com", copperUserId: 77, justcallEmail: "ana@acme.com", name: "Ana" });
const BEN = aPerson("UBEN", { email: "ben@acme.com", copperUserId: 78, addresses: ["ben@home.example"], name: "Ben" });
const SUBJECTS = ["UANA", "UBEN", null];

const test = testDatabase();
const needs = (db = test.db) => ({
  records: recordStore(db),
  facts: factStore(db),
  people: peopleStore(db),
  freshness: async () =>
    (["copper", "justcall", "fishbowl"] as const).map((source) => ({ source, asOf: null, state: "never" as const })),
});
const asked = (given: Partial<WhyAsk> = {}): WhyAsk => {
  return { userId: "UANA", type: "phone_call_quantity", range: RANGE, page: 0, ...given };
};

async function meet(): Promise<void> {
  await peopleStore(test.db).save([], [ANA, BEN]);
  await test.db
    .collection<{ _id: string; userId: string }>("fishbowl_users_map")
    .insertOne({ _id: "A. Diaz", userId: "UANA" });
}

async function keep(facts: readonly Fact[]): Promise<void> {
  await factStore(test.db).save({ write: facts, gone: [] }, 1);
}

async function count(): Promise<void> {
  const people = peopleStore(test.db);
  const who = roster(await people.all(), await people.salesmen());
  const stores = { facts: factStore(test.db), metrics: metricStore(test.db) };
  const held = { stillHeld: async () => {}, asOf: 1, now: () => new Date("2026-11-01T12:00:00Z") };
  await recompute(RANGE, { ...stores, roster: who, days, edge: NO_EDGE, ...held });
}

async function pagesOf(ask: WhyAsk): Promise<readonly Why[]> {
  const first = await why(ask, needs());
  const rest = [];
  for (let page = 1; page < first.pages; page += 1) rest.push(await why({ ...ask, page }, needs()));
  return [first, ...rest];
}

describe("why", () => {
  const ana = (id: string, at: string) =>
    callFacts("justcall", { recordId: id, at, owner: "ana@acme.com", seconds: 90 });
  const copper = (id: string, at: string) => callFacts("copper", { recordId: id, at, owner: "77", seconds: 90 });

  it("names the call that a duplicate duplicates, and keeps what was deleted in sight", async () => {
    await meet();
    await keep([...ana("1001", "2026-10-28T17:00:00Z"), ...copper("9", "2026-10-28T17:01:30Z")]);
    await keep([...ana("1002", "2026-10-28T18:00:00Z"), ...ana("1003", "2026-10-28T19:00:00Z")]);
    const held = await together(factStore(test.db).held("justcall", days.instantsOf(RANGE)));
    await factStore(test.db).save({ write: [], gone: held.filter(({ recordId }) => recordId === "1003") }, 1);
    await count();

    const answer = await why(asked(), needs());

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

  it("tells the figure and what its records come to now apart while they differ", async () => {
    await meet();
    await keep(ana("1001", "2026-10-28T17:00:00Z"));
    await count();
    await keep(ana("1002", "2026-10-29T17:00:00Z"));

    const { figure } = await why(asked({ type: "talk_time_minutes" }), needs());

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
    await meet();
    await keep(ana("1001", "2026-10-28T17:00:00Z"));
    await test.db
      .collection<{ _id: string }>("users")
      .updateOne({ _id: "UANA" }, { $set: { email: "x@acme.com", justcallEmail: "x@acme.com" } });

    const [hers, nobodys] = await Promise.all([why(asked(), needs()), why(asked({ userId: null }), needs())]);

    expect(hers.records).toEqual([]);
    expect(nobodys).toMatchObject({
      name: null,
      counting: 0,
      reasons: [{ why: "its JustCall agent is nobody in Slack", records: 1 }],
      records: [{ leftOut: "its JustCall agent is nobody in Slack" }],
    });
  });

  it("tells mail that reps received from mail that concerns nobody", async () => {
    await meet();
    const mail = (id: string, to: string) =>
      aFact(id, { source: "copper", type: "email_quantity", owner: "eve@shop.example", day: "2026-10-28", to: [to] });
    await keep([mail("m1", "ana@acme.com"), mail("m2", "zoe@shop.example"), mail("m3", "ben@home.example")]);

    const { reasons } = await why(asked({ userId: null, type: "email_quantity" }), needs());

    expect(reasons).toEqual([
      { why: "received, not sent by a rep", records: 2 },
      { why: "sender is nobody in Slack", records: 1 },
    ]);
  });

  it.each([
    [0, 0, ["1064", "1045"]],
    [3, 3, ["1004", "1000"]],
    [99, 3, ["1004", "1000"]],
    [-1, 0, ["1064", "1045"]],
  ])("answers page %d with page %d, newest first", async (page, shown, ends) => {
    await meet();
    const minute = (index: number) => new Date(Date.parse("2026-10-28T17:00:00Z") + index * 60_000).toISOString();
    await keep(Array.from({ length: 65 }, (_, index) => ana(String(1000 + index), minute(index))).flat());

    const answer = await why(asked({ page }), needs());

    expect([answer.page, answer.pages]).toEqual([shown, 4]);
    expect([answer.records[0], answer.records.at(-1)].map((one) => one?.fact.recordId)).toEqual(ends);
  });

  it("needs as many queries for 3,000 records as for none, and looks at no one else's", async () => {
    await meet();
    const others = Array.from({ length: 500 }, (_, index) =>
      aFact(`o${index}`, { owner: "ben@acme.com", day: "2026-10-28" }),
    );
    await keep([...others, aFact("other", { owner: "ana@acme.com", day: "2026-10-05" })]);
    const none = await watched(() => why(asked(), needs()));
    await keep(
      Array.from({ length: 3_000 }, (_, index) => aFact(`a${index}`, { owner: "ana@acme.com", day: "2026-10-28" })),
    );

    const many = await watched(() => why(asked({ page: 50 }), needs()));

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
    return { queries: asked.length, examined: examined.reduce((sum, count) => sum + count, 0) };
  }
});

describe("why, over random records", () => {
  const owners: Readonly<Record<SourceId, readonly string[]>> = {
    copper: ["77", "78", "99", "ana@acme.com", "ben@home.example", "eve@shop.example", ""],
    justcall: ["ana@acme.com", "ben@acme.com", "zoe@acme.com", ""],
    fishbowl: ["A. Diaz", "B. Lee", "$owner"],
  };
  const someFact = fc
    .record({
      metric: fc.constantFrom(...METRICS),
      pick: fc.nat(20),
      // Close together, so that some calls are duplicates.
      second: fc.tuple(fc.nat(60), fc.nat(240)).map(([slot, more]) => slot * 13_000 + more),
      amount: fc.integer({ min: -500, max: 99_999 }),
      to: fc.option(fc.constantFrom("ben@acme.com", "c@shop.example"), { nil: undefined }),
      why: fc.option(fc.constantFrom("order is Void", "call is still in progress", "$why"), { nil: undefined }),
    })
    .map(({ metric: { type, unit, sources }, pick, second, amount, to, why: reason }): Fact => {
      const source = sources[pick % sources.length] ?? "copper";
      const at = new Date(Date.parse("2026-10-25T20:00:00Z") + second * 1_000);
      const mail = type === "email_quantity" && to !== undefined ? { to: [to] } : {};
      const owner = owners[source][pick % owners[source].length] ?? "";
      const base = { source, type, at, day: days.dayOf(at), owner, amount: unit === "count" ? 1 : amount, ...mail };
      const fact = aFact(`${pick}-${second}`, base);
      return reason === undefined ? fact : leftOut(fact, reason, "<!channel> *x*");
    });

  it("lists records that sum to the figure, and every other record once with a reason", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someFact, { minLength: 0, maxLength: 150 }), async (facts) => {
        await Promise.all(
          ["facts", "metrics", "users", "fishbowl_users_map"].map((name) => test.db.collection(name).deleteMany({})),
        );
        await meet();
        await keep(facts);
        await count();
        const shown = await metricStore(test.db).sums([RANGE]);
        const listed: string[] = [];

        for (const { type, unit } of METRICS) {
          for (const userId of SUBJECTS) {
            const pages = await pagesOf(asked({ userId, type }));
            const records = pages.flatMap((page) => page.records);
            const counting = records.flatMap(({ fact, leftOut: reason }) => (reason === null ? [fact] : []));
            const figure = shown.find((sum) => sum.userId === userId && sum.type === type)?.sums[0] ?? 0;
            expect(sumOf(counting, unit)).toBe(figure);
            expect(pages.map((page) => [page.figure.value, page.figure.now])).toEqual(
              pages.map(() => [figure, figure]),
            );
            expect(pages.map((page) => page.counting)).toEqual(pages.map(() => counting.length));
            expect(tally(records.flatMap(({ leftOut: reason }) => reason ?? []))).toEqual(
              new Map(pages[0]?.reasons.map((one) => [one.why, one.records])),
            );
            listed.push(...records.map(({ fact }) => fact._id));
          }
        }

        const inside = facts.filter((fact) => fact.day >= RANGE.from && fact.day <= RANGE.to).map(factId);
        expect(listed.sort()).toEqual([...new Set(inside)].sort());
      }),
      { numRuns: 15 },
    );
  });

  function sumOf(facts: readonly Fact[], unit: string): number {
    const cells = new Map<string, number>();
    for (const { day: on, source, amount } of facts) {
      cells.set(`${on} ${source}`, (cells.get(`${on} ${source}`) ?? 0) + amount);
    }
    const by = { count: 1, minutes: 60, dollars: 100 }[unit] ?? 1;
    const values = [...cells.values()].map((amount) => Math.round((amount / by) * 100) / 100);
    return Math.round(values.reduce((sum, value) => sum + value, 0) * 100) / 100;
  }

  function tally(reasons: readonly string[]): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    return counts;
  }
});

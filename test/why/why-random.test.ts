import fc from "fast-check";
import { type Fact, factId } from "../../src/metrics/fact";
import { metricStore } from "../../src/metrics/metric-store";
import { METRICS } from "../../src/metrics/metrics";
import { bySource, type SourceId } from "../../src/metrics/sources";
import { aFact, leftOut } from "../support/builders/facts";
import { days } from "../support/builders/team-zone";

import { RANGE, whyHarness } from "../support/harness/why";

const SUBJECTS = ["UANA", "UBEN", null];
const { asked, recomputeTotals, saveFacts, savePeople, pagesOf, test } = whyHarness();

describe("why, over random records", () => {
  const owners: Readonly<Record<SourceId, readonly string[]>> = {
    ...bySource(() => ["ana@acme.com", ""]),
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
        await savePeople();
        await saveFacts(facts);
        await recomputeTotals();
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
    const by = { recomputeTotals: 1, minutes: 60, dollars: 100 }[unit] ?? 1;
    const values = [...cells.values()].map((amount) => Math.round((amount / by) * 100) / 100);
    return Math.round(values.reduce((sum, value) => sum + value, 0) * 100) / 100;
  }

  function tally(reasons: readonly string[]): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    return counts;
  }
});

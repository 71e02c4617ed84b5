import fc from "fast-check";
import type { Fact } from "../../../src/metrics/fact";
import { nightlyDays } from "../../../src/sync/state/look-back";
import { addDays, type Day, day } from "../../../src/time/day";
import { change, DAY_MS, FIRST, FROM, factsOf, records, TO } from "../../support/builders/histories";
import { days } from "../../support/builders/team-zone";
import { testDatabase } from "../../support/env/database";
import { historyHarness, list, totalsOf } from "../../support/harness/histories";

/** Records as they were when they were synced first, and as they are now: the same, changed, re-dated, gone or new. */
const past = fc.record({
  was: fc.boolean(),
  is: fc.boolean(),
  changed: change,
  dayOf: fc.option(fc.constantFrom(0, 3, 6, 11)),
});
const pasts = records.chain((made) => fc.tuple(...made.map((record) => past.map((lived) => ({ ...lived, record })))));
type Past = typeof pasts extends fc.Arbitrary<infer T> ? T : never;

const listedBefore = (all: Past) => all.flatMap(({ was, record }) => (was ? factsOf(record) : []));
const listedNow = (all: Past) =>
  all.flatMap(({ is, record, changed, dayOf }) =>
    is ? factsOf({ ...record, ...changed, dayOf: dayOf ?? record.dayOf }) : [],
  );

describe("the daily totals", () => {
  const test = testDatabase();
  const fresh = () => historyHarness(test.db);
  const totals = () => totalsOf(test.db);

  it("case 29: are the same for any order and repetition of the records and any cut of the windows, whatever was kept before", async () => {
    const shuffled = pasts.chain((all) => {
      const facts = listedNow(all);
      return fc.subarray(facts).chain((twice) =>
        fc.record({
          all: fc.constant(all),
          listed: fc.shuffledSubarray([...facts, ...twice], { minLength: facts.length + twice.length }),
          most: fc.integer({ min: 4, max: 12 }),
        }),
      );
    });

    await fc.assert(
      fc.asyncProperty(shuffled, async ({ all, listed, most }) => {
        const plain = await fresh();
        list(plain, listedNow(all));
        await plain.sync(FROM, TO);
        const expected = await totals();
        const other = await fresh();
        list(other, listedBefore(all));
        await other.sync(FROM, TO);
        list(other, listed);
        // Facts that share a second cannot be cut apart: as many as can share one always fit.
        for (const source of [other.copper, other.justcall, other.fishbowl]) {
          source.most = Math.max(most, 2 * atOnce(source.facts));
        }

        const { results } = await other.sync(FROM, TO);

        expect(results.errors).toEqual([]);
        expect(await totals()).toEqual(expected);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  it("are the same for any split of the days into syncs, in any order, some of them twice", async () => {
    const split = fc.record({
      all: pasts,
      cuts: fc.uniqueArray(fc.integer({ min: 1, max: 11 }), { maxLength: 4 }),
      order: fc.infiniteStream(fc.nat()),
      again: fc.nat(),
    });

    await fc.assert(
      fc.asyncProperty(split, async ({ all, cuts, order, again }) => {
        const plain = await fresh();
        list(plain, listedNow(all));
        await plain.sync(FROM, TO);
        const expected = await totals();
        const other = await fresh();
        list(other, listedBefore(all));
        await other.sync(FROM, TO);
        list(other, listedNow(all));
        const edges = [0, ...cuts.toSorted((a, b) => a - b), 12];
        const parts = edges
          .slice(1)
          .map((end, part) => ({ from: edges[part] ?? 0, to: end - 1, rank: order.next().value }));
        const ordered = parts.toSorted((a, b) => a.rank - b.rank);

        for (const { from, to } of [...ordered, ...ordered.slice(again % (parts.length + 1))]) {
          await other.sync(addDays(day(FROM), from), addDays(day(FROM), to));
        }

        expect(await totals()).toEqual(expected);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  it("case 31: are the same after nightly syncs that look back as after one over all days, however records come, change and go", async () => {
    // A record turns up at most a night late, changes once, and may be deleted, all within the look-back.
    const life = fc.record({
      late: fc.integer({ min: 0, max: 1 }),
      changed: change,
      shift: fc.constantFrom(-1, 0, 0, 1),
      deleted: fc.boolean(),
      changes: fc.integer({ min: 0, max: 1 }),
    });
    const lives = records.chain((made) =>
      fc.tuple(...made.map((record) => life.map((lived) => ({ ...lived, record })))),
    );

    await fc.assert(
      fc.asyncProperty(lives, async (all) => {
        const listedOn = (night: number) =>
          all.flatMap(({ record, late, changed, shift, deleted, changes }) => {
            const age = night - record.dayOf;
            const moved = changes === 0 ? shift : Math.max(0, shift);
            // Moved back by a day it has left the look-back when it would be deleted.
            if (age < late || (deleted && moved >= 0 && age >= 2)) return [];
            return factsOf(age > changes ? { ...record, ...changed, dayOf: record.dayOf + moved } : record);
          });
        const nightly = await fresh();
        for (let night = 0; night <= 13; night += 1) {
          const today = addDays(day(FROM), night);
          nightly.clock.now = new Date(FIRST + night * DAY_MS + DAY_MS - 1_000);
          list(nightly, listedOn(night));
          const { from, to } = nightlyDays(deep(await nightly.parts.states.all(new Set()), today), { today, days });
          await nightly.sync(from, to);
        }
        const incremental = await totals();
        const full = await fresh();
        full.clock.now = nightly.clock.now;
        list(full, listedOn(13));
        await full.sync("2026-09-30", "2026-10-14");

        expect(incremental).toEqual(await totals());
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  it("case 29: are the same document for document, `updatedAt` included, after a second sync, which writes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(pasts, async (all) => {
        const harness = await fresh();
        list(harness, listedBefore(all));
        await harness.sync(FROM, TO);
        list(harness, listedNow(all));
        await harness.sync(FROM, TO);
        const once = await test.db.collection("metrics").find().sort({ _id: 1 }).toArray();
        const mark = await test.oplogMark();
        harness.clock.now = new Date(harness.clock.now.getTime() + 60_000);

        await harness.sync(FROM, TO);

        expect(await test.db.collection("metrics").find().sort({ _id: 1 }).toArray()).toEqual(once);
        expect(await test.oplogWrites(["facts", "metrics", "goals", "users"], mark)).toBe(0);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });
});

/** The most facts that share an instant. */
function atOnce(facts: readonly Fact[]): number {
  const counts = new Map<number, number>();
  for (const { at } of facts) counts.set(at.getTime(), (counts.get(at.getTime()) ?? 0) + 1);
  return Math.max(1, ...counts.values());
}

/** As if each source had been read deeply: the look-back alone must be enough. */
function deep(sources: Parameters<typeof nightlyDays>[0], today: Day): Parameters<typeof nightlyDays>[0] {
  return sources.map(({ settlingDays: _, ...source }) => ({ ...source, deepOn: today, from: day("2026-01-01") }));
}

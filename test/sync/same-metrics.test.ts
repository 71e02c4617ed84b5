import fc from "fast-check";
import { addDays, type Day, day } from "../../src/metrics/day";
import type { Fact } from "../../src/metrics/fact";
import { emailFacts } from "../../src/sources/copper/mapping";
import { Activity } from "../../src/sources/copper/schema";
import { nightlyDays } from "../../src/sync/window";
import { testDatabase } from "../support/database";
import { aCall, callFacts, days } from "../support/sync-rig";
import { ANA, type Named, threeSources } from "../support/three-sources";

const FROM = "2026-10-01";
const TO = "2026-10-12";
const FIRST = Date.parse("2026-10-01T07:00:00Z");
const DAY_MS = 86_400_000;

/** A call as it lies in JustCall or in Copper: few owners and few minutes, so that they meet. */
interface Call {
  readonly id: number;
  readonly source: "copper" | "justcall";
  readonly dayOf: number;
  readonly minute: number;
  readonly owner: number;
  readonly seconds: number;
}

const calls = fc.uniqueArray(
  fc.record<Call>({
    id: fc.integer({ min: 1, max: 40 }),
    source: fc.constantFrom("copper", "justcall"),
    // Days on which windows are cut, and the minutes about midnight.
    dayOf: fc.constantFrom(0, 2, 3, 5, 6, 9, 11),
    minute: fc.constantFrom(0, 0, 1, 2, 1_438, 1_439),
    owner: fc.integer({ min: 0, max: 2 }),
    seconds: fc.integer({ min: 1, max: 500 }),
  }),
  { selector: ({ id }) => id, minLength: 8, maxLength: 25 },
);

function factsOf({ id, source, dayOf, minute, owner, seconds }: Call): Fact[] {
  const at = new Date(FIRST + dayOf * DAY_MS + minute * 60_000).toISOString();
  const mailbox = [ANA, "ben@acme.com", "zoe@acme.com"][owner] ?? "";
  if (source === "justcall") return aCall(String(id), { at, owner: mailbox, seconds });
  return callFacts("copper", { recordId: String(id), at, owner: ["77", "78", "79"][owner] ?? "", seconds });
}

describe("the daily totals", () => {
  const test = testDatabase();
  const collections = ["facts", "metrics", "users", "settings", "sync_runs"];

  /** A team and its three far ends, on an empty database. */
  async function fresh() {
    await Promise.all(collections.map((name) => test.db.collection(name).deleteMany({})));
    const rig = threeSources(test.db);
    rig.copper.people?.push({ owner: "78", name: "Ben", email: "ben@acme.com" });
    rig.justcall.people?.push({ owner: "ben@acme.com", name: "Ben", email: "ben@acme.com" });
    rig.justcall.edgeMs = 120_000;
    return rig;
  }
  const list = ({ copper, justcall }: Awaited<ReturnType<typeof fresh>>, facts: readonly Fact[]) => {
    copper.facts = facts.filter(({ source }) => source === "copper");
    justcall.facts = facts.filter(({ source }) => source === "justcall");
  };
  /** Cells that fell to 0 are kept, so that only what is left of them is compared. */
  const totals = async () => {
    const cells = await test.db
      .collection<Named>("metrics")
      .find({ value: { $ne: 0 } })
      .sort({ _id: 1 })
      .toArray();
    return cells.map(({ _id, value, metadata }) => [_id, value, Object(metadata).records]);
  };

  it("are the same for any order and repetition of the records and any cut of the windows", async () => {
    const shuffled = calls.chain((made) => {
      const facts = made.flatMap(factsOf);
      const again = fc.subarray(facts);
      return again.chain((twice) =>
        fc.record({
          facts: fc.constant(facts),
          listed: fc.shuffledSubarray([...facts, ...twice], { minLength: facts.length + twice.length }),
          most: fc.integer({ min: 4, max: 12 }),
        }),
      );
    });

    await fc.assert(
      fc.asyncProperty(shuffled, async ({ facts, listed, most }) => {
        const plain = await fresh();
        list(plain, facts);
        await plain.sync(FROM, TO);
        const expected = await totals();
        const other = await fresh();
        list(other, listed);
        // Facts that share a second cannot be cut apart: as many as can share one always fit.
        other.justcall.most = Math.max(most, 2 * atOnce(other.justcall.facts));
        other.copper.most = Math.max(most, 2 * atOnce(other.copper.facts));

        const { results } = await other.sync(FROM, TO);

        expect(results.errors).toEqual([]);
        expect(await totals()).toEqual(expected);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it("are the same after nightly syncs that look back as after one over all days, however records come, change and go", async () => {
    // A record turns up at most two nights late, changes its owner once, and may be deleted, all within the look-back.
    const life = fc.record({
      late: fc.integer({ min: 0, max: 1 }),
      owner: fc.integer({ min: 0, max: 2 }),
      deleted: fc.boolean(),
      changes: fc.integer({ min: 0, max: 1 }),
    });
    const lives = calls.chain((made) => fc.tuple(...made.map((call) => life.map((lived) => ({ ...lived, call })))));

    await fc.assert(
      fc.asyncProperty(lives, async (all) => {
        const listedOn = (night: number) =>
          all.flatMap(({ call, late, owner, deleted, changes }) => {
            const age = night - call.dayOf;
            if (age < late || (deleted && age >= 2)) return [];
            return factsOf(age >= 1 + changes ? { ...call, owner } : call);
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
        await full.sync(FROM, "2026-10-14");

        expect(incremental).toEqual(await totals());
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  it("are the same document for document, `updatedAt` included, after a second sync, which writes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(calls, async (made) => {
        const rig = await fresh();
        list(rig, made.flatMap(factsOf));
        await rig.sync(FROM, TO);
        const once = await test.db.collection("metrics").find().sort({ _id: 1 }).toArray();
        const mark = await test.oplogMark();
        rig.clock.now = new Date(rig.clock.now.getTime() + 60_000);

        await rig.sync(FROM, TO);

        expect(await test.db.collection("metrics").find().sort({ _id: 1 }).toArray()).toEqual(once);
        expect(await test.oplogWrites(["facts", "metrics", "goals", "users"], mark)).toBe(0);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });
});

describe("the e-mails of a window", () => {
  it("are the same for any order and repetition of the pages' rows, however many copies a mail has", () => {
    const activity = fc.record({ id: fc.integer({ min: 1, max: 30 }), mail: fc.integer({ min: 1, max: 6 }) });
    const rows = fc.uniqueArray(activity, { selector: ({ id }) => id, maxLength: 20 });
    const listed = rows.chain((once) =>
      fc.subarray(once).chain((again) => {
        const all = [...once, ...again];
        return fc.record({ once: fc.constant(once), all: fc.shuffledSubarray(all, { minLength: all.length }) });
      }),
    );
    const meaning = { days, stages: new Map(), account: null };
    const facts = (given: readonly { id: number; mail: number }[]) =>
      emailFacts(unique(given).map(mailActivity), meaning).facts.toSorted((a, b) => (a.recordId < b.recordId ? -1 : 1));

    fc.assert(
      fc.property(listed, ({ once, all }) => {
        expect(facts(all)).toEqual(facts(once));
      }),
    );
  });
});

/** As a walk does: each id once, the last row of it. */
function unique<T extends { readonly id: number }>(rows: readonly T[]): readonly T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

function mailActivity({ id, mail }: { id: number; mail: number }): Activity {
  const details = { id: `mail-${mail}`, sender: { email: ANA }, recipients: [], subject: "Hi" };
  return Activity.parse({ id, type: { id: 6, category: "system" }, activity_date: FIRST / 1_000 + (id % 5), details });
}

/** The most facts that share an instant. */
function atOnce(facts: readonly Fact[]): number {
  const counts = new Map<number, number>();
  for (const { at } of facts) counts.set(at.getTime(), (counts.get(at.getTime()) ?? 0) + 1);
  return Math.max(1, ...counts.values());
}

/** As if each source had been read deeply: the look-back alone must be enough. */
function deep(sources: Parameters<typeof nightlyDays>[0], today: Day): Parameters<typeof nightlyDays>[0] {
  return sources.map((source) => ({ ...source, deepOn: today, from: day("2026-01-01") }));
}

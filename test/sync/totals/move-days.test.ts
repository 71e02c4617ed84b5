import fc from "fast-check";
import { factStore } from "../../../src/metrics/fact-store";
import { metricStore } from "../../../src/metrics/metric-store";
import { peopleStore } from "../../../src/people/people-store";
import type { Person } from "../../../src/people/person";
import { roster } from "../../../src/people/roster";
import { acquireLease, type Lease } from "../../../src/sync/lease";
import { sourceStateStore } from "../../../src/sync/state/source-state-store";
import { daysZoneStore } from "../../../src/sync/totals/days-zone-store";
import { moveDays } from "../../../src/sync/totals/move-days";
import { NO_OVERLAP } from "../../../src/sync/totals/overlap";
import { recompute } from "../../../src/sync/totals/recompute";
import { addDays, day, zoneDays } from "../../../src/time/day";
import { justcallFacts } from "../../support/builders/facts";
import { FROM, factsOf, records, TO } from "../../support/builders/histories";
import { ANA_EMAIL, aPerson } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { unsealed } from "../../support/fakes/unsealed";
import { cellsOf, threeSources } from "../../support/harness/sync";

const ZONES = ["America/New_York", "Asia/Kolkata", "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Calcutta"];
const RANGE = { from: addDays(day(FROM), -2), to: addDays(day(TO), 2) };
const NOW = new Date("2026-10-13T12:00:00Z");

describe("days that become another zone's", () => {
  const test = testDatabase();
  const empty = () =>
    Promise.all(["facts", "metrics", "settings", "locks"].map((name) => test.db.collection(name).deleteMany({})));
  const deps = (zone: string, fence: Lease) => ({
    facts: factStore(test.db),
    metrics: metricStore(test.db),
    people: peopleStore(test.db),
    states: sourceStateStore(test.db),
    daysZone: daysZoneStore(test.db),
    seal: unsealed,
    retainedFrom: null,
    days: zoneDays(zone),
    fence,
    now: () => NOW,
  });
  const lease = async () => {
    const held = await acquireLease(test.db, { name: "sync", owner: "test" });
    if (held === null) throw new Error("Nobody else holds it");
    return held;
  };
  beforeEach(async () => {
    const ana = aPerson("UANA", { name: "Ana", email: ANA_EMAIL });
    await test.db.collection<Person>("users").insertOne({ ...ana, copperUserId: 77, justcallEmail: ANA_EMAIL });
  });
  /** Stores these records' facts by a zone's days, with their totals. */
  const store = async (found: readonly Parameters<typeof factsOf>[0][], zone: string) => {
    await empty();
    const fence = await lease();
    const days = zoneDays(zone);
    const facts = found.flatMap(factsOf).map((fact) => {
      return fact.source === "fishbowl"
        ? { ...fact, at: days.startOf(fact.day) }
        : { ...fact, day: days.dayOf(fact.at) };
    });
    const all = deps(zone, fence);
    await all.facts.save({ write: facts, gone: [] }, fence.token);
    const who = roster(await all.people.all(), await all.people.salesmen());
    await recompute(RANGE, { ...all, roster: who, overlap: NO_OVERLAP });
    await all.daysZone.record(zone);
    return fence;
  };
  const cells = () =>
    test.db
      .collection("metrics")
      .find({ value: { $ne: 0 } }, { projection: { createdAt: 0, updatedAt: 0, "metadata.asOf": 0 } })
      .sort({ _id: 1 })
      .toArray();
  const facts = () =>
    test.db
      .collection("facts")
      .find({}, { projection: { asOf: 0 } })
      .sort({ _id: 1 })
      .toArray();

  it("are what they were had the zone been that one all along: each fact's day, and every total", async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(records, fc.constantFrom(...ZONES), fc.constantFrom(...ZONES), async (found, before, after) => {
        await store(found, after);
        const wanted = { facts: await facts(), cells: await cells() };
        const fence = await store(found, before);

        await moveDays(deps(after, fence));

        expect({ facts: await facts(), cells: await cells() }).toEqual(wanted);
        seen += wanted.cells.length;
      }),
      { numRuns: 8 },
    );
    expect(seen).toBeGreaterThan(0);
  });

  it("are moved by the next sync, once, and what digests reported of the old ones is not corrected", async () => {
    const { sync, justcall, parts } = threeSources(test.db);
    justcall.facts = justcallFacts("1", { at: "2026-10-02T03:30:00Z", owner: ANA_EMAIL });
    await sync(FROM, TO);
    const told = [{ type: "phone_call_quantity", from: "2026-10-01", to: "2026-10-01", value: 1 }];
    const reported = test.db.collection<{ _id: string; told: object[] }>("deliveries");
    await reported.insertOne({ _id: "digest:UANA:2026-10-02", told });
    await test.db
      .collection<{ _id: string }>("settings")
      .updateOne({ _id: "team" }, { $set: { daysZone: "Asia/Kolkata" } });
    await test.db.collection("facts").updateMany({}, { $set: { day: "2026-10-02" } });
    justcall.facts = [];
    const before = await parts.states.all(new Set());

    await sync("2026-10-12", TO);

    expect(await cellsOf(test.db)).toMatchObject({ "UANA_phone_call_quantity_2026-10-01_justcall": 1 });
    expect(await reported.findOne()).toMatchObject({ told: [] });
    expect(await parts.daysZone.zone()).toBe(parts.days.zone);
    const covered = (states: typeof before) => states.map(({ from }) => from);
    expect(covered(await parts.states.all(new Set()))).toEqual(covered(before));
  });

  it("are fewer where a day is no longer whole: of what was read from New York's day on, Kolkata's first is not", async () => {
    const states = sourceStateStore(test.db);
    const asOf = new Date("2026-10-12T16:00:00Z");
    const read = { kind: "complete", asOf, asOfDay: day("2026-10-12"), from: day(FROM) } as const;
    await states.record("copper", read);
    const [newYork, kolkata] = [zoneDays("America/New_York"), zoneDays("Asia/Kolkata")];
    const from = async () => (await states.all(new Set())).find(({ source }) => source === "copper")?.from;

    await states.moveDays({ before: newYork, after: kolkata });
    const east = await from();
    await states.moveDays({ before: kolkata, after: newYork });

    expect([east, await from()]).toEqual([addDays(day(FROM), 1), addDays(day(FROM), 1)]);
  });
});

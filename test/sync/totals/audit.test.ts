import { cellId } from "../../../src/metrics/rollup";
import { roster } from "../../../src/people/roster";
import { acquireLease, readLease } from "../../../src/sync/lease";
import type { RunContext } from "../../../src/sync/run/context";
import { audit } from "../../../src/sync/totals/audit";
import { day } from "../../../src/time/day";
import { callFacts, justcallFacts } from "../../support/builders/facts";
import { aMember, byEmail } from "../../support/builders/people";
import { days } from "../../support/builders/team-zone";
import { testDatabase } from "../../support/env/database";
import { scriptedSource } from "../../support/fakes/scripted-source";
import { syncHarness, threeSources } from "../../support/harness/sync";

const ANA = "ana@acme.com";
const range = { from: day("2026-10-01"), to: day("2026-10-28") };

describe("the audit of totals", () => {
  const test = testDatabase();
  const synced = async () => {
    const people = [{ owner: ANA, name: "Ana", email: ANA }];
    const facts = ["09", "10"].flatMap((date) => justcallFacts(date, { at: `2026-10-${date}T19:00:00Z`, owner: ANA }));
    const justcall = scriptedSource("justcall", people, facts);
    const sources = [scriptedSource("copper", []), justcall, scriptedSource("fishbowl", null)];
    const harness = syncHarness(test.db, { sources, members: [aMember("UANA", byEmail(ANA))] });
    await harness.sync(range.from, range.to);
    return auditor(harness.parts);
  };
  const auditor =
    ({ facts, metrics, people }: RunContext) =>
    async () =>
      audit(range, { facts, metrics, days, roster: roster(await people.all(), await people.salesmen()) });
  const metrics = () => test.db.collection<{ _id: string; value: number }>("metrics");
  const calls = { userId: "UANA", type: "phone_call_quantity", source: "justcall" } as const;

  it("finds that each is the sum of its records after a sync, and writes nothing", async () => {
    const audited = await synced();
    const mark = await test.oplogMark();

    expect(await audited()).toEqual({ totals: 4, mismatches: [] });
    expect(await test.oplogWrites(["facts", "metrics", "locks"], mark)).toBe(0);
  });

  it("names a total that was changed, one that is missing and one that has no records", async () => {
    const audited = await synced();
    const _id = cellId({ ...calls, day: day("2026-10-09") });
    await metrics().updateOne({ _id }, { $set: { value: 41 } });
    await metrics().deleteOne({ _id: cellId({ ...calls, day: day("2026-10-10") }) });
    await test.db.collection("facts").deleteMany({ type: "talk_time_minutes", day: "2026-10-10" });

    const { mismatches } = await audited();

    expect(mismatches).toHaveLength(3);
    expect(mismatches).toEqual(
      expect.arrayContaining([
        { ...calls, day: "2026-10-09", stored: 41, records: 1 },
        { ...calls, day: "2026-10-10", stored: 0, records: 1 },
        { ...calls, type: "talk_time_minutes", day: "2026-10-10", stored: 1, records: 0 },
      ]),
    );
  });

  it.each([
    ["counts", { $set: { counts: true }, $unset: { duplicateOf: "", why: "" } }, "1", "2026-10-09", [1, 0]],
    ["is taken for one", { $set: { counts: false, duplicateOf: "justcall:9:x" } }, "2", "2026-10-10", [0, 1]],
  ])(
    "finds that a Copper call %s, though its total is the sum of what counts",
    async (_, change, id, on, [stored, records]) => {
      const { copper, justcall, sync, parts } = threeSources(test.db);
      copper.facts = [
        ...callFacts("copper", { recordId: "1", at: "2026-10-09T19:00:30Z", owner: "77", seconds: 60 }),
        ...callFacts("copper", { recordId: "2", at: "2026-10-10T19:30:00Z", owner: "77", seconds: 60 }),
      ];
      justcall.facts = justcallFacts("9", { at: "2026-10-09T19:00:00Z", owner: ANA });
      await sync(range.from, range.to);
      expect((await auditor(parts)()).mismatches).toEqual([]);

      await test.db.collection("facts").updateMany({ source: "copper", recordId: id }, change);
      for (const type of ["phone_call_quantity", "talk_time_minutes"] as const) {
        const _id = cellId({ userId: "UANA", type, day: day(on), source: "copper" });
        const set = { userId: "UANA", type, day: on, source: "copper", date: days.startOf(day(on)), value: stored };
        await test.db
          .collection<{ _id: string }>("metrics")
          .updateOne({ _id }, { $set: { ...set, metadata: { records: stored, asOf: 1 } } }, { upsert: true });
      }

      const wrong = { userId: "UANA", day: on, source: "copper", stored, records };
      const { mismatches } = await auditor(parts)();
      // Cells are compared as the database lists them.
      expect([...mismatches].sort((a, b) => (a.type < b.type ? -1 : 1))).toEqual([
        { ...wrong, type: "phone_call_quantity" },
        { ...wrong, type: "talk_time_minutes" },
      ]);
      await sync(range.from, range.to);
      expect((await auditor(parts)()).mismatches).toEqual([]);
    },
  );

  it("leaves a call at midnight alone, whose other one a run may have read without saving it", async () => {
    const { copper, sync, parts } = threeSources(test.db);
    copper.facts = callFacts("copper", { recordId: "1", at: "2026-10-09T07:00:30Z", owner: "77", seconds: 60 });
    await sync(range.from, range.to);
    const mark = { $set: { counts: false, duplicateOf: "justcall:8:phone_call_quantity" } };
    await test.db.collection("facts").updateMany({ source: "copper" }, mark);
    await test.db.collection("metrics").deleteMany({});

    expect((await auditor(parts)()).mismatches).toEqual([]);
  });

  it("can be told whether totals are being made, without taking the lease", async () => {
    const before = await readLease(test.db, "sync");
    const lease = await acquireLease(test.db, { name: "sync", owner: "one" });
    const during = await readLease(test.db, "sync");
    await lease?.release();

    expect([before, during, await readLease(test.db, "sync")]).toEqual([
      { held: false, token: 0 },
      { held: true, token: 1 },
      { held: false, token: 1 },
    ]);
  });
});

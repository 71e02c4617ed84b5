import { cellId } from "../../../src/metrics/rollup";
import { roster } from "../../../src/people/roster";
import { acquireLease, readLease } from "../../../src/sync/lease";
import { audit } from "../../../src/sync/totals/audit";
import { day } from "../../../src/time/day";
import { justcallFacts } from "../../support/builders/facts";
import { aMember, byEmail } from "../../support/builders/people";
import { days } from "../../support/builders/team-zone";
import { testDatabase } from "../../support/env/database";
import { scriptedSource } from "../../support/fakes/scripted-source";
import { syncHarness } from "../../support/harness/sync";

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
    const { metrics, people: store } = harness.parts;
    return async () => audit(range, { metrics, days, roster: roster(await store.all(), await store.salesmen()) });
  };
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

import type { StoredFact } from "../../../src/metrics/fact-changes";
import { testDatabase } from "../../support/env/database";
import { vendorHarness } from "../../support/harness/vendors";

const FROM = "2026-09-29";
const TO = "2026-10-28";

describe("the sample month", () => {
  const test = testDatabase();

  it("comes out as promised, and a second sync changes nothing", async () => {
    const { sync, close } = await vendorHarness(test.db);
    try {
      const report = await sync(FROM, TO);
      const mark = await test.oplogMark();
      const again = await sync(FROM, TO);
      expect(report.results.errors).toEqual([]);
      expect(report.results.justcall).toMatchObject({ records: 285, counting: 281, metrics: { created: 81 } });
      expect(report.results.justcall.matched).toHaveLength(5);
      expect(report.results.goalsUpdated).toBe(21);
      expect(await test.oplogWrites(["facts", "metrics", "goals"], mark)).toBe(0);
      expect(again.results.justcall.metrics).toEqual({ created: 0, updated: 0, unchanged: 81, removed: 0 });
    } finally {
      await close();
    }
  });

  it("gives records of before there were names theirs when they are read next, and changes nothing else of them", async () => {
    const { sync, close } = await vendorHarness(test.db);
    const facts = test.db.collection<StoredFact>("facts");
    const marks = () => facts.countDocuments({ duplicateOf: { $exists: true } });
    try {
      await sync(FROM, TO);
      const named = await facts.find({ name: { $exists: true } }).toArray();
      const [duplicates, all] = [await marks(), await facts.countDocuments()];
      await facts.updateMany({}, { $unset: { name: "" } });
      const mark = await test.oplogMark();

      const { results } = await sync(FROM, TO);

      expect(results.errors).toEqual([]);
      // Calls in Copper have no name, some of the others none either.
      expect(named.length).toBeGreaterThan(all / 2);
      expect(await test.oplogWrites(["facts"], mark)).toBe(named.length);
      expect(await test.oplogWrites(["metrics", "goals"], mark)).toBe(0);
      expect([await marks(), duplicates > 0]).toEqual([duplicates, true]);
      const kept = await facts.find({ name: { $exists: true } }).toArray();
      expect(kept).toEqual(named);
      const since = await test.oplogMark();
      await sync(FROM, TO);
      expect(await test.oplogWrites(["facts", "metrics", "goals"], since)).toBe(0);
      expect(
        named.filter(({ name = "" }) => /[^\s<]@|\d{7}|[\u202A-\u202E]/.test(name) || Array.from(name).length > 80),
      ).toEqual([]);
    } finally {
      await close();
    }
  });
});

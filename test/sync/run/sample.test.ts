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
});

import { bigMonth } from "../../support/builders/big-months";
import { testDatabase } from "../../support/env/database";
import { vendorHarness } from "../../support/harness/vendors";

const FROM = "2026-09-29";
const TO = "2026-10-28";

describe("the requests of a sync", () => {
  const test = testDatabase();

  it.each([
    { reps: 5, mails: 700, copperCalls: 150, justcallCalls: 900 },
    { reps: 200, mails: 2_600, copperCalls: 900, justcallCalls: 3_100 },
  ])("are those of the pages, none of them a rep's: $reps reps", async (size) => {
    const harness = await vendorHarness(test.db, { month: bigMonth(size) });
    try {
      const report = await harness.sync(FROM, TO);

      // A list ends with a page that is not full.
      const pages = (records: number, page: number) => Math.floor(records / page) + 1;
      // The account, the pipelines and the one list of opportunities, which is empty here.
      const copper = pages(size.mails, 200) + pages(size.copperCalls, 200) + pages(size.reps, 200) + 3;
      // Seven stretches are walked side by side: each may end with a page that is not full.
      const justcall = pages(size.justcallCalls, 100) + pages(size.reps, 100) + 7;
      expect(report.results.errors).toEqual([]);
      expect(
        report.results.copper.counting + (report.results.copper.notCounting["duplicate of a JustCall call"] ?? 0),
      ).toBe(size.mails + size.copperCalls);
      expect(report.results.justcall.counting).toBe(size.justcallCalls);
      expect(harness.copper.requests).toHaveLength(report.results.copper.requests);
      expect(harness.copper.requests.length).toBeLessThanOrEqual(copper);
      expect(harness.justcall.requests.length).toBeLessThanOrEqual(justcall);
    } finally {
      await harness.close();
    }
  });
});

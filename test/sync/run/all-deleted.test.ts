import { sampleMonth } from "../../../src/demo/sample/sample-month";
import { day } from "../../../src/time/day";
import { testDatabase } from "../../support/env/database";
import { vendorHarness } from "../../support/harness/vendors";

const FROM = "2026-09-29";
const TO = "2026-10-28";

describe("calls that are all deleted at a JustCall whose 404 is a page", () => {
  const test = testDatabase();

  it("are gone once an admin has said so, though they are fewer than fifty", async () => {
    const month = sampleMonth();
    const calls = [...(month.justcall.calls ?? [])].filter(({ talkSeconds }) => talkSeconds > 0).slice(-38);
    const harness = await vendorHarness(test.db, { month: { ...month, justcall: { ...month.justcall, calls } } });
    const live = () => test.db.collection("facts").distinct("recordId", { source: "justcall", gone: { $ne: true } });
    const range = { from: day(FROM), to: day(TO) };
    try {
      await harness.sync(FROM, TO);
      for (const { id } of calls) harness.justcall.account.calls.remove(id);
      const match = ({ path }: { path: string }) => /\/calls\/\d+$/.test(path);
      harness.justcall.faults.push({
        match,
        times: "always",
        effect: { kind: "status", status: 404, body: "Not Found" },
      });

      const braked = await harness.sync(FROM, TO);
      const before = (await live()).length;
      const acceptVanished = { source: "justcall", records: before } as const;
      const approved = await harness.queue.request({ range, userId: "UALEX", trigger: "slack", acceptVanished });

      expect(braked.results.errors).toMatchObject([{ source: "justcall", kind: "vanished", records: before }]);
      expect(before).toBeGreaterThan(30);
      expect(approved.results.errors).toEqual([]);
      expect(await live()).toEqual([]);
    } finally {
      await harness.close();
    }
  });
});

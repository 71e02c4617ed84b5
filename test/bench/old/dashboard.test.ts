import { SAMPLE_WINDOW } from "../../../src/demo/sample/dates";
import { testDatabase } from "../../support/env/database";
import { vendorHarness } from "../../support/harness/vendors";
import { oldDashboard } from "./dashboard";

describe("the old dashboard's reading", () => {
  const test = testDatabase();

  it("comes to the very totals of a sync of the sample month", async () => {
    const { sync, copper, justcall, month, close } = await vendorHarness(test.db);
    try {
      await sync(SAMPLE_WINDOW.from, SAMPLE_WINDOW.to);
      const ours = await totals();
      await test.db.collection("metrics").deleteMany({});

      const urls = { copper: copper.url, justcall: justcall.url };
      await oldDashboard({ db: test.db, urls, month, range: SAMPLE_WINDOW });

      expect(Object.keys(ours).length).toBeGreaterThan(200);
      expect(await totals()).toEqual(ours);
    } finally {
      await close();
    }
  });

  async function totals(): Promise<Readonly<Record<string, number>>> {
    const cells = await test.db.collection<{ _id: string; value: number }>("metrics").find().sort({ _id: 1 }).toArray();
    return Object.fromEntries(cells.map(({ _id, value }) => [_id, value]));
  }
});

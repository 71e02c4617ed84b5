import { connectDatabase } from "../../src/database/connect";
import { runBuilt } from "../support/built";
import { testDatabase } from "../support/database";
import { countWrites, lastWrite } from "../support/oplog";

describe("npm run demo -- --once --json", () => {
  const test = testDatabase();

  it("syncs the sample month without any key, and writes nothing the second time", async () => {
    const demo = await connectDatabase({ uri: test.uri, name: "paceline_demo", log: { info() {}, warn() {} } });
    const once = async () => {
      const run = runBuilt("cli/index.js", { args: ["demo", "--once", "--json"], env: { MONGODB_URI: test.uri } });
      expect(await run.ended()).toBe(0);
      return JSON.parse(run.out());
    };
    try {
      await demo.db.dropDatabase();

      const first = await once();
      const mark = await lastWrite(demo.client);
      const second = await once();

      expect(first).toMatchObject({
        success: true,
        userId: "cli",
        dateRange: { start: "2026-09-29T07:00:00.000Z", end: "2026-10-29T07:00:00.000Z" },
        results: {
          copper: { success: true },
          justcall: { success: true, records: 281, counting: 281, metrics: { created: 81 } },
          fishbowl: { success: true },
          errors: [],
        },
        summary: { copperSuccess: true, justcallSuccess: true, fishbowlSuccess: true, goalsUpdated: 21, errors: 0 },
      });
      expect(first.results.justcall.matched).toHaveLength(5);
      for (const source of ["copper", "justcall", "fishbowl"]) {
        expect(second.results[source].metrics).toMatchObject({ created: 0, updated: 0, removed: 0 });
      }
      expect(await countWrites(demo.db, ["facts", "metrics", "goals"], mark)).toBe(0);
    } finally {
      await demo.db.dropDatabase();
      await demo.close();
    }
  });
});

import type { Db, MongoClient } from "mongodb";
import { mongoClient } from "../../../src/database/client";
import { SAMPLE_WINDOW } from "../../../src/demo/sample/dates";
import { sampleMonth } from "../../../src/demo/sample/sample-month";
import { bigMonth } from "../../support/builders/big-months";
import { testDatabase } from "../../support/env/database";
import { writesSent } from "../../support/env/writes-sent";
import { vendorHarness } from "../../support/harness/vendors";

/** What a run writes of itself: how far it has come, its lease, itself, when each source was read. */
const OF_ITSELF = ["checkpoints", "locks", "settings", "sync_runs"];

describe("a second sync of a month that did not change", () => {
  const test = testDatabase();
  let client: MongoClient | undefined;
  const monitored = (): Db => {
    client = mongoClient(test.uri, { monitorCommands: true });
    return client.db(test.name);
  };
  afterEach(() => client?.close());

  it.each([
    ["the sample", sampleMonth()],
    ["a team of 40", bigMonth({ reps: 40, mails: 2_100, copperCalls: 700, justcallCalls: 1_900 })],
  ])("sends no write of a fact, a total, a goal or a person: %s", async (_, month) => {
    const db = monitored();
    const { sync, close } = await vendorHarness(db, { month });
    try {
      const first = writesSent(db);
      const report = await sync(SAMPLE_WINDOW.from, SAMPLE_WINDOW.to);
      first.stop();
      const second = writesSent(db);

      const again = await sync(SAMPLE_WINDOW.from, SAMPLE_WINDOW.to);

      expect(report.results.errors).toEqual([]);
      expect(first.byCollection()).toMatchObject({ facts: expect.any(Number), metrics: expect.any(Number) });
      expect(Object.keys(second.byCollection()).filter((name) => !OF_ITSELF.includes(name))).toEqual([]);
      expect(again.results.copper.counting).toBe(report.results.copper.counting);
      expect(again.results.justcall.counting).toBe(report.results.justcall.counting);
    } finally {
      await close();
    }
  });
});

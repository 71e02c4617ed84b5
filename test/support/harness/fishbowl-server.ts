import type { FishbowlAccountCustomer, FishbowlItem, FishbowlSalesOrder } from "../../../src/demo/fishbowl/account";
import { type FakeFishbowl, type FishbowlOptions, startFakeFishbowl } from "../../../src/demo/fishbowl/fake-fishbowl";
import { fishbowlSource } from "../../../src/sources/fishbowl";
import { fishbowlParts } from "../../../src/sources/fishbowl/parts";
import { SourceError } from "../../../src/sources/source-error";
import { day } from "../../../src/time/day";
import { days } from "../builders/team-zone";
import { testDatabase } from "../env/database";
import { recordedLog } from "../env/logs/recorded-logs";
import { fakeTime } from "../fakes/fake-time";
import { allDaysRetained, IMPORT_SETTINGS, readRepsOf } from "./fishbowl-import";

const OCTOBER = days.instantsOf({ from: day("2026-10-01"), to: day("2026-10-28") });
const LOGIN = { username: "sync", password: "s3cret" };

/** A line of goods, in dollars. */
export const sale = (totalPrice: string, more: Partial<FishbowlItem> = {}) => ({
  typeId: 10,
  productNum: "T",
  totalPrice,
  ...more,
});

/** A fulfilled order of October, changed when it was issued. */
export function order(id: number, given: Partial<FishbowlSalesOrder> = {}): FishbowlSalesOrder {
  const dates = { dateIssued: "2026-10-15 23:59:59", dateLastModified: "2026-10-15 23:59:59" };
  return {
    id,
    num: `SO-${id}`,
    statusId: 60,
    salesman: "aray",
    customerId: 1,
    ...dates,
    items: [sale("10.5")],
    ...given,
  };
}

/** A wholesale customer. */
export const customer = (id: number, given: Partial<FishbowlAccountCustomer> = {}): FishbowlAccountCustomer => ({
  id,
  accountId: 100 + id,
  name: `Customer ${id}`,
  groups: ["Wholesale"],
  ...given,
});

/** The source on a server of Fishbowl's that a test sets up, each closed after its test. Call it where `describe` is called. */
export function fishbowlServerHarness() {
  const test = testDatabase();
  const running: FakeFishbowl[] = [];
  afterEach(async () => {
    for (const server of running.splice(0)) {
      await server.close();
      expect(server.faults.unused()).toEqual([]);
      expect(server.account.sessions.size).toBe(0);
    }
  });
  const start = async (options: Partial<FishbowlOptions> = {}) => {
    const { clock, sleep, now } = fakeTime(new Date("2026-10-28T21:05:00Z"));
    const records = { orders: [order(1)], customers: [customer(1)] };
    const server = await startFakeFishbowl({ now, ...LOGIN, records, ...options });
    running.push(server);
    const { money } = IMPORT_SETTINGS;
    const { config, importer } = fishbowlParts({
      ...{ db: test.db, days, baseUrl: server.url, ...LOGIN, money },
      ...{
        now,
        firstRetained: allDaysRetained,
        readReps: readRepsOf(test.db),
        pseudonyms: async () => (name) => name,
        clock,
        log: recordedLog(),
        sleep,
      },
    });
    const source = fishbowlSource(config);
    const read = async (range = OCTOBER) => {
      const reading = await source.open(range);
      return { read: await reading.read(range), usage: reading.usage() };
    };
    const failure = async () => {
      const error: unknown = await source.open(OCTOBER).catch((caught: unknown) => caught);
      if (!(error instanceof SourceError)) throw new Error(`No SourceError but ${String(error)}`);
      expect(`${error.message} ${error.stack}`).not.toMatch(/s3cret|session-/);
      return { fault: error.fault, message: error.message };
    };
    const paths = () => server.requests.map(({ path }) => path);
    return { server, source, importer, read, failure, paths };
  };
  const stored = (name: string) => test.db.collection<{ _id: string }>(name).find().sort({ _id: 1 }).toArray();
  return { test, start, kept: stored };
}

import type { Db } from "mongodb";
import { type CopperOptions, startFakeCopper } from "../../../src/demo/copper/fake-copper";
import { type JustCallOptions, startFakeJustCall } from "../../../src/demo/justcall/fake-justcall";
import { SAMPLE_NOW } from "../../../src/demo/sample/dates";
import { type SampleMonth, sampleMonth } from "../../../src/demo/sample/sample-month";
import { peopleStore } from "../../../src/people/people-store";
import { knownAgents } from "../../../src/people/person";
import { copperSource } from "../../../src/sources/copper";
import { fishbowlSource } from "../../../src/sources/fishbowl";
import { fishbowlCollections } from "../../../src/sources/fishbowl/orders-store";
import { justcallSource } from "../../../src/sources/justcall";
import type { Source } from "../../../src/sources/source";
import { days } from "../builders/team-zone";
import { recordedLog } from "../env/logs/recorded-logs";
import { unsealed } from "../fakes/unsealed";
import { syncHarness } from "./sync";

export const WEBHOOK_SECRET = "copper-webhook-secret-of-tests";
export const COPPER_KEY = { key: "copper-key-of-tests", email: "alex@acme.com" };
export const JUSTCALL_KEY = { key: "justcall-key-of-tests", secret: "justcall-secret-of-tests" };

export interface VendorHarnessOptions {
  readonly month?: SampleMonth;
  readonly copper?: Partial<CopperOptions>;
  readonly justcall?: Partial<JustCallOptions>;
  /** Instead of the orders that are stored. */
  readonly fishbowl?: Source;
  readonly watch?: Parameters<typeof syncHarness>[1]["watch"];
}

/** The real sources on the stand-ins of Copper and JustCall over HTTP, on a real database; limits are lifted. */
export async function vendorHarness(db: Db, options: VendorHarnessOptions = {}) {
  const month = options.month ?? sampleMonth();
  const now = () => SAMPLE_NOW;
  const copper = await startFakeCopper({
    now,
    ...COPPER_KEY,
    records: month.copper,
    perMinute: 1e9,
    ...options.copper,
  });
  const lifted = { burst: Number.POSITIVE_INFINITY, hourly: Number.POSITIVE_INFINITY };
  const justcall = await startFakeJustCall({
    now,
    ...JUSTCALL_KEY,
    records: month.justcall,
    ...lifted,
    ...options.justcall,
  });
  await seed(db, month);
  const common = { days, clock: () => performance.now(), log: recordedLog(), sleep: async () => {} };
  const sources = [
    copperSource({
      ...common,
      seal: unsealed,
      baseUrl: copper.url,
      apiKey: COPPER_KEY.key,
      userEmail: COPPER_KEY.email,
      requestsPerMinute: 1e9,
      webhookSecret: WEBHOOK_SECRET,
      stages: { a: [], b: [], c: [] },
    }),
    justcallSource({
      ...common,
      baseUrl: justcall.url,
      apiKey: JUSTCALL_KEY.key,
      apiSecret: JUSTCALL_KEY.secret,
      plan: "team",
      now,
      knownAgents: async () => knownAgents(await peopleStore(db).all()),
    }),
    options.fishbowl ?? fishbowlSource({ collections: fishbowlCollections(db), days }),
  ];
  const { watch } = options;
  const harness = syncHarness(db, { sources, members: [...month.team], ...(watch && { watch }) });
  const close = async () => {
    await Promise.all([copper.close(), justcall.close()]);
  };
  return { ...harness, copper, justcall, month, close };
}

async function seed(db: Db, { fishbowl, goals, overrides }: SampleMonth): Promise<void> {
  const insert = async (name: string, documents: readonly object[]) => {
    if (documents.length > 0) await db.collection(name).insertMany(documents.map((document) => ({ ...document })));
  };
  await insert("fishbowl_sales_orders", fishbowl.orders);
  await insert("fishbowl_customers", fishbowl.customers);
  await insert("fishbowl_users_map", fishbowl.usersMap);
  await insert("goals", goals);
  await insert("users", overrides);
}

import { fork } from "node:child_process";
import { join } from "node:path";
import type { Db } from "mongodb";
import { SAMPLE_NOW } from "../../src/demo/sample/dates";
import { copperSource } from "../../src/sources/copper";
import { fishbowlSource } from "../../src/sources/fishbowl";
import { fishbowlCollections } from "../../src/sources/fishbowl/orders-store";
import { justcallSource } from "../../src/sources/justcall";
import type { Source } from "../../src/sources/source";
import type { BigMonth } from "../support/builders/big-months";
import { days } from "../support/builders/team-zone";
import { COPPER_KEY, JUSTCALL_KEY } from "../support/harness/vendors";

export const KEYS = { copper: COPPER_KEY, justcall: JUSTCALL_KEY };

/** What the stand-ins hold, how long each answer takes, and whether a key's limits are lifted or hold. */
export interface Served {
  readonly size: "sample" | BigMonth;
  readonly latencyMs: number;
  readonly limits: "lifted" | "in-force";
}

/** Where Copper and JustCall are reached. */
export interface Urls {
  readonly copper: string;
  readonly justcall: string;
}

/** Works with stand-ins in a process of their own, and ends it. */
export async function withVendors<T>(served: Served, work: (urls: Urls) => Promise<T>): Promise<T> {
  // Not the bound on memory that this process runs under.
  const vendors = fork(join(__dirname, "stand-ins.js"), [JSON.stringify(served)], { execArgv: [] });
  try {
    const urls = new Promise<Urls>((started, failed) => {
      vendors.once("message", (message) => started(message as Urls));
      vendors.once("exit", (code) => failed(new Error(`The stand-ins ended with ${code}`)));
    });
    return await work(await urls);
  } finally {
    if (vendors.connected) vendors.disconnect();
  }
}

/** The real sources, with no limit of requests or with Copper's 180 and JustCall's 90 a minute. */
export function realSources(db: Db, { urls, limits }: { urls: Urls; limits: Served["limits"] }): readonly Source[] {
  const common = { days, clock: () => performance.now(), log: { debug() {} } };
  const { copper, justcall } = KEYS;
  return [
    copperSource({
      ...common,
      baseUrl: urls.copper,
      apiKey: copper.key,
      userEmail: copper.email,
      ...(limits === "lifted" && { requestsPerMinute: Number.MAX_SAFE_INTEGER }),
      stages: { a: [], b: [], c: [] },
    }),
    justcallSource({
      ...common,
      baseUrl: urls.justcall,
      apiKey: justcall.key,
      apiSecret: justcall.secret,
      plan: "business",
      now: () => SAMPLE_NOW,
    }),
    fishbowlSource({ collections: fishbowlCollections(db), days }),
  ];
}

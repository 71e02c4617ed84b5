import { fork } from "node:child_process";
import { join } from "node:path";
import type { Db } from "mongodb";
import { SAMPLE_NOW } from "../../src/demo/sample/dates";
import { copperSource } from "../../src/sources/copper";
import { fishbowlSource } from "../../src/sources/fishbowl";
import { fishbowlCollections } from "../../src/sources/fishbowl/orders-store";
import { justcallSource } from "../../src/sources/justcall";
import type { JustCallPlan } from "../../src/sources/justcall/config";
import type { Source } from "../../src/sources/source";
import type { BigMonth } from "../support/builders/big-months";
import { days } from "../support/builders/team-zone";
import { unsealed } from "../support/fakes/unsealed";
import { COPPER_KEY, JUSTCALL_KEY } from "../support/harness/vendors";

export const KEYS = { copper: COPPER_KEY, justcall: JUSTCALL_KEY };

/** What the stand-ins hold, how long each answer takes, and whether a key's limits are lifted or hold. */
export interface Served {
  readonly size: "sample" | BigMonth;
  readonly latencyMs: number;
  readonly limits: Limits;
  /** By the machine's clock, with records of the last four weeks: for processes of their own. */
  readonly recent?: true;
}

/** No limit of requests, or Copper's 180 a minute and those of a plan of JustCall's. */
export type Limits = "lifted" | JustCallPlan;

/** Where Copper and JustCall are reached. */
export interface Urls {
  readonly copper: string;
  readonly justcall: string;
}

/** The sample's clock, going on since an instant in ms. */
export function sampleClock(begunAt: number): () => Date {
  return () => new Date(SAMPLE_NOW.getTime() + Date.now() - begunAt);
}

/** Works with stand-ins in a process of their own, and ends it; their clock is handed on. */
export async function withVendors<T>(served: Served, work: (urls: Urls, now: () => Date) => Promise<T>): Promise<T> {
  const begunAt = Date.now();
  // Not the bound on memory that this process runs under.
  const vendors = fork(join(__dirname, "stand-ins.js"), [JSON.stringify({ ...served, begunAt })], { execArgv: [] });
  try {
    const urls = new Promise<Urls>((started, failed) => {
      vendors.once("message", (message) => started(message as Urls));
      vendors.once("exit", (code) => failed(new Error(`The stand-ins ended with ${code}`)));
    });
    return await work(await urls, sampleClock(begunAt));
  } finally {
    if (vendors.connected) vendors.disconnect();
  }
}

interface Reached {
  readonly urls: Urls;
  readonly limits: Limits;
  readonly now: () => Date;
}

/** The real sources on the stand-ins. */
export function realSources(db: Db, { urls, limits, now }: Reached): readonly Source[] {
  const common = { days, clock: () => now().getTime(), log: { debug() {} } };
  const { copper, justcall } = KEYS;
  return [
    copperSource({
      ...common,
      seal: unsealed,
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
      plan: limits === "lifted" ? "business" : limits,
      now,
    }),
    fishbowlSource({ collections: fishbowlCollections(db), days }),
  ];
}

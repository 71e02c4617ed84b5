import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { type Paceline, paceline } from "../app";
import { parseEnv, secretsOf } from "../config/config";
import type { Database } from "../database/connect";
import { logger } from "../log";
import { install } from "../sources/subscriptions";
import { openStorage } from "../storage";
import { type DemoClock, demoClock } from "./clock";
import { type FarEnds, startFarEnds } from "./fakes";
import { SAMPLE_NOW, SAMPLE_ZONE } from "./sample/dates";
import { sampleMonth, seed } from "./sample/sample-month";

/** The real app on stand-ins, a database of its own and a clock that stands in the sample's month. */
export interface Demo {
  readonly app: Paceline;
  readonly farEnds: FarEnds;
  readonly clock: DemoClock;
  readonly database: Database;
  /** From here on the stand-ins tell the app, which is served at this address, of every change. */
  servedAt(url: string): Promise<void>;
  close(): Promise<void>;
}

export interface DemoNeeds {
  /** Of it only DATA_DIR, LOG_LEVEL, MONGOD_BINARY and MONGODB_URI count: no key of yours is ever used. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
  /** The database's name; `paceline_demo` unless given. Never one of yours: a reset empties it. */
  readonly databaseName?: string;
}

export async function startDemo({ env, say, databaseName = "paceline_demo" }: DemoNeeds): Promise<Demo> {
  const clock = demoClock(SAMPLE_NOW);
  const month = sampleMonth();
  const farEnds = await startFarEnds(month, clock.now);
  const given = { ...farEnds.env, TEAM_TIMEZONE: SAMPLE_ZONE, MONGODB_DATABASE: databaseName };
  try {
    const config = parseEnv({ ...ownEnv(env), ...given }, "server");
    const log = logger({ level: config.LOG_LEVEL, secrets: secretsOf(config) }, process.stderr);
    const database = await openStorage(config, { env, log, say });
    await seed(database.db, month);
    let served: string | undefined;
    const needs = {
      config,
      database,
      log,
      now: clock.now,
      clock: Date.now,
      newId: randomUUID,
      owner: `demo:${process.pid}`,
      publicUrl: () => served,
    };
    const app = await paceline(needs);
    const close = async () => {
      await app.jobs.stop();
      await app.sync.idle();
      await database.close();
      await farEnds.close();
    };
    const servedAt = async (url: string) => {
      served = url;
      for (const { subscriptions } of app.sources) {
        if (subscriptions !== undefined) await install(subscriptions, `${url}${subscriptions.path}`);
      }
    };
    return { app, farEnds, clock, database, servedAt, close };
  } catch (error) {
    await farEnds.close();
    throw error;
  }
}

function ownEnv({ DATA_DIR, LOG_LEVEL, MONGOD_BINARY, MONGODB_URI }: DemoNeeds["env"]) {
  return {
    DATA_DIR: join(DATA_DIR ?? ".paceline", "demo"),
    LOG_LEVEL: LOG_LEVEL ?? "warn",
    MONGOD_BINARY,
    MONGODB_URI,
  };
}

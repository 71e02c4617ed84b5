import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { type Paceline, paceline } from "../app";
import { parseEnv, secretsOf } from "../config/config";
import type { Database } from "../database/connect";
import { logger } from "../log";
import { install } from "../sources/subscriptions";
import { openStorage } from "../storage";
import { type DemoClock, demoClock } from "./clock";
import { type Fakes, startFakes } from "./fakes";
import { emptyIfAhead } from "./left-ahead";
import { SAMPLE_NOW, SAMPLE_ZONE } from "./sample/dates";
import { sampleMonth, seed } from "./sample/sample-month";

/** The real app with fakes of its sources, a database of its own, and a clock that is set to the sample month. */
export interface Demo {
  readonly app: Paceline;
  readonly fakes: Fakes;
  readonly clock: DemoClock;
  readonly database: Database;
  /** Subscribes the app, which is served at this URL, to the webhooks of the fakes. */
  subscribeWebhooks(url: string): Promise<void>;
  close(): Promise<void>;
}

export interface DemoDeps {
  /** Only DATA_DIR, LOG_LEVEL, MONGOD_BINARY and MONGODB_URI are read, so that no real key is ever used. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
  /** Takes the lines of the log; the standard error does unless given. */
  readonly logTo?: Parameters<typeof logger>[1];
  /** The database's name; `paceline_demo` unless given. Never name one with real data: a reset empties it. */
  readonly databaseName?: string;
  /** Whether Slack's limits a minute hold; they do unless said otherwise. */
  readonly rateLimits?: boolean;
}

export async function startDemo({
  env,
  say,
  logTo = process.stderr,
  databaseName = "paceline_demo",
  rateLimits = true,
}: DemoDeps): Promise<Demo> {
  const clock = demoClock(SAMPLE_NOW);
  const month = sampleMonth();
  const fakes = await startFakes(month, clock.now, { rateLimits });
  // Whoever tries it types `/sync` and watches.
  const own = { TEAM_TIMEZONE: SAMPLE_ZONE, MONGODB_DATABASE: databaseName, SYNC_ON_START: "off" };
  const overrides = { ...fakes.env, ...own };
  try {
    const config = parseEnv({ ...ownEnv(env), ...overrides }, "server");
    const log = logger({ level: config.LOG_LEVEL, secrets: secretsOf(config) }, logTo);
    const database = await openStorage(config, { env, log, say });
    await emptyIfAhead(database.db);
    await seed(database.db, month);
    let servedUrl: string | undefined;
    const deps = {
      config,
      database,
      log,
      now: clock.now,
      clock: Date.now,
      newId: randomUUID,
      owner: `demo:${process.pid}`,
      publicUrl: () => servedUrl,
    };
    const app = await paceline(deps);
    const close = async () => {
      await app.jobs.stop();
      await app.sync.idle();
      await database.close();
      await fakes.close();
    };
    const subscribeWebhooks = async (url: string) => {
      servedUrl = url;
      for (const { subscriptions } of app.sources) {
        if (subscriptions !== undefined) await install(subscriptions, `${url}${subscriptions.path}`);
      }
    };
    return { app, fakes, clock, database, subscribeWebhooks, close };
  } catch (error) {
    await fakes.close();
    throw error;
  }
}

function ownEnv({ DATA_DIR, LOG_LEVEL, MONGOD_BINARY, MONGODB_URI }: DemoDeps["env"]) {
  return {
    DATA_DIR: join(DATA_DIR ?? ".paceline", "demo"),
    LOG_LEVEL: LOG_LEVEL ?? "warn",
    MONGOD_BINARY,
    MONGODB_URI,
  };
}

import { sleep } from "../lib/sleep";
import { knownAgents } from "../people/person";
import { type Roster, roster } from "../people/roster";
import { allSources } from "../sources/all";
import type { FishbowlConfig } from "../sources/fishbowl";
import { fishbowlParts } from "../sources/fishbowl/parts";
import type { Source } from "../sources/source";
import { acquireLease } from "../sync/lease";
import { type OrderImports, orderImports } from "../sync/order-imports";
import { checkpointStore } from "../sync/read/checkpoint-store";
import type { RunContext } from "../sync/run/context";
import { type SyncQueue, syncQueue } from "../sync/run/queue";
import { type RunStore, runStore } from "../sync/run/run-store";
import type { Freshness } from "../sync/state/freshness";
import { readFreshness } from "../sync/state/source-state-store";
import { dirtyDaysStore } from "../sync/totals/dirty-days-store";
import { ownerAssignmentStore } from "../sync/totals/owner-assignments-store";
import type { ZoneDays } from "../time/day";
import type { AppDeps } from "./deps";
import { assembleWebhooks, type WebhookServices } from "./webhooks";

/** The sources, and all that reads them. */
export interface SyncServices {
  /** Its `idle` waits for webhooks that are being worked off, too. */
  readonly sync: SyncQueue;
  readonly sources: readonly Source[];
  freshness(): Promise<readonly Freshness[]>;
  readonly run: RunContext;
  readonly imports: OrderImports;
  readonly webhooks: WebhookServices;
  readonly runs: RunStore;
}

type Stores = Omit<RunContext, "sources" | "checkpoints" | "assignments" | "dirtyDays" | "admins" | "now" | "log">;

/** Assembles syncs: runs, imports that ask for one, and webhooks under the same lease. */
export function assembleSync(
  stores: Stores,
  deps: AppDeps & { readonly publicUrl: () => string | undefined },
): SyncServices {
  const { config, database, now, newId, owner, log, publicUrl } = deps;
  const { db } = database;
  const { days } = stores;
  const { people } = stores;
  const readReps = async () => repOf(roster(await people.all(), await people.salesmen()));
  const fishbowl = fishbowlParts({ db, days, now, readReps, ...fishbowlConfig(deps) });
  const lease = (name: "sync" | "import") => () => acquireLease(db, { name, owner });
  const imports = orderImports({
    importer: fishbowl.importer,
    acquireLease: lease("import"),
    // The sync's own source finishes imports, and an import asks for a sync.
    requestSync: (request) => queue.request(request),
    ...{ days, now, newId, sleep, log },
  });
  const withImports = { ...fishbowl.config, finishImports: imports.finish };
  const sources = allSources(
    sourcesConfig(deps, { days, fishbowl: withImports, knownAgents: async () => knownAgents(await people.all()) }),
  );
  const runStores = {
    checkpoints: checkpointStore(db),
    assignments: ownerAssignmentStore(db),
    dirtyDays: dirtyDaysStore(db),
  };
  const run = { ...stores, ...runStores, sources, admins: config.ADMIN_SLACK_IDS, now, log };
  const runs = runStore(db);
  const queue = syncQueue({ context: run, runs, acquireLease: lease("sync"), newId, sleep, log });
  const webhooks = assembleWebhooks({ config, db, run, queue, acquireLease: lease("sync"), publicUrl, sleep, log });
  const freshness = () => readFreshness(sources, stores.states);
  return { sync: webhooks.queue, sources, freshness, run, imports, webhooks, runs };
}

function fishbowlConfig({ config, clock, log }: AppDeps) {
  const { FISHBOWL_API_URL: baseUrl, FISHBOWL_USERNAME: username, FISHBOWL_PASSWORD: password } = config;
  const money = { home: config.FISHBOWL_HOME_CURRENCY, rates: config.FISHBOWL_RATE_DIRECTION };
  return { baseUrl, username, password, money, clock, log };
}

/** Whom a salesman's sales count for. */
function repOf(who: Roster) {
  return (owner: string) => {
    const userId = who.userOf("fishbowl", owner);
    return userId === null ? null : { userId, name: who.nameOf(userId) };
  };
}

interface Given {
  readonly days: ZoneDays;
  readonly fishbowl: FishbowlConfig;
  readonly knownAgents: () => Promise<ReadonlyMap<string, string>>;
}

/** Makes of the environment what each source is configured with. */
function sourcesConfig({ config, log, now, clock }: AppDeps, { days, fishbowl, knownAgents }: Given) {
  return {
    copper: {
      baseUrl: config.COPPER_API_URL,
      apiKey: config.COPPER_API_KEY,
      userEmail: config.COPPER_USER_EMAIL,
      // Of two, the last is the one that Copper is to send from now on.
      webhookSecret: config.COPPER_WEBHOOK_SECRET.at(-1),
      requestsPerMinute: config.COPPER_REQUESTS_PER_MINUTE,
      emailActivityTypes: config.COPPER_EMAIL_ACTIVITY_TYPE,
      callActivityTypes: config.COPPER_CALL_ACTIVITY_TYPE,
      stages: { a: config.COPPER_STAGE_A, b: config.COPPER_STAGE_B, c: config.COPPER_STAGE_C },
      days,
      clock,
      log,
    },
    justcall: {
      baseUrl: config.JUSTCALL_API_URL,
      apiKey: config.JUSTCALL_API_KEY,
      apiSecret: config.JUSTCALL_API_SECRET,
      plan: config.JUSTCALL_PLAN,
      days,
      clock,
      now,
      log,
      knownAgents,
    },
    fishbowl,
  };
}

import { withoutErased } from "../erasure/erased-source";
import { sharedRead } from "../lib/in-groups";
import { sleep } from "../lib/sleep";
import { sealStore } from "../metrics/seal-store";
import { knownAgents } from "../people/person";
import { type Roster, roster } from "../people/roster";
import { allSources, sourcesConfig } from "../sources/all";
import { fishbowlParts } from "../sources/fishbowl/parts";
import type { Source } from "../sources/source";
import { acquireLease } from "../sync/lease";
import { type OrderImports, orderImports } from "../sync/order-imports";
import { checkpointStore } from "../sync/read/checkpoint-store";
import type { RunContext } from "../sync/run/context";
import { type GroupReaderDeps, groupReader } from "../sync/run/group-reader";
import { memberReader } from "../sync/run/member-reader";
import { type SyncQueue, syncQueue } from "../sync/run/queue";
import { meteredRuns } from "../sync/run/run-meter";
import { type RunStore, runStore } from "../sync/run/run-store";
import type { Freshness } from "../sync/state/freshness";
import { nextRead } from "../sync/state/retries";
import { readFreshness } from "../sync/state/source-state-store";
import { lastExpectedSync, markStale, nextScheduledSync } from "../sync/state/staleness";
import { daysZoneStore } from "../sync/totals/days-zone-store";
import { dirtyDaysStore } from "../sync/totals/dirty-days-store";
import { firstRetainedDay } from "../sync/totals/expire-facts";
import { expiryStore } from "../sync/totals/expiry-store";
import { ownerAssignmentStore } from "../sync/totals/owner-assignments-store";
import { localTime } from "../time/time-of-day";
import type { ProcessMeter } from "../web/metrics/process-meter";
import type { AppDeps } from "./deps";
import { assembleWebhooks, type WebhookServices } from "./webhooks";

/** The sources, and all that reads them. */
export interface SyncServices {
  /** Its `idle` waits for webhooks that are being worked off, too. */
  readonly sync: SyncQueue;
  readonly sources: readonly Source[];
  freshness(): Promise<readonly Freshness[]>;
  /** When the next sync begins by itself: the night's, or before that one of a source that broke; `null` where there is none. */
  nextSync(): Promise<Date | null>;
  readonly run: RunContext;
  readonly imports: OrderImports;
  readonly webhooks: WebhookServices;
  readonly runs: RunStore;
}

type Stores = Pick<GroupReaderDeps, "readGroups"> &
  Omit<
    RunContext,
    | "sources"
    | "members"
    | "groups"
    | "checkpoints"
    | "assignments"
    | "dirtyDays"
    | "daysZone"
    | "expiry"
    | "retentionDays"
    | "seals"
    | "admins"
    | "now"
    | "log"
  >;

/** Assembles syncs: runs, imports that ask for one, and webhooks under the same lease. */
export function assembleSync(
  stores: Stores,
  deps: AppDeps & { readonly publicUrl: () => string | undefined; readonly meter: ProcessMeter },
): SyncServices {
  const { config, database, now, newId, owner, log, publicUrl } = deps;
  const { db } = database;
  const { days } = stores;
  const { people } = stores;
  const readReps = async () => repOf(roster(await people.all(), await people.salesmen()));
  const pseudonyms = async () => (await stores.erased.tombstones()).salesman;
  const expiry = expiryStore(db);
  const retentionDays = config.DATA_RETENTION_DAYS;
  const firstRetained = async () => firstRetainedDay(days.dayOf(now()), { ...(await expiry.read()), retentionDays });
  const fishbowl = fishbowlParts({ db, days, now, firstRetained, readReps, pseudonyms, ...fishbowlConfig(deps) });
  const lease = (name: "sync" | "import", priority?: "run" | "background") => () =>
    acquireLease(db, { name, owner, priority });
  const imports = orderImports({
    importer: fishbowl.importer,
    acquireLease: lease("import"),
    // The sync's own source finishes imports, and an import asks for a sync.
    requestSync: (request) => queue.request(request),
    ...{ days, firstRetained, now, newId, sleep, log },
  });
  const withImports = { ...fishbowl.config, finishImports: imports.finish };
  const shared = { days, seal: stores.seal, clock: deps.clock, now, log, meter: deps.meter };
  const agents = async () => knownAgents(await people.all());
  const vendors = allSources(sourcesConfig(config, { ...shared, fishbowl: withImports, knownAgents: agents }));
  const { tombstones } = stores.erased;
  const sources = vendors.map((source) => withoutErased(source, tombstones));
  const runStores = {
    members: memberReader(stores),
    groups: groupReader(stores),
    checkpoints: checkpointStore(db),
    assignments: ownerAssignmentStore(db),
    dirtyDays: dirtyDaysStore(db),
    daysZone: daysZoneStore(db),
    expiry,
    seals: sealStore(db),
    retentionDays,
  };
  const run = { ...stores, ...runStores, sources, admins: config.ADMIN_SLACK_IDS, now, log };
  const runs = meteredRuns(runStore(db), deps.meter);
  const queue = syncQueue({ context: run, runs, acquireLease: lease("sync", "run"), newId, sleep, log });
  const webhooks = assembleWebhooks({
    config,
    db,
    run,
    queue,
    acquireLease: lease("sync", "background"),
    publicUrl,
    sleep,
    clock: deps.clock,
    log,
  });
  const time = config.NIGHTLY_SYNC_AT === "off" ? null : localTime(config.NIGHTLY_SYNC_AT);
  const freshness = sharedRead(async () =>
    markStale(await readFreshness(sources, stores.states), lastExpectedSync(now(), { time, days })),
  );
  const nextSync = async () => {
    // It is said beside what matters more, which must not fail by it.
    const states = await freshness().catch(() => []);
    return nextRead(states, { now: now(), scheduled: nextScheduledSync(now(), { time, days }) });
  };
  return { sync: webhooks.queue, sources, freshness, nextSync, run, imports, webhooks, runs };
}

function fishbowlConfig({ config, clock, log, meter }: AppDeps & { readonly meter: ProcessMeter }) {
  const { FISHBOWL_API_URL: baseUrl, FISHBOWL_USERNAME: username, FISHBOWL_PASSWORD: password } = config;
  const money = { home: config.FISHBOWL_HOME_CURRENCY, rates: config.FISHBOWL_RATE_DIRECTION };
  return { baseUrl, username, password, money, clock, log, meter };
}

/** Whom a salesman's sales count for. */
function repOf(who: Roster) {
  return (owner: string) => {
    const userId = who.userOf("fishbowl", owner);
    return userId === null ? null : { userId, name: who.nameOf(userId) };
  };
}

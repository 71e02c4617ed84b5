import { setTimeout as pause } from "node:timers/promises";
import { allSources } from "../sources/all";
import { fishbowlParts } from "../sources/fishbowl/parts";
import type { Source } from "../sources/source";
import { checkpointStore } from "../sync/checkpoint-store";
import { claimsStore } from "../sync/claims-store";
import { type SyncDoor, syncDoor } from "../sync/door";
import { dueDaysStore } from "../sync/due-days-store";
import type { Freshness } from "../sync/freshness";
import { freshnessOf } from "../sync/freshness-of";
import { takeLease } from "../sync/lock";
import { type OrderImports, orderImports } from "../sync/order-imports";
import type { SyncParts } from "../sync/run";
import { type RunStore, runStore } from "../sync/runs";
import type { AppNeeds } from "./needs";
import { sourcesConfig } from "./sources-config";
import { type Webhooks, webhooks } from "./webhooks";

/** What figures come from: the sources, and all that reads them. */
export interface Syncs {
  /** Its `idle` waits for webhooks that are being worked off, too. */
  readonly sync: SyncDoor;
  readonly sources: readonly Source[];
  freshness(): Promise<readonly Freshness[]>;
  readonly parts: SyncParts;
  readonly imports: OrderImports;
  readonly hooks: Webhooks;
  readonly pastRuns: RunStore;
}

type Stores = Omit<SyncParts, "sources" | "checkpoints" | "claims" | "due" | "admins" | "now" | "log">;

/** Puts together the syncs: runs, imports that ask for one, and webhooks under the same lease. */
export function syncs(stores: Stores, needs: AppNeeds & { readonly publicUrl: () => string | undefined }): Syncs {
  const { config, database, now, newId, owner, log, publicUrl } = needs;
  const { db } = database;
  const { days } = stores;
  const fishbowl = fishbowlParts({ db, days, ...fishbowlServer(needs) });
  const lease = (name: "sync" | "import") => () => takeLease(db, { name, owner });
  const imports = orderImports({
    importer: fishbowl.importer,
    takeLease: lease("import"),
    // The sync's own source finishes imports, and an import asks for a sync.
    requestSync: (ask) => hooks.sync.request(ask),
    ...{ days, now, newId, sleep, log },
  });
  const withImports = { ...fishbowl.config, finishImports: imports.finish };
  const sources = allSources(sourcesConfig(needs, { days, fishbowl: withImports }));
  const runStores = { checkpoints: checkpointStore(db), claims: claimsStore(db), due: dueDaysStore(db) };
  const parts = { ...stores, ...runStores, sources, admins: config.ADMIN_SLACK_IDS, now, log };
  const pastRuns = runStore(db);
  const runs = syncDoor({ parts, runs: pastRuns, takeLease: lease("sync"), newId, sleep, log });
  const hooks = webhooks({ config, db, parts, runs, takeLease: lease("sync"), publicUrl, sleep, log });
  const freshness = () => freshnessOf(sources, stores.states);
  return { sync: hooks.sync, sources, freshness, parts, imports, hooks, pastRuns };
}

function fishbowlServer({ config, clock, log }: AppNeeds) {
  const { FISHBOWL_API_URL: baseUrl, FISHBOWL_USERNAME: username, FISHBOWL_PASSWORD: password } = config;
  return { baseUrl, username, password, clock, log };
}

async function sleep(ms: number): Promise<void> {
  await pause(ms);
}

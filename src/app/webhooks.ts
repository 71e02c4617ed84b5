import type { Config } from "../config/config";
import type { Database } from "../database/connect";
import { sleep as wait } from "../lib/sleep";
import type { Log } from "../log";
import { recordFacts } from "../metrics/record-store";
import type { SourceId } from "../metrics/sources";
import { SIGNATURE_HEADER } from "../sources/justcall/webhook";
import type { Lease } from "../sync/lease";
import type { RunContext } from "../sync/run/context";
import type { SyncQueue } from "../sync/run/queue";
import { readFreshness } from "../sync/state/source-state-store";
import { inboxStore } from "../sync/webhooks/inbox-store";
import { processEvents } from "../sync/webhooks/process";
import { unreadDaysReader } from "../sync/webhooks/read-unread";
import { webhookWorker } from "../sync/webhooks/worker";
import { copperWebhookRoute, hasCopperSecret } from "../web/copper-webhook";
import type { WebRoute } from "../web/endpoint";
import { justcallWebhookRoute } from "../web/justcall-webhook";
import { limitedRoute } from "../web/limited-route";

/** Twice what Copper sends at most. */
const WEBHOOKS_A_MINUTE = 1_200;

export interface WebhookServicesDeps {
  readonly config: Config;
  readonly db: Database["db"];
  readonly run: RunContext;
  readonly queue: SyncQueue;
  /** Takes the lease of syncs, or answers `null`. */
  readonly acquireLease: () => Promise<Lease | null>;
  readonly publicUrl: () => string | undefined;
  readonly sleep: (ms: number) => Promise<void>;
  /** Milliseconds that only ever rise. */
  readonly clock: () => number;
  readonly log: Log;
}

/** Takes webhooks and processes them. */
export interface WebhookServices {
  readonly routes: readonly WebRoute[];
  /** Queues runs; its `idle` waits for what webhooks asked for, too, and its `stop` ends the processing of webhooks. */
  readonly queue: SyncQueue;
  /** Processes what waits, of before a crash too, and what comes from now on; `onChange` hears whose figures changed. */
  start(onChange: (userIds: readonly string[]) => void): void;
  /** Takes up nothing new and resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/** Assembles webhooks: their two endpoints, and the inbox that is processed behind them. */
export function assembleWebhooks(deps: WebhookServicesDeps): WebhookServices {
  const { config, db, run, queue, acquireLease, publicUrl, sleep, clock, log } = deps;
  const inbox = inboxStore(db);
  const context = { ...run, recordFacts: recordFacts(db) };
  // Until it is started nothing comes in and nothing is processed, so no change can be missed.
  let changed: (userIds: readonly string[]) => void = () => undefined;
  const onChange = (userIds: readonly string[]) => changed(userIds);
  const stopping = new AbortController();
  const marked = unreadDaysReader({
    ...{ days: run.days, now: run.now, log },
    freshness: () => readFreshness(run.sources, run.states),
    requestSync: queue.request,
    // A process that ends need not wait for this: days stay marked, and the nightly sync reads them and looks for what was not listed.
    later: (ms, run) => void wait(ms, stopping.signal).then(run, () => undefined),
  });
  const asks = {
    onUnread: () => void marked.readUnread(),
    onUnlisted: (source: SourceId) => void marked.readUnlisted(source),
    onBacklog: () => void marked.readBacklog(),
  };
  const worker = webhookWorker({
    inbox,
    acquireLease,
    processDue: (lease, signal) => processEvents({ lease, signal }, { inbox, context, onChange, ...asks, log }),
    sleep,
    log,
  });
  const common = { acceptEvent: worker.accept, log };
  const limit = { aMinute: WEBHOOKS_A_MINUTE, clock, log };
  return {
    routes: [
      limitedRoute(copperWebhookRoute({ ...common, secrets: config.COPPER_WEBHOOK_SECRET }), {
        ...limit,
        isKnown: hasCopperSecret(config.COPPER_WEBHOOK_SECRET),
      }),
      limitedRoute(
        justcallWebhookRoute({ ...common, secret: config.JUSTCALL_API_SECRET, publicUrl, now: run.now }),
        // Who sent it is proved by the body's type, too.
        { ...limit, isKnown: ({ headers }) => headers[SIGNATURE_HEADER] !== undefined },
      ),
    ],
    queue: {
      ...queue,
      idle: async () => {
        await Promise.all([worker.idle(), queue.idle()]);
      },
      stop: () => {
        stopping.abort();
        queue.stop();
        // Its end is waited for with `idle`.
        void worker.stop();
      },
    },
    start: (listener) => {
      changed = listener;
      worker.wake();
    },
    stop: () => {
      stopping.abort();
      return worker.stop();
    },
  };
}

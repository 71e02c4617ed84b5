import type { Config } from "../config/config";
import type { Database } from "../database/connect";
import type { Log } from "../log";
import { recordFacts } from "../metrics/record-store";
import type { SlackServer } from "../slack/app";
import type { Lease } from "../sync/lease";
import type { RunContext } from "../sync/run/context";
import type { SyncQueue } from "../sync/run/queue";
import { inboxStore } from "../sync/webhooks/inbox-store";
import { processEvents } from "../sync/webhooks/process";
import { webhookWorker } from "../sync/webhooks/worker";
import { copperWebhookRoute } from "../web/copper-webhook";
import type { WebRoute } from "../web/endpoint";
import { justcallWebhookRoute } from "../web/justcall-webhook";

export interface WebhookServicesDeps {
  readonly config: Config;
  readonly db: Database["db"];
  readonly parts: RunContext;
  readonly runs: SyncQueue;
  /** Takes the lease of syncs, or answers `null`. */
  readonly takeLease: () => Promise<Lease | null>;
  readonly publicUrl: () => string | undefined;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
}

/** Webhooks, put together. */
export interface WebhookServices {
  readonly routes: readonly WebRoute[];
  /** The runs' door, whose `idle` waits for what webhooks asked for, too. */
  readonly sync: SyncQueue;
  /** Works off what comes from the door's start to its stop, and draws the open pages of whoever it concerns afresh. */
  serving(door: SlackServer): SlackServer;
}

/** Puts webhooks together: their two doors, and the inbox that is worked off behind them. */
export function assembleWebhooks(needs: WebhookServicesDeps): WebhookServices {
  const { config, db, parts, runs, takeLease, publicUrl, sleep, log } = needs;
  let shown: SlackServer | undefined;
  const onChange = (userIds: readonly string[]) => void shown?.refreshHomes(userIds);
  const inbox = inboxStore(db);
  const work = { inbox, parts: { ...parts, recordFacts: recordFacts(db) }, onChange, log };
  const hints = webhookWorker({
    inbox,
    takeLease,
    work: (lease, signal) => processEvents({ lease, signal }, work),
    sleep,
    log,
  });
  const common = { takeHint: hints.take, log };
  const routes = [
    copperWebhookRoute({ ...common, secrets: config.COPPER_WEBHOOK_SECRET }),
    justcallWebhookRoute({ ...common, secret: config.JUSTCALL_API_SECRET, publicUrl, now: parts.now }),
  ];
  const idle = async () => {
    await Promise.all([hints.idle(), runs.idle()]);
  };
  const serving = (door: SlackServer): SlackServer => {
    shown = door;
    const start = async (port: number) => {
      const served = await door.start(port);
      // What came before a crash, or while nobody could work it off.
      hints.wake();
      return served;
    };
    const stop = async () => {
      await door.stop();
      await hints.stop();
    };
    return { ...door, start, stop };
  };
  return { routes, sync: { ...runs, idle }, serving };
}

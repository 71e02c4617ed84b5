import type { Config } from "../config/config";
import type { Database } from "../database/connect";
import type { Log } from "../log";
import { recordFacts } from "../metrics/record-facts-store";
import type { SlackDoor } from "../slack/app";
import type { SyncDoor } from "../sync/door";
import { hintDoor } from "../sync/hint-door";
import { inboxStore } from "../sync/inbox-store";
import type { Lease } from "../sync/lock";
import type { SyncParts } from "../sync/run";
import { workHints } from "../sync/work-hints";
import { copperWebhookRoute } from "../web/copper-webhook";
import { justcallWebhookRoute } from "../web/justcall-webhook";
import type { Route } from "../web/route";

export interface WebhookParts {
  readonly config: Config;
  readonly db: Database["db"];
  readonly parts: SyncParts;
  readonly runs: SyncDoor;
  /** Takes the lease of syncs, or answers `null`. */
  readonly takeLease: () => Promise<Lease | null>;
  readonly publicUrl: () => string | undefined;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
}

/** Webhooks, put together. */
export interface Webhooks {
  readonly routes: readonly Route[];
  /** The runs' door, whose `idle` waits for what webhooks asked for, too. */
  readonly sync: SyncDoor;
  /** Works off what comes from the door's start to its stop, and draws the open pages of whoever it concerns afresh. */
  serving(door: SlackDoor): SlackDoor;
}

/** Puts webhooks together: their two doors, and the inbox that is worked off behind them. */
export function webhooks(needs: WebhookParts): Webhooks {
  const { config, db, parts, runs, takeLease, publicUrl, sleep, log } = needs;
  let shown: SlackDoor | undefined;
  const onChange = (userIds: readonly string[]) => void shown?.refreshHomes(userIds);
  const inbox = inboxStore(db);
  const work = { inbox, parts: { ...parts, recordFacts: recordFacts(db) }, onChange, log };
  const hints = hintDoor({ inbox, takeLease, work: (lease, signal) => workHints({ lease, signal }, work), sleep, log });
  const common = { takeHint: hints.take, log };
  const routes = [
    copperWebhookRoute({ ...common, secrets: config.COPPER_WEBHOOK_SECRET }),
    justcallWebhookRoute({ ...common, secret: config.JUSTCALL_API_SECRET, publicUrl, now: parts.now }),
  ];
  const idle = async () => {
    await Promise.all([hints.idle(), runs.idle()]);
  };
  const serving = (door: SlackDoor): SlackDoor => {
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

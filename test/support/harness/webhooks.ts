import type { Db } from "mongodb";
import { recordFacts } from "../../../src/metrics/record-store";
import { install } from "../../../src/sources/subscriptions";
import { acquireLease } from "../../../src/sync/lease";
import { inboxStore } from "../../../src/sync/webhooks/inbox-store";
import { processEvents } from "../../../src/sync/webhooks/process";
import { webhookWorker } from "../../../src/sync/webhooks/worker";
import { copperWebhookRoute } from "../../../src/web/copper-webhook";
import { justcallWebhookRoute } from "../../../src/web/justcall-webhook";
import { serveRoutes } from "../env/served-routes";
import { realSleep } from "../wait";
import { JUSTCALL_KEY, type VendorHarnessOptions, vendorHarness, WEBHOOK_SECRET } from "./vendors";

/** The stand-ins of Copper and JustCall, told to send their webhooks to our two endpoints over HTTP, on a real database. */
export async function webhookHarness(db: Db, options: VendorHarnessOptions = {}) {
  const harness = await vendorHarness(db, options);
  const changed: string[][] = [];
  /** Hints are gathered for less long than they really are, unless a test wants to see it. */
  const naps = { atMostMs: 100 };
  /** How often the lease was asked for while a run held it. */
  const refused = { leases: 0 };
  const lease = async () => {
    const taken = await acquireLease(db, { name: "sync", owner: "webhooks" });
    if (taken === null) refused.leases += 1;
    return taken;
  };
  const inbox = inboxStore(db);
  const { log } = harness.parts;
  const work = { inbox, context: { ...harness.parts, recordFacts: recordFacts(db) }, log };
  const onChange = (users: readonly string[]) => void changed.push([...users].sort());
  const hints = webhookWorker({
    inbox,
    acquireLease: lease,
    processDue: (held, signal) => processEvents({ lease: held, signal }, { ...work, onChange }),
    sleep: (ms) => realSleep(Math.min(ms, naps.atMostMs)),
    log,
  });
  const served = await serveRoutes((url) => [
    copperWebhookRoute({ secrets: [WEBHOOK_SECRET], acceptEvent: hints.accept, log }),
    justcallWebhookRoute({
      secret: JUSTCALL_KEY.secret,
      publicUrl: () => url,
      acceptEvent: hints.accept,
      now: harness.parts.now,
      log,
    }),
  ]);
  for (const { subscriptions } of harness.parts.sources) {
    if (subscriptions !== undefined) await install(subscriptions, `${served.url}${subscriptions.path}`);
  }
  /** Until all that was sent has come in and been worked off. */
  const settled = async () => {
    await Promise.all([harness.copper.webhooks.idle(), harness.justcall.webhooks.idle()]);
    await hints.idle();
  };
  const close = async () => {
    await served.close();
    await hints.stop();
    await harness.close();
  };
  return { ...harness, ...served, hints, inbox, changed, naps, refused, settled, close };
}

import type { Db } from "mongodb";
import type { JustCallCall } from "../../../src/demo/justcall/account";
import { recordFacts } from "../../../src/metrics/record-store";
import type { SourceId } from "../../../src/metrics/sources";
import { install } from "../../../src/sources/subscriptions";
import { acquireLease } from "../../../src/sync/lease";
import { readFreshness } from "../../../src/sync/state/source-state-store";
import { inboxStore } from "../../../src/sync/webhooks/inbox-store";
import { processEvents } from "../../../src/sync/webhooks/process";
import { unreadDaysReader } from "../../../src/sync/webhooks/read-unread";
import { webhookWorker } from "../../../src/sync/webhooks/worker";
import { copperWebhookRoute } from "../../../src/web/copper-webhook";
import { justcallWebhookRoute } from "../../../src/web/justcall-webhook";
import { days } from "../builders/team-zone";
import { serveRoutes } from "../env/served-routes";
import { realSleep } from "../wait";
import { JUSTCALL_KEY, type VendorHarnessOptions, vendorHarness, WEBHOOK_SECRET } from "./vendors";

/** What arrives while pages are read tells of itself, and is read for that: without an end, if each page brought more. */
const ARRIVALS = 3;

/** The stand-ins of Copper and JustCall, told to send their webhooks to our two endpoints over HTTP, on a real database. */
export async function webhookHarness(db: Db, options: VendorHarnessOptions = {}) {
  const harness = await vendorHarness(db, {
    ...options,
    copper: { arrivals: ARRIVALS, ...options.copper },
    justcall: { arrivals: ARRIVALS, ...options.justcall },
  });
  const changed: string[][] = [];
  /** Events are gathered for less long than they really are, unless a test wants to see it. */
  const naps = { atMostMs: 100 };
  /** How often the lease was asked for while a run held it. */
  const refused = { leases: 0 };
  const lease = async () => {
    const taken = await acquireLease(db, { name: "sync", owner: "webhooks", priority: "background" });
    if (taken === null) refused.leases += 1;
    return taken;
  };
  const inbox = inboxStore(db);
  const { log } = harness.parts;
  const work = { inbox, context: { ...harness.parts, recordFacts: recordFacts(db) }, log };
  const onChange = (users: readonly string[]) => void changed.push([...users].sort());
  /** What is to be done later, by its time. */
  const later: { readonly ms: number; readonly run: () => void }[] = [];
  const marked = unreadDaysReader({
    ...{ days, now: harness.parts.now, log },
    freshness: () => readFreshness(harness.parts.sources, harness.parts.states),
    requestSync: harness.queue.request,
    later: (ms, run) => void later.push({ ms, run }),
  });
  // Of events that come in two turns each asks, and the second may have nothing to read while the first still reads.
  let reading: Promise<unknown> = Promise.resolve();
  const asks = {
    onUnread: () => {
      reading = Promise.all([reading, marked.readUnread()]);
    },
    onUnlisted: (source: SourceId) => {
      reading = Promise.all([reading, marked.readUnlisted(source)]);
    },
    onBacklog: () => {
      reading = Promise.all([reading, marked.readBacklog()]);
    },
  };
  const worker = webhookWorker({
    inbox,
    acquireLease: lease,
    processDue: (held, signal) => processEvents({ lease: held, signal }, { ...work, onChange, ...asks }),
    sleep: (ms) => realSleep(Math.min(ms, naps.atMostMs)),
    log,
  });
  const served = await serveRoutes((url) => [
    copperWebhookRoute({ secrets: [WEBHOOK_SECRET], acceptEvent: worker.accept, log }),
    justcallWebhookRoute({
      secret: JUSTCALL_KEY.secret,
      publicUrl: () => url,
      acceptEvent: worker.accept,
      now: harness.parts.now,
      log,
    }),
  ]);
  for (const { subscriptions } of harness.parts.sources) {
    if (subscriptions !== undefined) await install(subscriptions, `${served.url}${subscriptions.path}`);
  }
  /** Until all that was sent has come in and been processed. */
  const settled = async () => {
    await Promise.all([harness.copper.webhooks.idle(), harness.justcall.webhooks.idle()]);
    await worker.idle();
    await reading;
  };
  /** Syncs, lets what arrived meanwhile be processed, too, and counts requests, events and changes anew. */
  const syncAndSettle = async (...range: Parameters<typeof harness.sync>) => {
    const report = await harness.sync(...range);
    await settled();
    await db.collection("inbox").deleteMany({});
    changed.length = 0;
    harness.copper.resetRequests();
    harness.justcall.resetRequests();
    return report;
  };
  const close = async () => {
    await served.close();
    await worker.stop();
    await harness.close();
  };
  const total = async (match: object) => {
    const [sum] = await db
      .collection("metrics")
      .aggregate<{ value: number }>([{ $match: match }, { $group: { _id: null, value: { $sum: "$value" } } }])
      .toArray();
    return Math.round((sum?.value ?? 0) * 100) / 100;
  };
  /** An answered call on the afternoon of the sample's last day. */
  const callOfSample = (id: number, patch: Partial<JustCallCall> = {}): JustCallCall => {
    const [like] = harness.justcall.account.calls.all();
    if (like === undefined) throw new Error("The sample has calls");
    return { ...like, id, type: "Answered", startedAt: new Date("2026-10-28T20:30:00Z"), talkSeconds: 90, ...patch };
  };
  return {
    ...harness,
    ...served,
    total,
    callOfSample,
    worker,
    inbox,
    changed,
    naps,
    later,
    refused,
    settled,
    syncAndSettle,
    close,
  };
}

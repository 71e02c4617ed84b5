import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Db } from "mongodb";
import { recordFacts } from "../../../src/metrics/record-store";
import { install } from "../../../src/sources/subscriptions";
import { acquireLease } from "../../../src/sync/lease";
import { inboxStore } from "../../../src/sync/webhooks/inbox-store";
import { processEvents } from "../../../src/sync/webhooks/process";
import { webhookWorker } from "../../../src/sync/webhooks/worker";
import { copperWebhookRoute } from "../../../src/web/copper-webhook";
import { justcallWebhookRoute } from "../../../src/web/justcall-webhook";
import { JUSTCALL_KEY, type VendorHarnessOptions, vendorHarness, WEBHOOK_SECRET } from "./vendors";

/** The stand-ins of Copper and JustCall, told to send their webhooks to our two doors over HTTP, on a real database. */
export async function webhookHarness(db: Db, options: VendorHarnessOptions = {}) {
  const harness = await vendorHarness(db, options);
  const changed: string[][] = [];
  /** Hints are gathered for less long than they really are, unless a test wants to see it. */
  const naps = { atMostMs: 100 };
  const lease = () => acquireLease(db, { name: "sync", owner: "webhooks" });
  const inbox = inboxStore(db);
  const { log } = harness.parts;
  const work = { inbox, context: { ...harness.parts, recordFacts: recordFacts(db) }, log };
  const onChange = (users: readonly string[]) => void changed.push([...users].sort());
  const hints = webhookWorker({
    inbox,
    acquireLease: lease,
    processDue: (held, signal) => processEvents({ lease: held, signal }, { ...work, onChange }),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, naps.atMostMs))),
    log,
  });
  const served = await serveDoors((url) => [
    copperWebhookRoute({ secrets: [WEBHOOK_SECRET], takeHint: hints.accept, log }),
    justcallWebhookRoute({
      secret: JUSTCALL_KEY.secret,
      publicUrl: () => url,
      takeHint: hints.accept,
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
  return { ...harness, ...served, hints, inbox, changed, naps, settled, close };
}

type Doors = ReturnType<typeof copperWebhookRoute>[];

async function serveDoors(doors: (url: string) => Doors) {
  let routes: Doors = [];
  const server = createServer((request, response) => {
    const route = routes.find(({ path, method }) => path === request.url && method === request.method);
    if (route === undefined) response.writeHead(404).end();
    else route.handler(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  routes = doors(url);
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url, close };
}

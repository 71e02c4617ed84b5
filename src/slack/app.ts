import type { Server, ServerOptions } from "node:http";
import type { ListenOptions } from "node:net";
import { App, HTTPReceiver, type Receiver, type SocketModeReceiver } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { budget } from "../lib/budget";
import { InFlight, SharedWork } from "../lib/concurrency";
import { endsWithin } from "../lib/sleep";
import { WorkQueue } from "../lib/work-queue";
import type { SlackDeps, SyncClosing } from "./deps";
import { Homes } from "./home/homes";
import { listen } from "./listeners";
import { budgeted } from "./middleware/budget";
import { assertAuth } from "./platform/auth";
import { boltLogger, clientOptions, modalClient, slackClient, socketReceiver } from "./platform/clients";
import { payloadFault } from "./platform/payload-shape";
import { MAX_CONNECTIONS, portOf, TIMEOUTS } from "./platform/request-bounds";
import { gatedListener } from "./platform/request-gate";
import { customRoutes } from "./platform/routes";
import { isOfWorkspace, namesUs, type RefusedRequest, readWorkspace, type Workspace } from "./platform/workspace";

const STOP_WAITS_MS = 20_000;
/** Behind the front there is no slow client, and a connection that is not used stays open for the next request. */
const BEHIND = { headersTimeout: 0, requestTimeout: 0, keepAliveTimeout: 0 };
const MINUTE_MS = 60_000;
/** Somebody without any right is told so no more often. */
const TOLD_A_MINUTE = 3;
/** A whole team's commands in one moment must not keep each other's acknowledgments waiting. */
const QUEUE = { atOnce: 4, heldMs: 1_000 };

const FOREIGN = "A request of another workspace or app was ignored: is the signing secret shared with another app?";
const MISSHAPEN = "A request of Slack's is not as Slack sends them: it was ignored";

/** The running server of Slack's requests and of our endpoints. */
export interface SlackServer {
  /** A client for calls outside of listeners. */
  readonly client: WebClient;
  /**
   * Signs in and serves; answers the port, which `0` lets the system choose.
   *
   * @param host the address that is listened on; without one, nobody but this machine is served.
   * @throws {SlackAuthError} when Slack refuses a token.
   */
  start(port: number, host?: string): Promise<number>;
  /**
   * Signs in and serves on a socket of this machine that the front alone knows, which keeps the bounds and the times.
   *
   * @throws {SlackAuthError} when Slack refuses a token.
   */
  startBehind(path: string): Promise<void>;
  /** Resolves once no listener and no route is running. */
  idle(): Promise<void>;
  /** Renders the App Homes of these people again, as far as they are open. */
  refreshHomes(userIds: readonly string[]): Promise<void>;
  /** Hears of a request that the front refused for its signature alone. */
  refused(named: RefusedRequest): void;
  /** Accepts nothing new and waits for what is in flight, 20 s unless told otherwise. */
  stop(waitsMs?: number): Promise<void>;
}

/** Makes the Bolt app with every listener, over HTTP or, when an app token is given, over Socket Mode. */
export function slackApp(deps: SlackDeps): SlackServer {
  const inFlight = new InFlight();
  const receiver = httpReceiver(deps, inFlight);
  const socket = socketOf(deps);
  // Over Socket Mode, Slack sends nothing to this address.
  if (socket === null) receiver.requestListener = gatedListener(receiver.requestListener, deps);
  const app = boltApp(deps, socket ?? receiver);
  app.use(({ next }) => inFlight.track(next));
  const own: { workspace: Workspace | null } = { workspace: null };
  app.use(async (received) => {
    const field = payloadFault(received.body, deps.apiUrl);
    const isOurs = own.workspace === null || isOfWorkspace(received.body, own.workspace);
    if (field === null && isOurs) return received.next();
    deps.log.warn({ field }, isOurs ? MISSHAPEN : FOREIGN);
    if ("ack" in received) await received.ack?.();
  });
  app.error(async (error) => deps.log.error({ reference: deps.reference(), error }, "A listener failed"));
  const access = { token: deps.botToken, apiUrl: deps.apiUrl, log: deps.log };
  // Pages have a client of their own: what Slack limits of them keeps no message waiting.
  const workspace = () => own.workspace?.team ?? null;
  const homes = new Homes(deps, slackClient(access), workspace);
  const outsiders = budget({ most: TOLD_A_MINUTE, windowMs: MINUTE_MS, clock: deps.clock });
  const syncs = new SharedWork<SyncClosing>();
  const context = {
    deps,
    client: app.client,
    modals: modalClient(access),
    homes,
    syncs,
    outsiders,
    queue: new WorkQueue(QUEUE),
    workspace,
  };
  app.use(budgeted(context));
  listen(app, context);
  const refreshHomes = (userIds: readonly string[]) => homes.refreshOpen(userIds);
  let server: Server | undefined;
  const serve = async (where: ListenOptions, options: ServerOptions) => {
    await assertAuth("SLACK_BOT_TOKEN", () => app.init());
    own.workspace = await readWorkspace(app.client, deps.log);
    const serving = await receiver.start(where, options);
    server = serving;
    if (socket !== null) await assertAuth("SLACK_APP_TOKEN", () => app.start());
    deps.onStarted?.(refreshHomes);
    return serving;
  };
  return {
    client: app.client,
    refreshHomes,
    async start(port, host = "127.0.0.1") {
      const serving = await serve({ port, host }, TIMEOUTS);
      serving.maxConnections = MAX_CONNECTIONS;
      return portOf(serving);
    },
    async startBehind(path) {
      await serve({ path }, BEHIND);
    },
    idle: () => inFlight.idle(),
    refused: (named) => {
      const isOurs = own.workspace !== null && namesUs(named, own.workspace);
      deps.signatureWatch.refused({ isOurs, token: named.token });
    },
    async stop(waitsMs = STOP_WAITS_MS) {
      if (server === undefined) return;
      const closing = server;
      homes.health.abort();
      // Bolt's own stop does not wait for the socket to close.
      const closed = Promise.all([receiver.stop(), socket?.client.disconnect()]);
      const finished = inFlight.idle().then(() => {
        closing.closeIdleConnections();
        return closed;
      });
      if (!(await endsWithin(waitsMs, { work: finished })))
        deps.log.warn({ left: inFlight.size }, "Stopped before all work was done");
      closing.closeAllConnections();
      server = undefined;
      await deps.onStopped?.();
    },
  };
}

/** Makes the HTTP receiver. In Socket Mode it serves only our own endpoints: Slack sends nothing over HTTP then. */
function httpReceiver(deps: SlackDeps, inFlight: InFlight): HTTPReceiver {
  const socket = deps.appToken !== undefined;
  if (!socket && deps.signingSecret === "") throw new RangeError("Without an app token a signing secret is needed");
  return new HTTPReceiver({
    signingSecret: socket ? "nothing of Slack's comes over HTTP" : deps.signingSecret,
    ...(socket ? { endpoints: [] } : {}),
    customRoutes: customRoutes(deps.routes ?? [], { log: deps.log, inFlight, reference: deps.reference }),
    logger: boltLogger(deps.log),
    processEventErrorHandler: async ({ error, response }) => {
      const reference = deps.reference();
      deps.log.error({ reference, error }, "A request of Slack's failed");
      if (response.headersSent) return false;
      response.writeHead(500).end(`reference: ${reference}`);
      return true;
    },
  });
}

function socketOf({ appToken, apiUrl, log }: SlackDeps): SocketModeReceiver | null {
  return appToken === undefined ? null : socketReceiver({ appToken, apiUrl, log });
}

function boltApp({ botToken, apiUrl, log }: SlackDeps, receiver: Receiver): App {
  return new App({
    token: botToken,
    logger: boltLogger(log),
    clientOptions: clientOptions({ apiUrl, log }),
    convoStore: false,
    // Calls go by our own token alone, whatever a payload brings along.
    attachFunctionToken: false,
    // Else the constructor signs in by itself, and a refusal kills the process.
    deferInitialization: true,
    receiver,
  });
}

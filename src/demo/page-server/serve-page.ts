import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { DemoControls } from "../controls/controls";
import type { FakeSlack } from "../slack/fake-slack";
import { bodyOf, isLocal, type Reply, send } from "../slack/http/exchange";
import { handleWorkspaceRequest, type WorkspaceRoutesDeps } from "../slack/http/workspace-routes";
import { type Bundle, bundlePage } from "./bundle";
import { handleControls } from "./controls-routes";
import { documentAt, sampleFile, securityHeaders } from "./documents";
import { listenFrom } from "./listen-from";
import { liveAt } from "./live";

/** What the page shows and controls. */
export interface PageServerDeps {
  readonly slack: FakeSlack;
  readonly controls: DemoControls;
  /** Each person's role in Paceline, by Slack id: rep, manager or admin. */
  readonly roles: () => Promise<Readonly<Record<string, string>>>;
  /** The first port to try; 0 picks a free one. */
  readonly port: number;
}

export interface PageServer {
  /** The page's URL. */
  readonly url: string;
  close(): Promise<void>;
}

interface ServeContext extends PageServerDeps {
  readonly bundle: Bundle;
  readonly workspace: WorkspaceRoutesDeps;
}

/**
 * Serves the workspace in the browser, on 127.0.0.1 alone.
 *
 * @throws when no port is free, or the page does not compile.
 */
export async function servePage(deps: PageServerDeps): Promise<PageServer> {
  const { slack, controls } = deps;
  const context = { ...deps, bundle: await bundlePage(), workspace: { actions: slack, state: slack.state } };
  const server = createServer((request, response) => {
    serve(context, request, response).catch((error: unknown) => {
      if (!response.headersSent) send(response, { status: 500, body: `The page's server broke: ${String(error)}` });
    });
  });
  const port = await listenFrom(server, deps.port);
  const live = liveAt(server);
  const unsubscribes = [slack.onChange(live.changed), controls.onChange(live.changed)];
  const close = async () => {
    for (const stop of unsubscribes) stop();
    live.close();
    await closeServer(server);
  };
  return { url: `http://127.0.0.1:${port}`, close };
}

async function serve(context: ServeContext, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isLocal(request)) {
    send(response, { status: 403, body: "this host only" });
    return;
  }
  const reply = await route(context, request);
  send(response, { ...reply, headers: { ...securityHeaders(request.headers.host ?? ""), ...reply.headers } });
}

async function route(context: ServeContext, request: IncomingMessage): Promise<Reply> {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  const document = request.method === "GET" ? documentAt(path, context.bundle) : undefined;
  if (document !== undefined) return document;
  if (request.method === "GET" && path === "/sample/fishbowl-orders.csv") return sampleFile(context.controls.state());
  if (request.method === "GET" && path === "/roles") return { status: 200, body: await context.roles() };
  if (path.startsWith("/demo/")) return handleWorkspaceRequest(context.workspace, request);
  const body = await bodyOf(request);
  if (path === "/controls" || path.startsWith("/controls/")) return handleControls(context.controls, request, body);
  return { status: 404, body: "There is nothing here." };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

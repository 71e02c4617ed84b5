import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Stage } from "../controls/controls";
import type { SlackStandIn } from "../slack/fake-slack";
import { bodyOf, isLocal, type Reply, send } from "../slack/http/exchange";
import { answerControl, type ControlDesk } from "../slack/http/workspace-routes";
import { type Bundle, bundlePage } from "./bundle";
import { answerStage } from "./controls-routes";
import { documentAt, guards, sampleFile } from "./documents";
import { listenFrom } from "./listen-from";
import { liveAt } from "./live";

/** What the page shows and moves. */
export interface PageNeeds {
  readonly slack: SlackStandIn;
  readonly stage: Stage;
  /** What Paceline takes each person for, by Slack id: rep, manager or admin. */
  readonly roles: () => Promise<Readonly<Record<string, string>>>;
  /** The first port to try; 0 picks a free one. */
  readonly port: number;
}

export interface PageServer {
  /** Where the page is. */
  readonly url: string;
  close(): Promise<void>;
}

interface Desk extends PageNeeds {
  readonly bundle: Bundle;
  readonly control: ControlDesk;
}

/**
 * Serves the workspace in the browser, on 127.0.0.1 alone.
 *
 * @throws when no port is free, or the page does not compile.
 */
export async function servePage(needs: PageNeeds): Promise<PageServer> {
  const { slack, stage } = needs;
  const desk = { ...needs, bundle: await bundlePage(), control: { acts: slack, state: slack.state } };
  const server = createServer((request, response) => {
    serve(desk, request, response).catch((error: unknown) => {
      if (!response.headersSent) send(response, { status: 500, body: `The page's server broke: ${String(error)}` });
    });
  });
  const port = await listenFrom(server, needs.port);
  const live = liveAt(server);
  const unwatch = [slack.watch(live.changed), stage.watch(live.changed)];
  const close = async () => {
    for (const stop of unwatch) stop();
    live.close();
    await closed(server);
  };
  return { url: `http://127.0.0.1:${port}`, close };
}

async function serve(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isLocal(request)) {
    send(response, { status: 403, body: "this host only" });
    return;
  }
  const reply = await answered(desk, request);
  send(response, { ...reply, headers: { ...guards(request.headers.host ?? ""), ...reply.headers } });
}

async function answered(desk: Desk, request: IncomingMessage): Promise<Reply> {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  const document = request.method === "GET" ? documentAt(path, desk.bundle) : undefined;
  if (document !== undefined) return document;
  if (request.method === "GET" && path === "/sample/fishbowl-orders.csv") return sampleFile(desk.stage.state());
  if (request.method === "GET" && path === "/roles") return { status: 200, body: await desk.roles() };
  if (path.startsWith("/demo/")) return answerControl(desk.control, request);
  const body = await bodyOf(request);
  if (path === "/stage" || path.startsWith("/stage/")) return answerStage(desk.stage, request, body);
  return { status: 404, body: "There is nothing here." };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type ApiDeps, handleApiCall, handleFile, handleUpload } from "./api";
import { bodyOf, isLocal, type Reply, send } from "./exchange";
import { withFaults } from "./faults";
import type { ResponseUrls } from "./response-urls";
import type { SocketServer } from "./socket-server";
import { handleWorkspaceRequest, type WorkspaceRoutesDeps } from "./workspace-routes";

/** What the server's routes need. */
export interface ServerDeps {
  readonly api: ApiDeps;
  readonly control: WorkspaceRoutesDeps;
  readonly responseUrls: ResponseUrls;
  readonly socketServer: SocketServer;
}

/** Serves the Web API, the response_urls and the workspace's routes, on 127.0.0.1 only; port 0 picks a free one. */
export async function serveSlack(
  deps: ServerDeps,
  port: number,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    serve(deps, request, response).catch((error: unknown) => {
      // A bug in the fake must be recognizable as such, not look like a response of Slack.
      if (!response.headersSent) send(response, { status: 599, body: `stand-in broke: ${String(error)}` });
    });
  });
  server.on("upgrade", (request, socket, head) => deps.socketServer.upgrade(request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const close = () => {
    deps.socketServer.close();
    return closeServer(server);
  };
  return { port: portOf(server), close };
}

async function serve(deps: ServerDeps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const reply = isLocal(request) ? await route(deps, request) : { status: 403, body: "this host only" };
  if (reply !== null) send(response, reply);
  else request.socket.resetAndDestroy();
}

async function route(deps: ServerDeps, request: IncomingMessage): Promise<Reply | null> {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  if (path.startsWith("/api/")) return handleApiCall(deps.api, path.slice("/api/".length), request);
  if (path.startsWith("/files-pri/")) return handleFile(deps.api, request);
  if (path.startsWith("/upload/v1/")) return handleUpload(deps.api, request);
  if (path.startsWith("/demo/")) return handleWorkspaceRequest(deps.control, request);
  const body = await bodyOf(request);
  const missing = { status: 404, body: "no_service" };
  if (request.method !== "POST" || !/^\/(commands|actions)\//.test(path)) return missing;
  return withFaults(deps.api.faults, "response_url", () => deps.responseUrls.use(path, body) ?? missing);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A stand-in listens on a port");
  return address.port;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

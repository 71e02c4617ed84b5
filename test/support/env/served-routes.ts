import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { WebRoute } from "../../../src/web/endpoint";

/** A real server on 127.0.0.1 with endpoints of ours, as the app mounts them. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the endpoint; `url` is its own. */
export async function serve(route: WebRoute): Promise<Served> {
  const { url, close } = await serveRoutes(() => [route]);
  return { url: `${url}${route.path}`, close };
}

/** Serves the endpoints that are made for the server's address. */
export async function serveRoutes(make: (url: string) => readonly WebRoute[]): Promise<Served> {
  let routes: readonly WebRoute[] = [];
  const server = createServer((request, response) => {
    const asked = request.url?.split("?")[0];
    const route = routes.find(({ path, method }) => path === asked && method === request.method);
    if (route === undefined) response.writeHead(404).end();
    else route.handler(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  routes = make(url);
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url, close };
}

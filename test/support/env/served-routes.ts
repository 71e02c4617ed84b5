import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { WebRoute } from "../../../src/web/endpoint";

/** A real server on 127.0.0.1 with one door of ours, as the app mounts it. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

export async function serve({ path, method, handler }: WebRoute): Promise<Served> {
  const server: Server = createServer((request, response) => {
    if (request.url?.split("?")[0] !== path || request.method !== method) response.writeHead(404).end();
    else handler(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${port}${path}`, close };
}

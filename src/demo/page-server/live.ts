import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { isLocal } from "../slack/http/exchange";

/** Changes within this time are sent as one. */
const DEBOUNCE_MS = 50;

/** Notifies every open page, over `/live`, that something has changed. */
export interface Live {
  changed(): void;
  close(): void;
}

export function liveAt(server: Server): Live {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  server.on("upgrade", (request, socket, head) => {
    if (!isAccepted(request)) reject(socket);
    else sockets.handleUpgrade(request, socket, head, (client) => terminateOnError(client));
  });
  let timer: NodeJS.Timeout | undefined;
  const notify = () => {
    timer = undefined;
    for (const client of sockets.clients) client.send(JSON.stringify({ kind: "changed" }));
  };
  return {
    changed: () => {
      timer ??= setTimeout(notify, DEBOUNCE_MS);
    },
    close: () => {
      clearTimeout(timer);
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}

function isAccepted(request: IncomingMessage): boolean {
  return request.url === "/live" && isLocal(request);
}

function reject(socket: Duplex): void {
  socket.end("HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n");
}

/** A page sends no messages; its connection is dropped on an error. */
function terminateOnError(client: WebSocket): void {
  client.on("error", () => client.terminate());
}

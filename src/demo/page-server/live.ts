import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { isLocal } from "../slack/http/exchange";

/** Several changes at once are told once. */
const TOGETHER_MS = 50;

/** Tells every open page, over `/live`, that something has changed. */
export interface Live {
  changed(): void;
  close(): void;
}

export function liveAt(server: Server): Live {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  server.on("upgrade", (request, socket, head) => {
    if (!welcome(request)) refuse(socket);
    else sockets.handleUpgrade(request, socket, head, (client) => listenTo(client));
  });
  let due: NodeJS.Timeout | undefined;
  const tell = () => {
    due = undefined;
    for (const client of sockets.clients) client.send(JSON.stringify({ kind: "changed" }));
  };
  return {
    changed: () => {
      due ??= setTimeout(tell, TOGETHER_MS);
    },
    close: () => {
      clearTimeout(due);
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}

function welcome(request: IncomingMessage): boolean {
  return request.url === "/live" && isLocal(request);
}

function refuse(socket: Duplex): void {
  socket.end("HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n");
}

/** A page says nothing; one that breaks is simply gone. */
function listenTo(client: WebSocket): void {
  client.on("error", () => client.terminate());
}

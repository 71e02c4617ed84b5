import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { isJson, type Json, parsed, textOf } from "../json";

import { BOT } from "../state/members";
import { type AppResponse, errorReply, ok, RESPONSE_TIMEOUT_MS, type Reply } from "./exchange";

/** A message over the socket, without the id that its response refers to. */
export interface Envelope {
  readonly type: "slash_commands" | "interactive" | "events_api";
  readonly payload: Json;
  readonly accepts_response_payload: boolean;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
}

/** An app that receives nothing for half a minute considers the connection dead. */
const PING_MS = 10_000;
const PATH = "/link/";

/** Slack's side of Socket Mode: issues URLs that are valid for one connection, and sends over the latest one. */
export class SocketServer {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  readonly #tickets = new Set<string>();
  readonly #waiting = new Map<string, (payload: Json) => void>();
  #clients: WebSocket[] = [];

  constructor(
    private readonly appToken: string | undefined,
    private readonly origin: () => string,
  ) {}

  /** Handles `apps.connections.open`. */
  openConnection(token: string): Reply {
    if (token !== this.appToken)
      return errorReply(token.startsWith("xoxb-") ? "not_allowed_token_type" : "invalid_auth");
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return ok({ url: `${this.origin().replace(/^http/, "ws")}${PATH}?ticket=${ticket}&app_id=${BOT.appId}` });
  }

  /** Accepts a connection to a URL that was issued and not used yet; drops any other. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    if (pathname !== PATH || !this.#tickets.delete(searchParams.get("ticket") ?? "")) {
      socket.end("HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n");
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (client) => this.#accept(client));
  }

  /** Whether the app is connected. */
  get connected(): boolean {
    return this.#clients.length > 0;
  }

  /** Sends an envelope and waits for the response with its id. */
  send(envelope: Envelope): Promise<AppResponse> {
    const id = randomUUID();
    const startedAt = performance.now();
    return new Promise((resolve) => {
      const finish = (status: number | null, body: string) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve({ status, body, headers: {}, tookMs: Math.round(performance.now() - startedAt) });
      };
      const timer = setTimeout(() => finish(null, ""), RESPONSE_TIMEOUT_MS);
      this.#waiting.set(id, (payload) => finish(200, Object.keys(payload).length === 0 ? "" : JSON.stringify(payload)));
      this.#clients.at(-1)?.send(JSON.stringify({ ...envelope, envelope_id: id }));
    });
  }

  /** Asks the app to reconnect, as Slack does every few hours. */
  refresh(): void {
    for (const client of this.#clients)
      client.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
  }

  close(): void {
    for (const client of this.#clients) client.terminate();
    this.#server.close();
  }

  #accept(client: WebSocket): void {
    this.#clients.push(client);
    const pings = setInterval(() => client.ping(), PING_MS);
    client.on("message", (message) => this.#onMessage(message));
    client.on("error", () => client.terminate());
    client.on("close", () => {
      clearInterval(pings);
      this.#clients = this.#clients.filter((one) => one !== client);
    });
    const connection = { num_connections: this.#clients.length, connection_info: { app_id: BOT.appId } };
    client.send(JSON.stringify({ type: "hello", ...connection }));
  }

  #onMessage(message: RawData): void {
    const response = parsed(String(message));
    if (!isJson(response)) return;
    this.#waiting.get(textOf(response.envelope_id) ?? "")?.(isJson(response.payload) ? response.payload : {});
  }
}

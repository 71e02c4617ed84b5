import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { isJson, type Json, parsed, textOf } from "../json";

import { BOT } from "../state/members";
import { type AppAnswer, ok, PATIENCE_MS, type Reply, refusal } from "./exchange";

/** What goes over a socket, without the id that its answer bears. */
export interface Envelope {
  readonly type: "slash_commands" | "interactive" | "events_api";
  readonly payload: Json;
  readonly accepts_response_payload: boolean;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
}

/** An app that hears nothing for half a minute takes the line for dead. */
const PING_MS = 10_000;
const PATH = "/link/";

/** Slack's end of Socket Mode: it hands out addresses that are good for one connection, and sends over the latest. */
export class Sockets {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  readonly #tickets = new Set<string>();
  readonly #waiting = new Map<string, (payload: Json) => void>();
  #open: WebSocket[] = [];

  constructor(
    private readonly appToken: string | undefined,
    private readonly origin: () => string,
  ) {}

  /** Answers `apps.connections.open`. */
  address(token: string): Reply {
    if (token !== this.appToken) return refusal(token.startsWith("xoxb-") ? "not_allowed_token_type" : "invalid_auth");
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return ok({ url: `${this.origin().replace(/^http/, "ws")}${PATH}?ticket=${ticket}&app_id=${BOT.appId}` });
  }

  /** Takes a connection to an address that was handed out and not used yet; drops any other. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    if (pathname !== PATH || !this.#tickets.delete(searchParams.get("ticket") ?? "")) {
      socket.end("HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n");
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (line) => this.#welcome(line));
  }

  /** Whether the app listens here. */
  get connected(): boolean {
    return this.#open.length > 0;
  }

  /** Sends an envelope and waits for the answer that bears its id. */
  send(envelope: Envelope): Promise<AppAnswer> {
    const id = randomUUID();
    const began = performance.now();
    return new Promise((resolve) => {
      const settle = (status: number | null, body: string) => {
        clearTimeout(patience);
        this.#waiting.delete(id);
        resolve({ status, body, headers: {}, tookMs: Math.round(performance.now() - began) });
      };
      const patience = setTimeout(() => settle(null, ""), PATIENCE_MS);
      this.#waiting.set(id, (payload) => settle(200, Object.keys(payload).length === 0 ? "" : JSON.stringify(payload)));
      this.#open.at(-1)?.send(JSON.stringify({ ...envelope, envelope_id: id }));
    });
  }

  /** Asks the app to connect anew, as Slack does every few hours. */
  refresh(): void {
    for (const line of this.#open) line.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
  }

  close(): void {
    for (const line of this.#open) line.terminate();
    this.#server.close();
  }

  #welcome(line: WebSocket): void {
    this.#open.push(line);
    const pinging = setInterval(() => line.ping(), PING_MS);
    line.on("message", (message) => this.#heard(message));
    line.on("error", () => line.terminate());
    line.on("close", () => {
      clearInterval(pinging);
      this.#open = this.#open.filter((one) => one !== line);
    });
    const connection = { num_connections: this.#open.length, connection_info: { app_id: BOT.appId } };
    line.send(JSON.stringify({ type: "hello", ...connection }));
  }

  #heard(message: RawData): void {
    const said = parsed(String(message));
    if (!isJson(said)) return;
    this.#waiting.get(textOf(said.envelope_id) ?? "")?.(isJson(said.payload) ? said.payload : {});
  }
}

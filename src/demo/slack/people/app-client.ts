import { createHmac } from "node:crypto";
import { request } from "node:http";
import { type AppResponse, RESPONSE_TIMEOUT_MS } from "../http/exchange";
import type { SocketServer } from "../http/socket-server";
import { isJson, type Json, parsed } from "../json";

/** What Slack says when it sends an event again. */
export interface Retry {
  /** From 1 on. */
  readonly number: number;
  readonly reason: string;
}

/** Sends requests to the app as Slack would: over its socket if it has opened one, otherwise signed over HTTP. */
export class AppClient {
  #appUrl: URL | null = null;

  constructor(
    private readonly signingSecret: string,
    private readonly socketServer: SocketServer,
  ) {}

  /** Sets the URL where the app listens; a URL without a path means its `/slack/events`. */
  connect(appUrl: string): void {
    const url = new URL(appUrl);
    if (url.pathname === "/") url.pathname = "/slack/events";
    this.#appUrl = url;
  }

  get appUrl(): string | null {
    return this.#appUrl?.href ?? null;
  }

  /** Whether there is an app to send to. */
  get connected(): boolean {
    return this.#appUrl !== null || this.socketServer.connected;
  }

  /** Sends a command or an interaction. Bolt only accepts a form if its content type has no parameters. */
  sendForm(fields: Readonly<Record<string, string>>): Promise<AppResponse> {
    if (this.socketServer.connected) {
      const interaction = parsed(fields.payload ?? "");
      const content = isJson(interaction)
        ? ({ type: "interactive", payload: interaction } as const)
        : ({ type: "slash_commands", payload: fields } as const);
      return this.socketServer.send({ ...content, accepts_response_payload: true });
    }
    return this.#post(new URLSearchParams(fields).toString(), { "content-type": "application/x-www-form-urlencoded" });
  }

  /** Sends an event. */
  sendEvent(payload: Json, retry?: Retry): Promise<AppResponse> {
    if (this.socketServer.connected) {
      const retryInfo = retry === undefined ? {} : { retry_attempt: retry.number, retry_reason: retry.reason };
      return this.socketServer.send({ type: "events_api", payload, accepts_response_payload: false, ...retryInfo });
    }
    const retryInfo: Record<string, string> = {};
    if (retry !== undefined) {
      retryInfo["x-slack-retry-num"] = String(retry.number);
      retryInfo["x-slack-retry-reason"] = retry.reason;
    }
    return this.#post(JSON.stringify(payload), { "content-type": "application/json", ...retryInfo });
  }

  #post(body: string, headers: Readonly<Record<string, string>>): Promise<AppResponse> {
    const url = this.#appUrl;
    if (url === null) throw new Error("Say where the app listens first: connect(appUrl)");
    // Signatures are checked against the real clock, whatever the workspace's clock says.
    const at = String(Math.floor(Date.now() / 1000));
    const signature = createHmac("sha256", this.signingSecret).update(`v0:${at}:${body}`).digest("hex");
    const signed = {
      ...headers,
      "content-length": String(Buffer.byteLength(body)),
      "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
      "x-slack-request-timestamp": at,
      "x-slack-signature": `v0=${signature}`,
    };
    return post(url, signed, body);
  }
}

function post(url: URL, headers: Readonly<Record<string, string>>, body: string): Promise<AppResponse> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const finish = (status: number | null, text: string, headers: AppResponse["headers"]): void => {
      clearTimeout(timer);
      resolve({ status, body: text, headers, tookMs: Math.round(performance.now() - startedAt) });
    };
    // Connections are not kept alive, so that an app can stop without waiting for this side.
    const outgoing = request(url, { method: "POST", headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        finish(response.statusCode ?? null, Buffer.concat(chunks).toString("utf8"), response.headers),
      );
      response.on("error", () => finish(null, "", {}));
    });
    const timer = setTimeout(() => {
      finish(null, "", {});
      outgoing.destroy();
    }, RESPONSE_TIMEOUT_MS);
    outgoing.on("error", () => finish(null, "", {}));
    outgoing.end(body);
  });
}

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Json } from "../json";

/** A response before it is sent. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Json | string | Uint8Array;
}

/** How the app responded to a request from Slack. */
export interface AppResponse {
  /** `null` when no response came within Slack's three seconds, or none at all. */
  readonly status: number | null;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly tookMs: number;
}

/** Slack waits no longer than this for a response. */
export const RESPONSE_TIMEOUT_MS = 3_000;

/** More than any request of ours has. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** The request's body as text. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  return (await bytesOf(request, MAX_BODY_BYTES)).toString("utf8");
}

/** The request's body. @throws {RangeError} when it is larger than that. */
export async function bytesOf(request: IncomingMessage, max: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > max) throw new RangeError(`A body of more than ${max} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The content type without its parameters. */
export function contentType(request: IncomingMessage): string {
  return (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

export function send(response: ServerResponse, { status, headers, body }: Reply): void {
  const plain = typeof body === "string" || body instanceof Uint8Array;
  const type = plain ? "text/plain; charset=utf-8" : "application/json; charset=utf-8";
  response.writeHead(status, { "content-type": type, "cache-control": "no-store", ...headers });
  response.end(plain ? body : JSON.stringify(body));
}

export function ok(body: Json): Reply {
  return { status: 200, body: { ok: true, ...body } };
}

export function errorReply(error: string, details: Json = {}): Reply {
  return { status: 200, body: { ok: false, error, ...details } };
}

/** The bearer token of a request. */
export function bearerToken(request: IncomingMessage): string | undefined {
  return /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? "")?.[1];
}

const LOCAL = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/**
 * Whether a request is addressed to this machine and comes from one of its own pages. The Host header gives away a page
 * whose own domain name resolves to this machine (DNS rebinding).
 */
export function isLocal({ headers }: IncomingMessage): boolean {
  const origin = headers.origin === undefined || LOCAL.test(headers.origin.replace(/^http:\/\//, ""));
  return LOCAL.test(headers.host ?? "") && origin;
}

import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { ApiRequest, ApiResponse } from "./exchange";
import { FaultScript } from "./faults";
import { faultyResponse, firstHalf, type RawResponse, rawResponse } from "./faulty-response";

/** A fake of a vendor's API on 127.0.0.1. */
export interface FakeApi<Account> {
  /** With the documented base path. */
  readonly url: string;
  /** The vendor's data. A change to it shows in the next response. */
  readonly account: Account;
  /** All requests in order, including refused and failed ones. */
  readonly requests: readonly ApiRequest[];
  readonly faults: FaultScript<Account>;
  resetRequests(): void;
  close(): Promise<void>;
}

export interface FakeApiOptions<Account> {
  /** 0 picks a free one. */
  readonly port?: number;
  readonly basePath: string;
  readonly now: () => Date;
  /** How long each response takes. */
  readonly latencyMs?: number;
  readonly account: Account;
  /** Builds the response, synchronously and in the order requests arrive; `headers` are for authorization. */
  readonly respond: (request: ApiRequest, headers: IncomingHttpHeaders) => ApiResponse;
}

/** Serves one vendor's responses over HTTP, and applies the script of faults to them. */
export async function startFakeApi<Account>(options: FakeApiOptions<Account>): Promise<FakeApi<Account>> {
  const requests: ApiRequest[] = [];
  const faults = new FaultScript<Account>();
  const server = createServer((incoming, response) => {
    serve({ incoming, response, options, requests, faults }).catch((error: unknown) => {
      // A bug in the fake must be recognizable as such, not look like a scripted fault.
      if (!response.headersSent) response.writeHead(599).end(`stand-in broke: ${String(error)}`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A stand-in listens on a port");
  return {
    url: `http://127.0.0.1:${address.port}${options.basePath}`,
    account: options.account,
    requests,
    faults,
    resetRequests: () => {
      requests.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface ServedRequest<Account> {
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
  readonly options: FakeApiOptions<Account>;
  readonly requests: ApiRequest[];
  readonly faults: FaultScript<Account>;
}

async function serve<Account>({
  incoming,
  response,
  options,
  requests,
  faults,
}: ServedRequest<Account>): Promise<void> {
  const request = await readRequest(incoming, options);
  requests.push(request);
  const effect = await faults.take(request, options.account);
  if (effect?.kind === "hang") return;
  if (effect?.kind === "reset") {
    incoming.socket.resetAndDestroy();
    return;
  }
  const correct = options.respond(request, incoming.headers);
  const ms = (options.latencyMs ?? 0) + (effect?.kind === "slow" ? effect.ms : 0);
  if (ms > 0) await wait(ms, undefined, { ref: false });
  // By the fake's own clock, like all its times.
  response.setHeader("Date", options.now().toUTCString());
  send(response, effect === null ? rawResponse(correct) : faultyResponse(correct, effect));
}

async function readRequest(
  incoming: IncomingMessage,
  { basePath, now }: { readonly basePath: string; readonly now: () => Date },
): Promise<ApiRequest> {
  const at = now();
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://127.0.0.1");
  // Nothing exists outside the base path, so such a path is passed on unchanged and matches no route.
  const path = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : `outside:${pathname}`;
  const query = Object.fromEntries(searchParams);
  return { method: incoming.method ?? "GET", path, query, body: parseBody(Buffer.concat(chunks).toString("utf8")), at };
}

/** Parses JSON; any other body stays text, which no route accepts. */
function parseBody(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function send(response: ServerResponse, { status, headers, text, cut }: RawResponse): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...headers, "Content-Length": Buffer.byteLength(text) });
  if (!cut) {
    response.end(text);
    return;
  }
  response.write(firstHalf(text), () => response.destroy());
}

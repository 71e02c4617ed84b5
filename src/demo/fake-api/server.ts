import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Answer, VendorRequest } from "./exchange";
import { FaultScript } from "./faults";
import { firstHalf, type Reply, reply, spoiled } from "./faulty-response";

/** A vendor's API on 127.0.0.1. */
export interface VendorStandIn<Account> {
  /** With the documented base path. */
  readonly url: string;
  /** What the vendor knows. Whatever is changed here is what the next answer says. */
  readonly account: Account;
  /** What was asked, in order, refused and failed requests too. */
  readonly requests: readonly VendorRequest[];
  readonly faults: FaultScript<Account>;
  resetRequests(): void;
  close(): Promise<void>;
}

export interface VendorOptions<Account> {
  /** 0 picks a free one. */
  readonly port?: number;
  readonly basePath: string;
  readonly now: () => Date;
  /** How long each answer takes. */
  readonly answerMs?: number;
  readonly account: Account;
  /** Decides at once, in the order requests arrive; `headers` are for authorisation. */
  readonly answer: (request: VendorRequest, headers: IncomingHttpHeaders) => Answer;
}

/** Serves one vendor's answers over HTTP, with the script of faults between them and the client. */
export async function startVendor<Account>(options: VendorOptions<Account>): Promise<VendorStandIn<Account>> {
  const requests: VendorRequest[] = [];
  const faults = new FaultScript<Account>();
  const server = createServer((incoming, response) => {
    serve({ incoming, response, options, requests, faults }).catch((error: unknown) => {
      // A broken stand-in must be seen as such, not as a fault of the script.
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

interface Served<Account> {
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
  readonly options: VendorOptions<Account>;
  readonly requests: VendorRequest[];
  readonly faults: FaultScript<Account>;
}

async function serve<Account>({ incoming, response, options, requests, faults }: Served<Account>): Promise<void> {
  const request = await received(incoming, options);
  requests.push(request);
  const trouble = await faults.meet(request, options.account);
  if (trouble?.kind === "hang") return;
  if (trouble?.kind === "reset") {
    incoming.socket.resetAndDestroy();
    return;
  }
  const answer = options.answer(request, incoming.headers);
  const ms = (options.answerMs ?? 0) + (trouble?.kind === "slow" ? trouble.ms : 0);
  if (ms > 0) await wait(ms, undefined, { ref: false });
  // By its own clock, as everything else it says.
  response.setHeader("Date", options.now().toUTCString());
  send(response, trouble === null ? reply(answer) : spoiled(answer, trouble));
}

async function received(
  incoming: IncomingMessage,
  { basePath, now }: { readonly basePath: string; readonly now: () => Date },
): Promise<VendorRequest> {
  const at = now();
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://127.0.0.1");
  // Outside the base path nothing exists, so such a path is kept whole and matches no route.
  const path = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : `outside:${pathname}`;
  const query = Object.fromEntries(searchParams);
  return { method: incoming.method ?? "GET", path, query, body: parsed(Buffer.concat(chunks).toString("utf8")), at };
}

/** A body that is no JSON stays text, which no route accepts. */
function parsed(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function send(response: ServerResponse, { status, headers, text, cut }: Reply): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...headers, "Content-Length": Buffer.byteLength(text) });
  if (!cut) {
    response.end(text);
    return;
  }
  response.write(firstHalf(text), () => response.destroy());
}

import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import axios, { type AxiosInstance } from "axios";
import { type Sleep, sleep } from "../../lib/sleep";
import type { Log } from "../../log";
import type { SourceId } from "../../metrics/sources";
import { type RequestMeter, requestOutcome } from "../request-meter";
import type { Priority } from "../source";
import type { SourceError } from "../source-error";
import type { AnswerHeaders } from "./answer-headers";
import { type Attempt, faultOf, isNoRecord, jsonOf, recordOf } from "./faults";
import type { RateLimiter } from "./rate-limit";
import { backoffMs, MAX_MS, MAX_PAUSE_MS, MAX_TRIES, pauseMs } from "./retry";

/** One request to a vendor. */
export interface VendorRequest {
  readonly method: "GET" | "POST" | "DELETE";
  /** Below the base, with a leading slash. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** The record may not exist: a 404 in JSON is then an answer, and its `json` is `null`; a proxy's page is none. */
  readonly mayBeMissing?: boolean;
  /** Added to the client's own, such as a session's token. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface VendorAnswer {
  readonly json: unknown;
  readonly headers: AnswerHeaders;
}

export interface VendorOptions {
  readonly source: SourceId;
  readonly baseUrl: string;
  /** Sent with every request; no message and no log ever holds them. */
  readonly headers: Readonly<Record<string, string>>;
  /** The limiter of the key, shared by all clients that use it. */
  readonly limiter: RateLimiter;
  /** The variables that hold the key, for whoever must renew it: "JUSTCALL_API_KEY and JUSTCALL_API_SECRET". */
  readonly keyHint: string;
  /** `interactive` unless set. */
  readonly priority?: Priority | undefined;
  readonly clock: () => number;
  readonly log: Pick<Log, "debug">;
  readonly meter?: RequestMeter | undefined;
  readonly sleep?: Sleep;
  readonly random?: () => number;
  /** What a refusal really means, where the vendor tells more than its status; `null` where it does not. */
  readonly explain?: (answer: Extract<Attempt, { kind: "answer" }>, path: string) => SourceError | null;
  /** How long one try may take: 30 s. */
  readonly tryMs?: number;
}

/**
 * Sends requests to one vendor: waits for a slot, retries what may pass, and turns what does not into a SourceError.
 */
export interface VendorClient {
  /** @throws {SourceError} */
  request(request: VendorRequest): Promise<VendorAnswer>;
  /** Requests sent so far, repetitions included. */
  requests(): number;
}

const MAX_BYTES = 20 * 1024 * 1024;
const TRY_MS = 30_000;

/** Makes a client of a vendor. Clients that share a key share its limiter. */
export function vendorClient(options: VendorOptions): VendorClient {
  const { source, keyHint, limiter, clock, log, sleep: pause = sleep, random = Math.random, tryMs = TRY_MS } = options;
  const { meter } = options;
  const http = connection(options);
  let requests = 0;

  const tryOnce = (request: VendorRequest, milliseconds: number) => {
    const asked = clock();
    return limiter.run(
      async () => {
        requests += 1;
        const begun = clock();
        meter?.waited(source, begun - asked);
        const tried = await send(http, { ...request, milliseconds });
        meter?.tried(source, requestOutcome(tried.kind === "answer" ? tried.status : null));
        if (tried.kind === "answer") limiter.update(tried.headers);
        return { tried, took: clock() - begun };
      },
      { signal: request.signal, priority: options.priority },
    );
  };

  const request = async (request: VendorRequest): Promise<VendorAnswer> => {
    const sent = { source, keyHint, path: request.path };
    let spentMs = 0;
    for (let tries = 1; ; tries += 1) {
      const { tried, took } = await tryOnce(request, Math.min(tryMs, MAX_MS - spentMs));
      if (request.mayBeMissing && tried.kind === "answer" && tried.status === 404 && isNoRecord(tried.text)) {
        return { json: null, headers: tried.headers };
      }
      const error = (tried.kind === "answer" ? options.explain?.(tried, request.path) : null) ?? faultOf(tried, sent);
      if (tried.kind === "answer" && error === null) {
        const read = request.mayBeMissing ? recordOf : jsonOf;
        return { json: read(tried.text, sent), headers: tried.headers };
      }
      const paused = tried.kind === "answer" && tried.status === 429;
      const wait = paused ? pauseMs(tried.headers, { tries, now: clock() }) : backoffMs(tries, random);
      spentMs += took + (paused ? 0 : wait);
      const over = tries === MAX_TRIES || spentMs >= MAX_MS || (paused && wait > MAX_PAUSE_MS);
      if (error !== null && (over || !error.passes)) throw error;
      log.debug({ source, path: request.path, tries, wait }, "request is repeated");
      if (paused) limiter.pause(wait);
      else await pause(wait, request.signal);
    }
  };
  return { request, requests: () => requests };
}

function connection({ baseUrl, headers }: VendorOptions): AxiosInstance {
  return axios.create({
    baseURL: baseUrl.replace(/\/+$/, ""),
    headers: { "Accept-Encoding": "gzip", Accept: "application/json", ...headers },
    httpAgent: new HttpAgent({ keepAlive: true }),
    httpsAgent: new HttpsAgent({ keepAlive: true }),
    // A proxy out of the environment would be handed the key.
    proxy: false,
    maxRedirects: 0,
    maxContentLength: MAX_BYTES,
    responseType: "text",
    transformResponse: (text: unknown) => text,
    validateStatus: () => true,
  });
}

async function send(http: AxiosInstance, request: VendorRequest & { milliseconds: number }): Promise<Attempt> {
  const { method, path: url, query: params, body: data, headers, signal, milliseconds } = request;
  const timeout = AbortSignal.timeout(Math.max(1, Math.round(milliseconds)));
  try {
    const ends = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
    const answer = await http.request<unknown>({ method, url, params, data, headers: { ...headers }, signal: ends });
    return { kind: "answer", status: answer.status, text: String(answer.data ?? ""), headers: plain(answer.headers) };
  } catch (error) {
    signal?.throwIfAborted();
    // Axios' own error holds the request's headers, and so the key: only its words go on.
    const cause = new Error(error instanceof Error ? error.message : "no answer");
    if (cause.message.startsWith("maxContentLength")) return { kind: "too-large", cause };
    return {
      kind: "nothing",
      why: timeout.aborted ? `no answer within ${Math.ceil(milliseconds / 1_000)} s` : "the connection failed",
      cause,
    };
  }
}

function plain(headers: object): AnswerHeaders {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

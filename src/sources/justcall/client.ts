import type { AnswerHeaders } from "../http/answer-headers";
import { type VendorClient, type VendorOptions, vendorClient } from "../http/http";
import { SourceError } from "../source-error";
import type { JustCallConfig } from "./config";
import { Envelope, Failure, One } from "./schema";

export const JUSTCALL_PAGE_SIZE = 100;

/** One page of a list. */
export interface JustCallPage {
  readonly items: readonly unknown[];
  /** The number that JustCall's link to the next page holds; `null` without a link. */
  readonly next: number | null;
  /** This page's own number, where JustCall says it: whether it counts from 0 or 1 is not documented. */
  readonly number: number | null;
  /** How many the list holds, where JustCall says it. */
  readonly total: number | null;
}

/** JustCall's REST API as far as we use it: lists in chained pages. */
export interface JustCallClient {
  /** @throws {SourceError} */
  page(path: string, query: Readonly<Record<string, string | number>>, signal?: AbortSignal): Promise<JustCallPage>;
  /** Returns the headers of a list's answer that could be read. @throws {SourceError} */
  probe(path: string, query: Readonly<Record<string, string | number>>): Promise<AnswerHeaders>;
  /** Returns one record, or `null` when there is none. @throws {SourceError} */
  record(path: string, signal: AbortSignal): Promise<unknown>;
  /** Changes a setting of the account. @throws {SourceError} */
  send(method: "POST" | "DELETE", path: string, body?: object): Promise<void>;
  usage(): { readonly pages: number; readonly requests: number };
}

type KeyOptions = Pick<VendorOptions, "limiter" | "priority">;

/** Makes a client that counts its requests. All clients of one key share its limiter. */
export function justcallClient(config: JustCallConfig & KeyOptions): JustCallClient {
  const vendor = vendorOf(config);
  let pages = 0;
  return {
    usage: () => ({ pages, requests: vendor.requests() }),
    async probe(path, query) {
      const { json, headers } = await vendor.request({ method: "GET", path, query });
      listOf(json, path);
      return headers;
    },
    async record(path, signal) {
      const { json } = await vendor.request({ method: "GET", path, signal, mayBeMissing: true });
      if (json === null) return null;
      assertNoFailure(json, path);
      const answer = One.safeParse(json);
      if (answer.success) return answer.data.data;
      throw unexpected(`JustCall answered ${path} with something that isn't a record`);
    },
    send: async (method, path, body) => {
      await vendor.request({ method, path, body });
    },
    async page(path, query, signal) {
      pages += 1;
      const { json } = await vendor.request({
        method: "GET",
        path,
        query: { ...query, per_page: JUSTCALL_PAGE_SIZE },
        signal,
      });
      const { data, next_page_link, current_page, total_count } = listOf(json, path);
      const next = next_page_link ? pageNumber(next_page_link, path) : null;
      return { items: data, next, number: current_page ?? null, total: total_count ?? null };
    },
  };
}

function vendorOf({ apiKey, apiSecret, ...rest }: JustCallConfig & KeyOptions): VendorClient {
  // The raw pair: neither a scheme nor base64.
  const headers = { Authorization: `${apiKey ?? ""}:${apiSecret ?? ""}` };
  const { baseUrl, limiter, priority, clock, sleep, log, meter } = rest;
  const options = { limiter, priority, clock, sleep, log, meter };
  return vendorClient({ source: "justcall", baseUrl, headers, keyHint: KEY_HINT, ...options });
}

const KEY_HINT = "JUSTCALL_API_KEY and JUSTCALL_API_SECRET";

/** Only the number is taken out of the link: the link forgets the filters, and it names a host. */
function pageNumber(link: string, path: string): number {
  const number = /[?&]page=(\d{1,9})(?:&|#|$)/.exec(link)?.[1];
  if (number === undefined) throw unexpected(`JustCall answered ${path} with a link to a next page that has no number`);
  return Number(number);
}

/** @throws {SourceError} for a failure that JustCall tells of, and for what is no list. */
function listOf(json: unknown, path: string): Envelope {
  assertNoFailure(json, path);
  const answer = Envelope.safeParse(json);
  if (answer.success) return answer.data;
  throw unexpected(`JustCall answered ${path} with something that isn't a list`);
}

/** @throws {SourceError} when JustCall says that it failed: an empty list beside that is no list. */
function assertNoFailure(json: unknown, path: string): void {
  if (Failure.safeParse(json).success) throw unexpected(`JustCall answered ${path} with an error of its own`);
}

function unexpected(message: string): SourceError {
  return new SourceError("justcall", "unexpected-answer", message);
}

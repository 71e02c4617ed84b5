import type { AnswerHeaders } from "../http/answer-headers";
import { type VendorClient, type VendorOptions, type VendorRequest, vendorClient } from "../http/http";
import { SourceError } from "../source-error";
import type { CopperConfig } from "./config";

export const COPPER_PAGE_SIZE = 200;

/** One page of a list. `total` is what Copper says the list holds: an upper bound, and not always there. */
export interface CopperPage {
  readonly items: readonly unknown[];
  readonly total: number | null;
}

/** Which page of which list. The body is the search's own filter. */
export interface PageRequest {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly number: number;
  readonly signal?: AbortSignal;
}

/** Copper's REST API as far as we use it: bare arrays in pages, and a few objects. */
export interface CopperClient {
  /** @throws {SourceError} */
  page(request: PageRequest): Promise<CopperPage>;
  /** @throws {SourceError} */
  get(path: string): Promise<unknown>;
  /** Returns an answer's headers. @throws {SourceError} */
  probe(path: string): Promise<AnswerHeaders>;
  /** Returns one record, or `null` when there is none. @throws {SourceError} */
  record(path: string, signal: AbortSignal): Promise<unknown>;
  /** Changes a setting of the account. @throws {SourceError} */
  send(method: "POST" | "DELETE", path: string, body?: object): Promise<void>;
  usage(): { readonly pages: number; readonly requests: number };
}

type KeyOptions = Pick<VendorOptions, "limiter" | "priority">;

/** Makes a client that counts its requests. All clients of one key share its limiter. */
export function copperClient(config: CopperConfig & KeyOptions): CopperClient {
  const vendor = vendorOf(config);
  let pages = 0;
  return {
    usage: () => ({ pages, requests: vendor.requests() }),
    get: async (path) => (await vendor.request({ method: "GET", path })).json,
    probe: async (path) => (await vendor.request({ method: "GET", path })).headers,
    record: async (path, signal) => (await vendor.request({ method: "GET", path, signal, mayBeMissing: true })).json,
    send: async (method, path, body) => {
      await vendor.request({ method, path, body });
    },
    async page({ path, body, number, signal }) {
      pages += 1;
      // Copper reads the page's number out of the body only.
      const request: VendorRequest = {
        method: "POST",
        path,
        body: { ...body, page_size: COPPER_PAGE_SIZE, page_number: number },
        signal,
      };
      const { json, headers } = await vendor.request(request);
      if (Array.isArray(json)) return { items: json, total: totalOf(headers["x-pw-total"]) };
      throw new SourceError("copper", "unexpected-answer", `Copper answered ${path} with something that isn't a list`);
    },
  };
}

function vendorOf({ baseUrl, apiKey, userEmail, ...rest }: CopperConfig & KeyOptions): VendorClient {
  const headers = {
    "X-PW-AccessToken": apiKey ?? "",
    "X-PW-Application": "developer_api",
    "X-PW-UserEmail": userEmail ?? "",
    "Content-Type": "application/json",
  };
  const { limiter, priority, clock, sleep, log, meter } = rest;
  const options = { limiter, priority, clock, sleep, log, meter };
  return vendorClient({ source: "copper", baseUrl, headers, keyHint: "COPPER_API_KEY", ...options });
}

function totalOf(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,12}$/.test(header.trim()) ? Number(header) : null;
}

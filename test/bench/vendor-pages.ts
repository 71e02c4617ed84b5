import { KEYS, type Urls } from "./vendors";

/** A page of a list as nobody's client but this asks for it. */
export interface PageRequest {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A list that is read page by page. */
export interface PagedList {
  readonly vendor: keyof Urls;
  readonly pageSize: number;
  /** From 0. */
  readonly page: (index: number) => PageRequest;
}

const COPPER_HEADERS = {
  "X-PW-AccessToken": KEYS.copper.key,
  "X-PW-Application": "developer_api",
  "X-PW-UserEmail": KEYS.copper.email,
  "Content-Type": "application/json",
};

/** A search of Copper's: `body` is its filter. */
export function copperList(urls: Urls, { path, body }: { path: string; body: object }): PagedList {
  const page = (index: number): PageRequest => ({
    method: "POST",
    url: `${urls.copper}${path}`,
    headers: COPPER_HEADERS,
    body: JSON.stringify({ ...body, page_number: index + 1, page_size: 200 }),
  });
  return { vendor: "copper", pageSize: 200, page };
}

export function copperGet(urls: Urls, path: string): PageRequest {
  return { method: "GET", url: `${urls.copper}${path}`, headers: COPPER_HEADERS };
}

export function justcallList(
  urls: Urls,
  { path, query }: { path: string; query: Readonly<Record<string, string>> },
): PagedList {
  const headers = { Authorization: `${KEYS.justcall.key}:${KEYS.justcall.secret}` };
  const page = (index: number): PageRequest => {
    const asked = new URLSearchParams({ ...query, order: "asc", per_page: "100", page: String(index) });
    return { method: "GET", url: `${urls.justcall}${path}?${asked}`, headers };
  };
  return { vendor: "justcall", pageSize: 100, page };
}

/** @throws {Error} for any answer but 200. */
export async function records({ url, ...request }: PageRequest): Promise<readonly unknown[]> {
  const answer = await fetch(url, request);
  const json: unknown = await answer.json();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}: ${JSON.stringify(json)}`);
  return Array.isArray(json) ? json : Object(json).data;
}

/** Reads a list page by page until one is short. */
export async function wholeList(
  { pageSize, page }: PagedList,
  asked: (request: PageRequest) => void = () => undefined,
) {
  const found: unknown[] = [];
  for (let index = 0; ; index += 1) {
    const request = page(index);
    asked(request);
    const more = await records(request);
    found.push(...more);
    if (more.length < pageSize) return found;
  }
}

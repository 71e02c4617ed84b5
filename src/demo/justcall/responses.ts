import type { ApiResponse } from "../fake-api/exchange";

/** A request for a list, with what its response depends on. */
export interface ListRequest {
  readonly query: Readonly<Record<string, string>>;
  readonly now: Date;
  /** The zone of `from_datetime` and `to_datetime`. */
  readonly zone: string;
  /** With the base path; page links are absolute. */
  readonly url: string;
  /** Adds `total_count`, which the real API may not always send. */
  readonly totalCount: boolean;
}

export interface Pages {
  /** From 0. */
  readonly page: number;
  readonly perPage: number;
}

const MAX_PER_PAGE = 100;

export function paging(
  query: Readonly<Record<string, string>>,
  defaults: { readonly perPage: number },
): Pages | { readonly refusal: string } {
  const page = Number(query.page ?? 0);
  const perPage = Number(query.per_page ?? defaults.perPage);
  if (!Number.isInteger(page) || page < 0) return { refusal: "page must be a number from 0" };
  if (!Number.isInteger(perPage) || perPage < 1 || perPage > MAX_PER_PAGE) {
    return { refusal: `per_page must be between 1 and ${MAX_PER_PAGE}` };
  }
  return { page, perPage };
}

interface Listing<T> extends Pages, Pick<ListRequest, "url" | "totalCount"> {
  readonly path: string;
  readonly matches: readonly T[];
  /** Index of the page's first record. */
  readonly start: number;
  readonly wire: (record: T) => unknown;
}

/** One page in the envelope that all lists share. As documented, its links carry the page but not the filters. */
export function listPage<T>({ url, totalCount, path, matches, page, perPage, start, wire }: Listing<T>): ApiResponse {
  const data = matches.slice(start, start + perPage).map(wire);
  const link = (to: number): string => `${url}${path}?page=${to}&per_page=${perPage}`;
  const body = {
    status: "success",
    count: data.length,
    ...(totalCount ? { total_count: matches.length } : {}),
    current_page: page,
    per_page: perPage,
    next_page_link: start + perPage < matches.length ? link(page + 1) : null,
    prev_page_link: page > 0 ? link(page - 1) : null,
    data,
  };
  const dropped = { ...body, count: 0, data: [] };
  const none = { ...dropped, ...(totalCount ? { total_count: 0 } : {}), next_page_link: null };
  return {
    status: 200,
    body,
    list: { page: Math.ceil(start / perPage) + 1, dropped: { body: dropped }, none: { body: none } },
  };
}

/** The shape of JustCall's errors. */
export function errorResponse(status: number, message: string): ApiResponse {
  return { status, body: { status: "error", message } };
}

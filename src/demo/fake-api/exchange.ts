/** A request to a fake API; `path` comes after the documented base path. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The parsed JSON body; `undefined` when there was none. */
  readonly body: unknown;
  /** When it arrived, by the fake's clock. */
  readonly at: Date;
}

/** A fake API's response; the body is sent as JSON. */
export interface ApiResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Only for responses that are a page of a list: what faults that empty the page send instead. */
  readonly list?: ListPage;
}

export interface ListPage {
  /** The page's number, from 1, however the vendor numbers pages. */
  readonly page: number;
  /** The page without its records, while the total still names all. */
  readonly dropped: PageResponse;
  /** The page of an empty list. */
  readonly none: PageResponse;
}

export type PageResponse = Pick<ApiResponse, "headers" | "body">;

export const JSON_BODY = { "Content-Type": "application/json; charset=utf-8" } as const;

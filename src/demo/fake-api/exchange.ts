/** What a client asked of a stand-in; `path` is behind the documented base path. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The parsed JSON body; `undefined` when there was none. */
  readonly body: unknown;
  /** By the stand-in's clock. */
  readonly at: Date;
}

/** What a stand-in answers; the body is sent as JSON. */
export interface ApiResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Only on answers that are a page of a list: what faults that empty it need. */
  readonly list?: ListPage;
}

export interface ListPage {
  /** Which page of the list this is, from 1, whatever the vendor's own numbering. */
  readonly page: number;
  /** The page without its records, while the total still names all. */
  readonly dropped: PageResponse;
  /** The page of a list that has nothing at all. */
  readonly none: PageResponse;
}

export type PageResponse = Pick<ApiResponse, "headers" | "body">;

export const JSON_BODY = { "Content-Type": "application/json; charset=utf-8" } as const;

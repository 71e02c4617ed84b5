/** What a client asked of a stand-in; `path` is behind the documented base path. */
export interface VendorRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The parsed JSON body; `undefined` when there was none. */
  readonly body: unknown;
  /** By the stand-in's clock. */
  readonly at: Date;
}

/** What a stand-in answers; the body is sent as JSON. */
export interface Answer {
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
  readonly dropped: PageAnswer;
  /** The page of a list that has nothing at all. */
  readonly none: PageAnswer;
}

export type PageAnswer = Pick<Answer, "headers" | "body">;

export const JSON_BODY = { "Content-Type": "application/json; charset=utf-8" } as const;

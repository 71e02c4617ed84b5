import { type ApiResponse, JSON_BODY, type PageResponse } from "./exchange";
import type { FaultEffect } from "./faults";

/** Bytes to send; `cut` closes the connection before the promised length. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly cut: boolean;
}

/** A response as it is sent when nothing is wrong. */
export function rawResponse({ status, headers, body }: ApiResponse): RawResponse {
  return { status, headers: { ...JSON_BODY, ...headers }, text: JSON.stringify(body), cut: false };
}

/** A response with a fault applied. Faults of lists do not change other responses. */
export function faultyResponse<Account>(response: ApiResponse, effect: FaultEffect<Account>): RawResponse {
  switch (effect.kind) {
    case "status":
      return statusResponse(response, effect);
    case "html":
      return {
        status: 200,
        headers: { "Content-Type": "text/html" },
        text: "<html><body>Sign in</body></html>",
        cut: false,
      };
    case "truncated":
      return { ...rawResponse(response), text: firstHalf(rawResponse(response).text) };
    case "cut":
      return { ...rawResponse(response), cut: true };
    case "wrong-types":
      return rawResponse({ ...response, body: wrongTypes(response.body) });
    case "rewrite":
      return rawResponse({ ...response, body: effect.body(response.body) });
    case "empty":
      return rawResponse(withPage(response, response.list?.none));
    case "drop-pages":
      return rawResponse(
        withPage(response, (response.list?.page ?? 0) >= effect.from ? response.list?.dropped : undefined),
      );
    default:
      return rawResponse(response);
  }
}

/** The first half of a text, which is always shorter than the text. */
export function firstHalf(text: string): string {
  return text.slice(0, Math.floor(text.length / 2));
}

function statusResponse<Account>(
  response: ApiResponse,
  effect: Extract<FaultEffect<Account>, { kind: "status" }>,
): RawResponse {
  const { status, retryAfter, headers, body } = effect;
  const standardHeaders = status === 401 ? {} : response.headers;
  return rawResponse({
    status,
    headers: { ...standardHeaders, ...(retryAfter === undefined ? {} : { "Retry-After": retryAfter }), ...headers },
    body: body ?? { success: false, status, message: `Scripted ${status}` },
  });
}

function withPage(response: ApiResponse, page: PageResponse | undefined): ApiResponse {
  return { ...response, ...page };
}

/** Keeps the shape of the envelope and changes the type of each record's values, as schema drift would. */
function wrongTypes(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(otherType);
  if (isObject(body) && "data" in body) return { ...body, data: wrongTypes(body.data) };
  return otherType(body);
}

function otherType(value: unknown): unknown {
  if (Array.isArray(value)) return "list";
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, otherType(part)]));
  if (typeof value === "number") return `n${value}`;
  if (typeof value === "string") return [value];
  return { was: value };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

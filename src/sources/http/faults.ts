import { SOURCES, type SourceId } from "../../metrics/sources";
import { type Fault, SourceError } from "../source-error";
import type { AnswerHeaders } from "./answer-headers";

/** The outcome of one try: an answer of any status, or none, and why. */
export type Attempt =
  | { readonly kind: "answer"; readonly status: number; readonly text: string; readonly headers: AnswerHeaders }
  | { readonly kind: "nothing"; readonly why: string; readonly cause: Error }
  | { readonly kind: "too-large"; readonly cause: Error };

/** Whom a request goes to, as messages name it. */
export interface SentRequest {
  readonly source: SourceId;
  /** The variables that hold the key. */
  readonly keyHint: string;
  readonly path: string;
}

/** Turns a try into an error whose words hold neither the key nor anything the vendor wrote; `null` for success. */
export function faultOf(tried: Attempt, request: SentRequest): SourceError | null {
  const title = SOURCES[request.source].title;
  if (tried.kind === "nothing") {
    const message = `${title} can't be reached: ${tried.why}`;
    return new SourceError(request.source, "unreachable", message, { cause: tried.cause });
  }
  if (tried.kind === "too-large") {
    const message = `${title} answered ${request.path} with more than 20 MB`;
    return new SourceError(request.source, "unexpected-answer", message, { cause: tried.cause });
  }
  if (tried.status >= 200 && tried.status < 300) return null;
  const [fault, rest] = statusFault(tried.status, request);
  return new SourceError(request.source, fault, `${title} ${rest}`, { status: tried.status });
}

function statusFault(status: number, { keyHint, path }: SentRequest): readonly [Fault, string] {
  if (status === 401) return ["credentials", `key refused (401): an admin must renew it in ${keyHint}`];
  if (status === 403) {
    return [
      "credentials",
      `key may not read ${path} (403): an admin must give it access, or set another in ${keyHint}`,
    ];
  }
  if (status === 429) return ["throttled", "is limiting requests (429)"];
  if (status >= 500 || status === 408) {
    return ["unreachable", `is down (${status})`];
  }
  if (status >= 300 && status < 400) {
    return ["unexpected-answer", `answered ${path} with a redirect (${status}), which is not followed`];
  }
  return ["unexpected-answer", `refused a request to ${path} (${status})`];
}

/** @throws {SourceError} that says what came in place of JSON. */
export function jsonOf(text: string, { source, path }: SentRequest): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const message = `${SOURCES[source].title} answered ${path} with ${kindOf(text.trim())}, not with JSON`;
    throw new SourceError(source, "unexpected-answer", message);
  }
}

/** What gateways say that have no way to the vendor: `{"message":"Not Found"}`, of some with a number of the request beside it. */
const A_GATEWAYS = /^(?:message|request_?id)$/i;

/**
 * Whether a 404 is the vendor's own, who says in an object that a record does not exist: a proxy says it in a page, or in nothing, and a
 * gateway in a message alone.
 */
export function isNoRecord(text: string): boolean {
  try {
    const said: unknown = JSON.parse(text);
    if (typeof said !== "object" || said === null || Array.isArray(said)) return false;
    return !Object.keys(said).every((key) => A_GATEWAYS.test(key));
  } catch {
    return false;
  }
}

/** @throws {SourceError} for `null` in place of a record, which does not say that there is none. */
export function recordOf(text: string, request: SentRequest): unknown {
  const json = jsonOf(text, request);
  if (json !== null) return json;
  const message = `${SOURCES[request.source].title} answered ${request.path} with null, not with a record`;
  throw new SourceError(request.source, "unexpected-answer", message);
}

function kindOf(text: string): string {
  if (text === "") return "nothing";
  if (text.startsWith("<")) return "an HTML page";
  if (/^[[{]/.test(text)) return `something that breaks off or is garbled after ${text.length} characters`;
  return `text of ${text.length} characters`;
}

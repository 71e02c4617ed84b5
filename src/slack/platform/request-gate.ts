import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { HTTPModuleFunctions } from "@slack/bolt";
import { sha256 } from "../../lib/sha256";
import { endsWithin } from "../../lib/sleep";
import type { Log } from "../../log";
import type { IdempotencyStore } from "./idempotency-store";
import { payloadFault } from "./payload-shape";
import { headerFault, isSlacks, MAX_SLACK_BYTES, refuseUnread } from "./request-bounds";
import type { SignatureWatch } from "./signature-watch";

/** How long a signature may take to look up: Slack waits three seconds for its answer. */
const LOOKUP_MS = 500;
/** So many signatures are kept in memory, for when the database does not answer. */
const MAX_KEPT = 20_000;

interface GateDeps {
  readonly signingSecret: string;
  /** Another base for Slack's methods, on whose host a `response_url` may be, too. */
  readonly apiUrl?: string | undefined;
  /** Signatures of requests that were accepted, over all processes. */
  readonly signatures: Pick<IdempotencyStore, "first">;
  readonly signatureWatch: Pick<SignatureWatch, "accepted" | "refused">;
  readonly clock: () => number;
  /** A short id that an answer of 500 and the log share. */
  readonly reference: () => string;
  readonly log: Log;
}

/**
 * A listener that hands to Bolt what comes from Slack, and nothing else: it refuses with 401 what has no fresh signature
 * before it reads a body, with 413 what is longer than 512 KB, and with 400 what is no object, which would end the
 * process, or holds something else than Slack sends in a field that is read. A request that arrives a second time is answered with 200 and does nothing. Other paths are not looked at.
 */
export function gatedListener(bolt: RequestListener, deps: GateDeps): RequestListener {
  const isFirst = firstUse(deps);
  const gate = async (request: IncomingMessage, response: ServerResponse) => {
    const fault = headerFault(request.headers, deps.clock() / 1_000);
    if (fault !== null) return refuseUnread(response, fault);
    const status = await bodyFault(request, deps);
    if (status !== null) return refuseUnread(response, status);
    if (await isFirst(String(request.headers["x-slack-signature"]))) return bolt(request, response);
    deps.log.warn({}, "A request of Slack's arrived a second time: nothing was done");
    response.writeHead(200).end();
  };
  return (request, response) => {
    if (!isSlacks(request)) return bolt(request, response);
    gate(request, response).catch((error: unknown) => {
      const reference = deps.reference();
      deps.log.error({ reference, error }, "A request of Slack's could not be taken");
      if (!response.headersSent) response.writeHead(500);
      response.end(`reference: ${reference}`);
    });
  };
}

/** Reads the body, which Bolt finds read, and says with which status it is refused. */
async function bodyFault(
  request: IncomingMessage,
  { signingSecret, apiUrl, signatureWatch, log }: GateDeps,
): Promise<400 | 401 | 413 | null> {
  const options = { enabled: true, signingSecret, bodyLimit: MAX_SLACK_BYTES };
  try {
    const buffered = await HTTPModuleFunctions.parseAndVerifyHTTPRequest(options, request);
    const body = bodyOf(buffered);
    signatureWatch.accepted(tokenOf(body));
    const field = isObject(body) ? payloadFault(body, apiUrl) : "";
    if (field === null) return null;
    log.warn({ field }, "A signed request of Slack's is not as Slack sends them: it was refused");
    return 400;
  } catch (error) {
    if (HTTPModuleFunctions.isRawBodyError(error)) return 413;
    signatureWatch.refused({ isOurs: false, token: null });
    return 401;
  }
}

function bodyOf(request: Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0]): unknown {
  try {
    return HTTPModuleFunctions.parseHTTPRequestBody(request);
  } catch {
    return null;
  }
}

/** The app's verification token; `null` where a body has none. */
function tokenOf(body: unknown): string | null {
  const token: unknown = isObject(body) ? Reflect.get(body, "token") : null;
  return typeof token === "string" ? token : null;
}

function isObject(body: unknown): body is object {
  return typeof body === "object" && body !== null && !Array.isArray(body);
}

/** Tells whether a signature is seen for the first time; where the database does not say so at once, memory decides. */
function firstUse({ signatures, log }: GateDeps): (signature: string) => Promise<boolean> {
  const kept = new Set<string>();
  return async (signature) => {
    const key = `request:${sha256(signature)}`;
    if (kept.has(key)) return false;
    kept.add(key);
    for (const oldest of kept) {
      if (kept.size <= MAX_KEPT) break;
      kept.delete(oldest);
    }
    let first = true;
    const work = signatures.first(key).then((answer) => {
      first = answer;
    });
    const failed = (error: unknown) => log.warn({ error }, "A signature was looked up in memory alone");
    if (!(await endsWithin(LOOKUP_MS, { work: work.catch(failed) }))) failed("the database did not answer in time");
    return first;
  };
}

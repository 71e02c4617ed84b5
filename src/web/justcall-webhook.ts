import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import {
  isTimely,
  justcallEvent,
  PING,
  SIGNATURE_HEADER,
  signatureOf,
  TIME_HEADER,
  VERSION_HEADER,
} from "../sources/justcall/webhook";
import { isSecret } from "./bearer";
import { answer, jsonBody, type WebRoute } from "./endpoint";
import { refuse, refuseBody, saveAndAnswer, WEBHOOK_BYTES, type WebhookDeps } from "./webhook-answer";

export interface JustCallWebhookDeps extends WebhookDeps {
  /** JustCall's API secret, which signs; if unset, the endpoint refuses every request. */
  readonly secret: string | undefined;
  /** Our address as JustCall knows it, without the path; without one nothing can be verified. */
  readonly publicUrl: () => string | undefined;
  readonly now: () => Date;
}

const PATH = "/webhooks/justcall";
const Sent = z.object({ type: z.string().max(100), webhook_url: z.string().optional() });

/** `POST /webhooks/justcall`: what JustCall signed for our own address, and lately, may name a call to be read again. */
export function justcallWebhookRoute(deps: JustCallWebhookDeps): WebRoute {
  return { path: PATH, method: "POST", handler: (request, response) => serve(request, response, deps) };
}

async function serve(request: IncomingMessage, response: ServerResponse, deps: JustCallWebhookDeps): Promise<void> {
  try {
    const body = await jsonBody(request, WEBHOOK_BYTES);
    const sent = Sent.safeParse(body);
    if (sent.data?.type === PING) return answer(response, { status: 200, body: { ignored: "a question, not news" } });
    const why = sent.success ? fault({ ...sent.data, headers: request.headers }, deps) : "It has no type";
    if (!sent.success || why !== null) return refuse(response, { why: why ?? "", log: deps.log });
    await saveAndAnswer(justcallEvent(sent.data.type, body), { response, deps });
  } catch (error) {
    refuseBody(error, response);
  }
}

interface Claimed {
  readonly type: string;
  readonly webhook_url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** Why the event is not from JustCall, for us, and recent; `null` when it is. The body is not signed, so its address proves nothing. */
function fault(
  { type, webhook_url, headers }: Claimed,
  { secret, publicUrl, now }: JustCallWebhookDeps,
): string | null {
  const base = publicUrl();
  if (secret === undefined || base === undefined) return "PUBLIC_URL and JUSTCALL_API_SECRET are not both set";
  const url = `${base}${PATH}`;
  const time = headers[TIME_HEADER];
  if (headers[VERSION_HEADER] !== "v1") return `Only version v1 is understood in ${VERSION_HEADER}`;
  if (typeof time !== "string" || !isTimely(time, now())) return `The time in ${TIME_HEADER} is not about now`;
  if (!isSecret(headers[SIGNATURE_HEADER], signatureOf({ secret, url, type, time }))) {
    return `The signature in ${SIGNATURE_HEADER} is not of this address, type and time`;
  }
  return webhook_url === undefined || webhook_url === url ? null : "It was sent to another address";
}

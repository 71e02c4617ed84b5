import type { IncomingMessage, ServerResponse } from "node:http";
import { copperEvent, SECRET_HEADER } from "../sources/copper/webhook";
import { isSecret } from "./bearer";
import { jsonBody, type WebRoute } from "./endpoint";
import { refuse, refuseBody, takeAndAnswer, WEBHOOK_BYTES, type WebhookNeeds } from "./webhook-answer";

export interface CopperWebhookNeeds extends WebhookNeeds {
  /** The current one, and while they change the next; with none the door is shut. */
  readonly secrets: readonly string[];
}

/** `POST /webhooks/copper`: whoever sends the secret in the header may name records to be read again. */
export function copperWebhookRoute(needs: CopperWebhookNeeds): WebRoute {
  return { path: "/webhooks/copper", method: "POST", handler: (request, response) => serve(request, response, needs) };
}

async function serve(request: IncomingMessage, response: ServerResponse, needs: CopperWebhookNeeds): Promise<void> {
  const { secrets, log } = needs;
  // All are compared, so that the time tells nothing of which one it was.
  const matching = secrets.filter((secret) => isSecret(request.headers[SECRET_HEADER], secret));
  if (matching.length === 0) {
    request.resume();
    const why = secrets.length === 0 ? "COPPER_WEBHOOK_SECRET is not set" : `Send the secret in ${SECRET_HEADER}`;
    return refuse(response, { why, log });
  }
  try {
    await takeAndAnswer(copperEvent(await jsonBody(request, WEBHOOK_BYTES)), { response, needs });
  } catch (error) {
    refuseBody(error, response);
  }
}

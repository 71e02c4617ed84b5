import type { IncomingMessage, ServerResponse } from "node:http";
import { copperEvent, SECRET_HEADER } from "../sources/copper/webhook";
import { isSecret } from "./bearer";
import { jsonBody, type WebRoute } from "./endpoint";
import { refuse, refuseBody, saveAndAnswer, WEBHOOK_BYTES, type WebhookDeps } from "./webhook-answer";

export interface CopperWebhookDeps extends WebhookDeps {
  /** The current secret, and while it changes the next; with none the endpoint refuses every request. */
  readonly secrets: readonly string[];
}

/** `POST /webhooks/copper`: whoever sends the secret in the header may name records to be read again. */
export function copperWebhookRoute(deps: CopperWebhookDeps): WebRoute {
  return { path: "/webhooks/copper", method: "POST", handler: (request, response) => serve(request, response, deps) };
}

/** Makes the check whether a request carries a secret of Copper's. */
export function hasCopperSecret(secrets: readonly string[]): (request: Pick<IncomingMessage, "headers">) => boolean {
  // All are compared, so that the time does not reveal which one it was.
  return ({ headers }) => secrets.filter((secret) => isSecret(headers[SECRET_HEADER], secret)).length > 0;
}

async function serve(request: IncomingMessage, response: ServerResponse, deps: CopperWebhookDeps): Promise<void> {
  const { secrets, log } = deps;
  if (!hasCopperSecret(secrets)(request)) {
    request.resume();
    const why = secrets.length === 0 ? "COPPER_WEBHOOK_SECRET is not set" : `Send the secret in ${SECRET_HEADER}`;
    return refuse(response, { why, log });
  }
  try {
    await saveAndAnswer(copperEvent(await jsonBody(request, WEBHOOK_BYTES)), { response, deps });
  } catch (error) {
    refuseBody(error, response);
  }
}

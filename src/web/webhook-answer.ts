import type { ServerResponse } from "node:http";
import type { Log } from "../log";
import type { ParsedEvent, WebhookEvent } from "../sources/webhook-event";
import { answer, BodyError } from "./endpoint";

/** A webhook only names records: a longer body is none. */
export const WEBHOOK_BYTES = 262_144;

/** What every webhook endpoint depends on. */
export interface WebhookDeps {
  /** Stores an event, to be processed later; answers whether it was new. */
  readonly acceptEvent: (event: WebhookEvent) => Promise<boolean>;
  readonly log: Log;
}

/**
 * Stores a verified event and answers 200 before it is processed: the vendors wait for seconds only.
 * An event that asks for nothing is answered 200 too, since sending it again would change nothing.
 */
export async function saveAndAnswer(
  read: ParsedEvent,
  { response, deps: { acceptEvent, log } }: { response: ServerResponse; deps: WebhookDeps },
): Promise<void> {
  if (read.kind === "ignored") {
    log.debug({ why: read.why }, "a webhook was ignored");
    return answer(response, { status: 200, body: { ignored: read.why } });
  }
  const isNew = await acceptEvent(read.event);
  answer(response, { status: 200, body: isNew ? { taken: read.event.records.length } : { ignored: "it came before" } });
}

/** Refuses a request of an unknown sender. */
export function refuse(response: ServerResponse, { why, log }: { why: string; log: Log }): void {
  log.warn({ why }, "A webhook was refused");
  answer(response, { status: 401, body: { error: why } });
}

/** Answers a body that is too long or no JSON. @throws whatever else it is handed. */
export function refuseBody(error: unknown, response: ServerResponse): void {
  if (!(error instanceof BodyError)) throw error;
  const why = error.status === 413 ? error.message : "The body is no JSON";
  answer(response, { status: error.status, body: { error: why } });
}

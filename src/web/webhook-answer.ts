import type { ServerResponse } from "node:http";
import type { Log } from "../log";
import type { EventRead, WebhookEvent } from "../sources/webhook-event";
import { answer, BodyError } from "./endpoint";

/** A webhook names records, no more: what is longer is none. */
export const WEBHOOK_BYTES = 262_144;

/** What every webhook's door is handed. */
export interface WebhookDeps {
  /** Keeps a hint, to be worked off later. */
  readonly acceptEvent: (hint: WebhookEvent) => Promise<boolean>;
  readonly log: Log;
}

/**
 * Keeps what a verified message asks for and answers 200, before any of it is done: the vendors wait for seconds only.
 * What there is nothing to do about is answered 200 too, since sending it again would change nothing.
 */
export async function saveAndAnswer(
  read: EventRead,
  { response, deps: { acceptEvent, log } }: { response: ServerResponse; deps: WebhookDeps },
): Promise<void> {
  if (read.kind === "ignored") {
    log.debug({ why: read.why }, "a webhook was ignored");
    return answer(response, { status: 200, body: { ignored: read.why } });
  }
  const isNew = await acceptEvent(read.event);
  answer(response, { status: 200, body: isNew ? { taken: read.event.records.length } : { ignored: "it came before" } });
}

/** Refuses what nobody whom we know sent. */
export function refuse(response: ServerResponse, { why, log }: { why: string; log: Log }): void {
  log.debug({ why }, "a webhook was refused");
  answer(response, { status: 401, body: { error: why } });
}

/** Answers a body that is too long or no JSON. @throws whatever else it is handed. */
export function refuseBody(error: unknown, response: ServerResponse): void {
  if (!(error instanceof BodyError)) throw error;
  const why = error.status === 413 ? error.message : "The body is no JSON";
  answer(response, { status: error.status, body: { error: why } });
}

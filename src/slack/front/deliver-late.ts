import type { Sleep } from "../../lib/sleep";
import type { Log } from "../../log";
import { apology } from "../middleware/errors";
import { NotTaken, untilTaken } from "../middleware/until-taken";
import { slackFetch } from "../platform/slack-fetch";
import { ephemeral } from "../ui/blocks";
import type { LateAnswer } from "./acknowledge";

/** What late answers need. */
export interface LateDeps {
  /** Another base for Slack's methods, on whose host a `response_url` may be, too. */
  readonly apiUrl: string | undefined;
  /** A short id that a person is told and the log has. */
  readonly reference: () => string;
  readonly log: Pick<Log, "warn">;
  /** Waits before the next try; the process's own timer when unset. */
  readonly sleep?: Sleep;
}

/**
 * Brings the answer of a command that was acknowledged without it to where the command was typed: help, a refusal, or that a sync begins,
 * and never a figure, so that it is rather shown twice than lost. A refusal or a failure is logged and, to whoever typed, answered with
 * its reference. Never rejects.
 */
export async function deliverLate({ responseUrl, status, isJson, text }: LateAnswer, deps: LateDeps): Promise<void> {
  const isTaken = status !== null && status < 300;
  if (isTaken) {
    if (responseUrl !== null && text !== "") await post(responseUrl, isJson ? text : JSON.stringify({ text }), deps);
    return;
  }
  // The process says it in an answer of 500, and has logged it under the same reference.
  const reference = /^reference: (\S+)$/.exec(text)?.[1] ?? deps.reference();
  deps.log.warn({ reference, status }, "A request of Slack's failed or was refused after it was acknowledged");
  if (responseUrl !== null) await post(responseUrl, JSON.stringify(ephemeral(apology(reference))), deps);
}

async function post(url: string, body: string, { apiUrl, log, sleep }: LateDeps): Promise<void> {
  const headers = { "content-type": "application/json" };
  const once = async () => {
    const { status } = await slackFetch(apiUrl)(url, { method: "POST", headers, body });
    if (status >= 300) throw new NotTaken(status);
  };
  try {
    await untilTaken(once, sleep);
  } catch (error) {
    if (error instanceof NotTaken) log.warn({ status: error.statusCode }, "Slack did not take a command's late answer");
    else log.warn({ error }, "A command's late answer could not be delivered");
  }
}

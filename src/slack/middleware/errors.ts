import type { SlackDeps } from "../deps";
import { type Message, sectionMessage } from "../ui/blocks";
import { untilTaken } from "./until-taken";

type ErrorDeps = Pick<SlackDeps, "reference" | "log" | "sleep">;

interface Attempt {
  /** What was being done, for the log: "/sync". */
  readonly doing: string;
  readonly userId: string;
  /** Answers the person, privately. */
  readonly reply: (answer: Message) => Promise<unknown>;
}

/** Does the work of a listener; when that fails, logs why and answers the person. Never rejects. */
export async function withErrorReply(deps: ErrorDeps, { doing, userId, reply }: Attempt, work: () => Promise<unknown>) {
  try {
    await work();
  } catch (error) {
    const answer = reportError(deps, { doing, userId, error });
    try {
      await untilTaken(() => reply(answer), deps.sleep);
    } catch (undelivered) {
      // A request without a response_url has no place to answer in, and Bolt no function for it.
      deps.log.warn({ doing, userId, error: undelivered }, "An answer about trouble could not be delivered");
    }
  }
}

/** Logs an error under a new reference and returns the one error reply, which names nothing else of the error. */
export function reportError(
  deps: ErrorDeps,
  { doing, userId, error }: { doing: string; userId: string; error: unknown },
): Message {
  const reference = deps.reference();
  deps.log.error({ reference, doing, userId, error }, "A request from Slack failed");
  return apology(reference);
}

/** The one error reply, under a reference that is also in the log. */
export function apology(reference: string): Message {
  return sectionMessage(
    `Sorry, something went wrong on our side. Try again in a minute. If it happens again, give whoever runs Paceline this reference: ${reference}`,
  );
}

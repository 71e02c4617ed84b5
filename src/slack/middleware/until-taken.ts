import { type Sleep, sleep } from "../../lib/sleep";

/** How long is waited before the second try and before the third, in milliseconds. */
const AGAIN_AFTER_MS = [1_000, 5_000];

/**
 * Posts to a `response_url` what had better be shown twice than never, three times at most: again where nothing tells that Slack has it.
 * A process that stood still finds its connections closed by Slack, each only as it is used, so that two posts in a row get lost.
 *
 * @throws what the last try came to, and at once what Slack refuses or a client has tried again by itself.
 */
export async function untilTaken(post: () => Promise<unknown>, wait: Sleep = sleep): Promise<void> {
  for (const pauseMs of AGAIN_AFTER_MS) {
    try {
      await post();
      return;
    } catch (error) {
      if (!mayBeLost(error)) throw error;
    }
    await wait(pauseMs);
  }
  await post();
}

/** Slack answered what was posted to a `response_url` with this status. */
export class NotTaken extends Error {
  override readonly name = "NotTaken";
  constructor(readonly statusCode: number) {
    super(`Slack answered a response with ${statusCode}`);
  }
}

/** Tells whether Slack didn't answer a post, or answered that its own side failed (5xx); Bolt's errors have the status, too. */
function mayBeLost(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const [name, cause, statusCode]: unknown[] = ["name", "cause", "statusCode"].map((key) => Reflect.get(error, key));
  if (typeof statusCode === "number") return statusCode >= 500;
  // What `fetch` says of a connection has its cause; a fault of the code has none.
  return name === "TimeoutError" || (name === "TypeError" && cause !== undefined);
}

import type { Json } from "../json";

/** Slack says no: the `error` of its answer, and what else stands beside it. */
export class SlackError extends Error {
  constructor(
    readonly code: string,
    readonly details: Json = {},
  ) {
    super(code);
  }
}

/** Arguments that Slack does not take, with its words for why. */
export function invalidArguments(...messages: readonly string[]): SlackError {
  return new SlackError("invalid_arguments", {
    response_metadata: { messages: messages.map((each) => `[ERROR] ${each}`) },
  });
}

import type { Json } from "../json";

/** An error response of Slack: its `error` code, and further fields. */
export class SlackError extends Error {
  constructor(
    readonly code: string,
    readonly details: Json = {},
  ) {
    super(code);
  }
}

/** The error for invalid arguments, with Slack's messages about them. */
export function invalidArguments(...messages: readonly string[]): SlackError {
  return new SlackError("invalid_arguments", {
    response_metadata: { messages: messages.map((each) => `[ERROR] ${each}`) },
  });
}

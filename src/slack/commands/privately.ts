import type { Message } from "../views/blocks";

/** A message that only whoever typed the command sees. */
export function privately(message: Message): Message & { readonly response_type: "ephemeral" } {
  return { response_type: "ephemeral", ...message };
}

import type { Message } from "../ui/blocks";

/** A message that only whoever typed the command sees. */
export function ephemeral(message: Message): Message & { readonly response_type: "ephemeral" } {
  return { response_type: "ephemeral", ...message };
}

/** What takes the place of the message whose button was pressed. */
export function inPlace(message: Message) {
  return { response_type: "ephemeral" as const, replace_original: true, ...message };
}

import { blockFaults } from "../../../src/demo/slack/rules/blocks";
import { fits, type Message } from "../../../src/slack/ui/blocks";

/** Names as nobody should have them: long, with pings, formats, directions and pairs of code units. */
export const HOSTILE_NAMES = ["<!channel> *x* & ‮`evil`\u0000 ".repeat(20), "😀".repeat(200), "<&>".repeat(200), "  "];

/** What Slack would refuse about a message, and what could ping somebody; empty when it is harmless. */
export function messageFaults(message: Message): readonly string[] {
  const said = JSON.stringify(message);
  return [
    ...blockFaults(message.blocks, "message"),
    ...(fits(message) ? [] : ["does not fit"]),
    ...(said.includes("<!") || said.includes("<@") ? ["pings"] : []),
    ...(/\u202e|\\u0000/.test(said) ? ["holds control characters"] : []),
  ];
}

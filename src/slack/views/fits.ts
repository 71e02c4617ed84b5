import type { Message } from "./blocks";

/** Slack refuses a message whose blocks hold more than about 13,200 characters of JSON. */
const BLOCKS_JSON = 12_500;
const MOST_BLOCKS = 50;
const SECTION = 3_000;
const HEADER = 150;
/** `chat.update` takes no longer text; measured after escaping. */
const TEXT = 4_000;

/** Whether Slack takes the message, posted or as an edit. */
export function fits({ text, blocks }: Message): boolean {
  return (
    text.length <= TEXT &&
    blocks.length <= MOST_BLOCKS &&
    JSON.stringify(blocks).length <= BLOCKS_JSON &&
    blocks.every((block) => {
      if (block.type === "section") return (block.text?.text.length ?? 0) <= SECTION;
      return block.type !== "header" || block.text.text.length <= HEADER;
    })
  );
}

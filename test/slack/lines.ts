import type { KnownBlock } from "@slack/types";

/** What a person reads, line by line: headings with `#`, buttons as `[action_id]`. */
export function lines(blocks: readonly KnownBlock[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type === "section") return (block.text?.text ?? "").split("\n");
    if (block.type === "header") return [`# ${block.text.text}`];
    if (block.type === "context") return block.elements.flatMap((one) => ("text" in one ? [one.text] : []));
    return block.type === "actions" ? block.elements.map((one) => `[${"action_id" in one ? one.action_id : ""}]`) : [];
  });
}

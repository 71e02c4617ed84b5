import type { KnownBlock, RichTextBlock } from "@slack/types";

/** What a person reads, line by line: headings with `#`, buttons as `[action_id]`. */
export function lines(blocks: readonly KnownBlock[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type === "section") return (block.text?.text ?? "").split("\n");
    if (block.type === "header") return [`# ${block.text.text}`];
    if (block.type === "context") return block.elements.flatMap((one) => ("text" in one ? [one.text] : []));
    if (block.type === "rich_text") return richLines(block);
    return block.type === "actions" ? block.elements.map((one) => `[${"action_id" in one ? one.action_id : ""}]`) : [];
  });
}

/** The action_ids of everything that can be pressed or chosen. */
export function pressable(blocks: readonly KnownBlock[]): readonly string[] {
  return blocks.flatMap((block) => {
    const elements = block.type === "actions" ? block.elements : [];
    const beside = block.type === "section" && block.accessory !== undefined ? [block.accessory] : [];
    return [...elements, ...beside].flatMap((one) => ("action_id" in one ? [one.action_id ?? ""] : []));
  });
}

function richLines({ elements }: RichTextBlock): readonly string[] {
  return elements.flatMap((part) =>
    part.type === "rich_text_list"
      ? []
      : part.elements.flatMap((one) => (one.type === "text" ? one.text.split("\n") : [])),
  );
}

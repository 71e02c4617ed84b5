import type { KnownBlock, RichTextBlock, SectionBlock } from "@slack/types";
import { blockFaults } from "../../../src/demo/slack/rules/blocks";
import { fits, type Message } from "../../../src/slack/ui/blocks";

/**
 * What a person reads, line by line: headings with `#`, buttons as `[action_id]`, dates as they are where Slack shows
 * no clock of the reader's.
 */
export function lines(blocks: readonly KnownBlock[]): readonly string[] {
  const seen = (line: string) =>
    line
      .replace(/<!date\^\d+\^[^|<>]*\|([^<>]*)>/g, "$1")
      .replaceAll("\u00a0", " ")
      .replaceAll("\u2060", "");
  return linesOf(blocks).map(seen);
}

function linesOf(blocks: readonly KnownBlock[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type === "section") return [...(block.text?.text.split("\n") ?? []), ...fieldRows(block)];
    if (block.type === "header") return [`# ${block.text.text}`];
    if (block.type === "context") return block.elements.flatMap((one) => ("text" in one ? one.text.split("\n") : []));
    if (block.type === "rich_text") return richLines(block);
    return block.type === "actions" ? block.elements.map((one) => `[${"action_id" in one ? one.action_id : ""}]`) : [];
  });
}

/** A line a row: Slack sets fields in two columns. */
function fieldRows({ fields = [] }: SectionBlock): readonly string[] {
  return fields.flatMap(({ text }, at) => (at % 2 === 0 ? [[text, fields[at + 1]?.text ?? ""].join(" | ")] : []));
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

/** What the green buttons say, beside rows and below them. */
export function greenButtons(blocks: readonly KnownBlock[]): readonly string[] {
  const beside = blocks.flatMap((block) => (block.type === "section" ? [block.accessory] : []));
  const below = blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
  return [...beside, ...below].flatMap((one) =>
    one?.type === "button" && one.style === "primary" ? [one.text.text] : [],
  );
}

/** Names as nobody should have them: long, with pings, formats, directions and pairs of code units. */
export const HOSTILE_NAMES = ["<!channel> *x* & ‮`evil`\u0000 ".repeat(20), "😀".repeat(200), "<&>".repeat(200), "  "];

/** What Slack would refuse about a message, and what could ping somebody; empty when it is harmless. */
export function messageFaults(message: Message): readonly string[] {
  // What a screen reader says of a button is plain text, which pings nobody, and neither do Slack's own dates.
  const read = JSON.stringify(message, (key, value: unknown) => (key === "accessibility_label" ? undefined : value));
  const said = read.replace(/<!date\^\d+\^[^|<>]*\|[^<>]*>/g, "");
  return [
    ...blockFaults(message.blocks, "message"),
    ...(fits(message) ? [] : ["does not fit"]),
    ...(said.includes("<!") || said.includes("<@") ? ["pings"] : []),
    ...(/\u202e|\\u0000/.test(said) ? ["holds control characters"] : []),
  ];
}

/** A message to one reader without the mentions by id that it means; what is left of them a name made. */
export function unmentioned(message: Message): Message {
  return {
    ...message,
    blocks: JSON.parse(JSON.stringify(message.blocks).replace(/\*(?:Start with )?<@U\d+>\*/g, "*Ana*")),
  };
}

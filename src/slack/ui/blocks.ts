import type {
  ActionsBlock,
  Block,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  KnownBlock,
  SectionBlock,
} from "@slack/types";
import { plainLabel } from "./text";

/** A message: blocks, and the same in plain words for notifications and screen readers. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Mrkdwn as it stands: `verbatim` keeps Slack from making links of what looks like one. */
export function section(text: string): SectionBlock {
  return { type: "section", text: { type: "mrkdwn", text, verbatim: true } };
}

export function context(text: string): ContextBlock {
  return { type: "context", elements: [{ type: "mrkdwn", text, verbatim: true }] };
}

export function header(text: string): HeaderBlock {
  return { type: "header", text: { type: "plain_text", text, emoji: true } };
}

/** Slack takes 3,000 characters in a section; escaping needs some of them. */
const SECTIONS_LIMIT = 2_800;

export const DIVIDER: DividerBlock = { type: "divider" };

/** A message of one section. */
export function sectionMessage(text: string): Message {
  return { text, blocks: [section(text)] };
}

/** Puts lines into as few sections as hold them; a line has at most 2,800 characters. */
export function sections(lines: readonly string[]): readonly SectionBlock[] {
  const chunks: string[] = [];
  for (const line of lines) {
    const last = chunks.at(-1);
    if (last !== undefined && last.length + line.length < SECTIONS_LIMIT)
      chunks[chunks.length - 1] = `${last}\n${line}`;
    else chunks.push(line);
  }
  return chunks.map(section);
}

/** Slack refuses a message whose blocks hold more than about 13,200 characters of JSON. */
const BLOCKS_JSON_LIMIT = 12_500;
const MAX_BLOCKS = 50;
const SECTION_LIMIT = 3_000;
const HEADER_LIMIT = 150;
/** `chat.update` takes no longer text; measured after escaping. */
const TEXT_LIMIT = 4_000;

/** Checks whether Slack accepts the message, posted or as an edit. */
export function fits({ text, blocks }: Message): boolean {
  return (
    text.length <= TEXT_LIMIT &&
    fitsTogether(blocks) &&
    blocks.every((block) => {
      if (block.type === "section") return (block.text?.text.length ?? 0) <= SECTION_LIMIT;
      return block.type !== "header" || block.text.text.length <= HEADER_LIMIT;
    })
  );
}

/** Checks whether Slack takes so many blocks in one message, whatever each holds. */
export function fitsTogether(blocks: readonly Block[]): boolean {
  return blocks.length <= MAX_BLOCKS && JSON.stringify(blocks).length <= BLOCKS_JSON_LIMIT;
}

export function plainText(text: string): { type: "plain_text"; text: string; emoji: true } {
  return { type: "plain_text", text, emoji: true };
}

/** A button; what a screen reader says of it may quote foreign text. */
export function button(
  action: string,
  label: string,
  more: Partial<Pick<Button, "value" | "url" | "style" | "confirm" | "accessibility_label">> = {},
): Button {
  const { accessibility_label: said } = more;
  const labelled = said === undefined ? {} : { accessibility_label: plainLabel(said) };
  return { type: "button", action_id: action, text: plainText(label), ...more, ...labelled };
}

export function actions(elements: ActionsBlock["elements"]): ActionsBlock {
  return { type: "actions", elements };
}

/** A message that only whoever typed the command sees. */
export function ephemeral<M extends { readonly text: string }>(
  message: M,
): M & { readonly response_type: "ephemeral" } {
  return { response_type: "ephemeral", ...message };
}

/** What whoever pressed sees alone, below the message whose button it was, which stays. */
export function below<M extends { readonly text: string }>(message: M) {
  return { ...ephemeral(message), replace_original: false };
}

/** What takes the place of the message whose button was pressed. */
export function inPlace<M extends { readonly text: string }>(message: M) {
  return { response_type: "ephemeral" as const, replace_original: true, ...message };
}

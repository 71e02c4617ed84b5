import type { ContextBlock, DividerBlock, HeaderBlock, KnownBlock, SectionBlock } from "@slack/types";

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

export const DIVIDER: DividerBlock = { type: "divider" };

/** A message of one section. */
export function sectionMessage(text: string): Message {
  return { text, blocks: [section(text)] };
}

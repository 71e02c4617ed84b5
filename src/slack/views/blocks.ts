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

/** Of a section's 3,000 characters. */
const SECTION = 2_800;

export const DIVIDER: DividerBlock = { type: "divider" };

/** A message of one section. */
export function sectionMessage(text: string): Message {
  return { text, blocks: [section(text)] };
}

/** Lines in as few sections as hold them; a line has at most 2,800 characters. */
export function sections(lines: readonly string[]): readonly KnownBlock[] {
  const chunks: string[] = [];
  for (const line of lines) {
    const last = chunks.at(-1);
    if (last !== undefined && last.length + line.length < SECTION) chunks[chunks.length - 1] = `${last}\n${line}`;
    else chunks.push(line);
  }
  return chunks.map(section);
}

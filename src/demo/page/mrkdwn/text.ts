import { emojiData } from "slack-to-html/emoji";

const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** The three characters that Slack escapes, as they are meant; each once, so that `&amp;lt;` is `&lt;`. */
export function decoded(text: string): string {
  return text.replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Apps may write `>` at a line's head for a quote; what reads it knows only the escaped one. */
export function withQuoteMarks(text: string): string {
  return text.replace(/^>/gm, "&gt;");
}

const AFTER_CODE = "\ufeff";

/** Slack ends code before these too; what reads it knows only other ends, so an unseen one stands between. */
export function withCodeEnds(text: string): string {
  return text.replace(/`[^`\n]+`/g, (code, at: number) => {
    return /^[:;"'/|]/.test(text.slice(at + code.length)) ? `${code}${AFTER_CODE}` : code;
  });
}

/** The text without what `withCodeEnds` put there. */
export function withoutCodeEnds(text: string): string {
  return text.replaceAll(AFTER_CODE, "");
}

/** The picture of one of Slack's names: `tada`, `+1`; `undefined` when it has none. */
export function emojiNamed(name: string): string | undefined {
  const codes = Object.hasOwn(emojiData, name) ? emojiData[name] : undefined;
  if (codes === undefined) return undefined;
  return String.fromCodePoint(...codes.split("-").map((code) => Number.parseInt(code, 16)));
}

/** Plain text with Slack's names replaced by their pictures; what is no name stays. */
export function withEmoji(text: string): string {
  return text.replace(/:([a-z0-9_+'-]+)(?:::skin-tone-[2-6])?:/g, (source, name: string) => emojiNamed(name) ?? source);
}

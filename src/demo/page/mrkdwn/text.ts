import { emojiData } from "slack-to-html/emoji";

const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** Decodes the three characters that Slack escapes, each once, so that `&amp;lt;` becomes `&lt;`. */
export function decoded(text: string): string {
  return text.replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Escapes `>` at the start of a line: apps may send it for a quote, but the parser only knows the escaped one. */
export function withQuoteMarks(text: string): string {
  return text.replace(/^>/gm, "&gt;");
}

const AFTER_CODE = "\ufeff";

/** Inserts an invisible character after code that these marks follow: Slack ends code there, the parser does not. */
export function withCodeEnds(text: string): string {
  return text.replace(/`[^`\n]+`/g, (code, at: number) => {
    return /^[:;"'/|]/.test(text.slice(at + code.length)) ? `${code}${AFTER_CODE}` : code;
  });
}

/** Removes what `withCodeEnds` inserted. */
export function withoutCodeEnds(text: string): string {
  return text.replaceAll(AFTER_CODE, "");
}

/** The emoji of a Slack name such as `tada` or `+1`; `undefined` for an unknown name. */
export function emojiNamed(name: string): string | undefined {
  const codes = Object.hasOwn(emojiData, name) ? emojiData[name] : undefined;
  if (codes === undefined) return undefined;
  return String.fromCodePoint(...codes.split("-").map((code) => Number.parseInt(code, 16)));
}

/** Replaces Slack's emoji names in a plain text; unknown names stay. */
export function withEmoji(text: string): string {
  return text.replace(/:([a-z0-9_+'-]+)(?:::skin-tone-[2-6])?:/g, (source, name: string) => emojiNamed(name) ?? source);
}

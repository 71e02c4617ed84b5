import { emojiData } from "slack-to-html/emoji";

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

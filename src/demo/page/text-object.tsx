import { jsonOf, textOf } from "../slack/json";
import { withEmoji } from "./mrkdwn/emoji";
import { Mrkdwn } from "./mrkdwn/mrkdwn";

/** A text object of a block: formatted when it says mrkdwn, else as it stands. */
export function TextObject({ of }: { readonly of: unknown }) {
  const { type, text, verbatim } = jsonOf(of);
  if (type === "mrkdwn") return <Mrkdwn text={textOf(text) ?? ""} verbatim={verbatim === true} />;
  return <>{plainText(of)}</>;
}

/** A plain_text object's text, with pictures where it allows them. */
export function plainText(of: unknown): string {
  const { text, emoji } = jsonOf(of);
  const said = textOf(text) ?? "";
  return emoji === false ? said : withEmoji(said);
}

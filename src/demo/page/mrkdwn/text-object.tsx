import type { ComponentChildren } from "preact";
import { jsonOf, textOf } from "../../slack/json";
import { dateTokens } from "../state/times";
import { useSurface } from "../surface/surface-context";
import type { Piece } from "./pieces";
import { withEmoji } from "./text";
import { mrkdwnTree } from "./tree";

/** A text object of a block: formatted if it is mrkdwn, otherwise plain. */
export function TextObject({ of }: { readonly of: unknown }) {
  const { type, text, verbatim } = jsonOf(of);
  if (type === "mrkdwn") return <Mrkdwn text={textOf(text) ?? ""} verbatim={verbatim === true} />;
  return <>{plainText(of)}</>;
}

/** A plain_text object's text, with emoji where it allows them. */
export function plainText(of: unknown): string {
  const { text, emoji } = jsonOf(of);
  const value = textOf(text) ?? "";
  return emoji === false ? value : withEmoji(value);
}

/** A text in Slack's mrkdwn. */
export function Mrkdwn({ text, verbatim = false }: { readonly text: string; readonly verbatim?: boolean }) {
  return <Pieces pieces={mrkdwnTree(text, { verbatim })} />;
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map((piece, index) => (
        <PieceShown key={index} piece={piece} />
      ))}
    </>
  );
}

function PieceShown({ piece }: { readonly piece: Piece }): ComponentChildren {
  switch (piece.kind) {
    case "text":
      return piece.text;
    case "code":
      return <code>{piece.text}</code>;
    case "pre":
      return <pre>{piece.text}</pre>;
    case "emoji":
      return <span title={`:${piece.name}:`}>{piece.text}</span>;
    case "broadcast":
      return <span class="mention">{piece.text}</span>;
    case "user":
    case "channel":
    case "date":
      return <Named piece={piece} />;
    default:
      return <Wrapped piece={piece} />;
  }
}

function Wrapped({ piece }: { readonly piece: Extract<Piece, { readonly children: readonly Piece[] }> }) {
  const inner = <Pieces pieces={piece.children} />;
  switch (piece.kind) {
    case "bold":
      return <strong>{inner}</strong>;
    case "italic":
      return <em>{inner}</em>;
    case "strike":
      return <s>{inner}</s>;
    case "quote":
      return <blockquote>{inner}</blockquote>;
    default:
      return <Link url={piece.url}>{inner}</Link>;
  }
}

/** A link; one to a message of this workspace opens its channel, as in Slack. */
function Link({ url, children }: { readonly url: string; readonly children: ComponentChildren }) {
  const { channels, openChannel } = useSurface();
  const [, channel = ""] = /^https:\/\/[^/]+\.slack\.com\/archives\/(\w+)\//.exec(url) ?? [];
  const open = (event: Event) => {
    if (!channels.has(channel)) return;
    event.preventDefault();
    openChannel(channel);
  };
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" onClick={open}>
      {children}
    </a>
  );
}

function Named({ piece }: { readonly piece: Extract<Piece, { readonly kind: "user" | "channel" | "date" }> }) {
  const { names, channels, zone, now } = useSurface();
  if (piece.kind === "date") {
    const at = new Date(piece.seconds * 1000);
    return <span>{dateTokens(piece.format, at, { zone, now }) || piece.fallback}</span>;
  }
  const known = piece.kind === "user" ? names.get(piece.id) : channels.get(piece.id);
  const sign = piece.kind === "user" ? "@" : "#";
  return <span class="mention">{`${sign}${known ?? piece.label ?? piece.id}`}</span>;
}

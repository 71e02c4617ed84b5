import { type Node, NodeType, parse } from "slack-message-parser";
import { linked, type Piece } from "./pieces";
import { decoded, emojiNamed, withCodeEnds, withoutCodeEnds, withQuoteMarks } from "./text";

/** With `verbatim`, bare URLs and `#names` do not become links. */
export interface MrkdwnOptions {
  readonly verbatim: boolean;
}

/** Parses Slack's mrkdwn. Anything it does not understand is shown as its source, never dropped. */
export function mrkdwnTree(text: string, options: MrkdwnOptions): readonly Piece[] {
  return piecesOf(parse(withCodeEnds(withQuoteMarks(text))).children, options);
}

function piecesOf(nodes: readonly Node[], options: MrkdwnOptions): readonly Piece[] {
  return nodes.flatMap((node) => pieceOf(node, options));
}

function pieceOf(node: Node, options: MrkdwnOptions): readonly Piece[] {
  switch (node.type) {
    case NodeType.Text:
      return textOf(withoutCodeEnds(node.text), options);
    case NodeType.Code:
      return [{ kind: "code", text: decoded(node.text) }];
    case NodeType.PreText:
      return [{ kind: "pre", text: decoded(node.text).replace(/^\n|\n$/g, "") }];
    case NodeType.Bold:
      return [{ kind: "bold", children: piecesOf(node.children, options) }];
    case NodeType.Italic:
      return [{ kind: "italic", children: piecesOf(node.children, options) }];
    case NodeType.Strike:
      return [{ kind: "strike", children: piecesOf(node.children, options) }];
    case NodeType.Quote:
      return [{ kind: "quote", children: piecesOf(unindented(node.children), options) }];
    case NodeType.Root:
      return piecesOf(node.children, options);
    default:
      return [mentionOf(node)];
  }
}

function textOf(text: string, { verbatim }: MrkdwnOptions): readonly Piece[] {
  return verbatim ? [plain(text)] : linked(decoded(text));
}

/** A quote's lines without the space after their mark. */
function unindented(nodes: readonly Node[]): readonly Node[] {
  return nodes.map((node, index) => {
    const isLineStart = index === 0 || nodes[index - 1]?.source.endsWith("\n") === true;
    return isLineStart && node.type === NodeType.Text ? { ...node, text: node.text.replace(/^ /, "") } : node;
  });
}

type Mention = Exclude<Node, { readonly children: Node[] } | { readonly text: string }>;

function mentionOf(node: Mention): Piece {
  switch (node.type) {
    case NodeType.Emoji:
      return emojiOf(node);
    case NodeType.UserLink:
      return { kind: "user", id: node.userID, label: labelOf(node.label) };
    case NodeType.ChannelLink:
      return { kind: "channel", id: node.channelID, label: labelOf(node.label) };
    case NodeType.Command:
      return commandOf(node);
    default:
      return linkOf(node);
  }
}

function emojiOf({ name, source }: Extract<Node, { type: NodeType.Emoji }>): Piece {
  const text = emojiNamed(name);
  return text === undefined ? plain(source) : { kind: "emoji", name, text };
}

/** Only URLs of harmless schemes become links; others are shown as their source. */
function linkOf({ url, label, source }: Extract<Node, { type: NodeType.URL }>): Piece {
  const address = decoded(url);
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(address)) return plain(source);
  const children = label === undefined ? [plain(url)] : piecesOf(label, { verbatim: true });
  return { kind: "link", url: address, children };
}

function commandOf(node: Extract<Node, { type: NodeType.Command }>): Piece {
  const label = labelOf(node.label);
  if (node.name === "date") {
    const [seconds = "", format = ""] = node.arguments;
    return { kind: "date", seconds: Number(seconds), format: decoded(format), fallback: label ?? "" };
  }
  if (["here", "channel", "everyone"].includes(node.name)) return { kind: "broadcast", text: `@${node.name}` };
  return label === null ? plain(node.source) : { kind: "broadcast", text: label };
}

function labelOf(label: readonly Node[] | undefined): string | null {
  return label === undefined ? null : decoded(label.map(({ source }) => source).join(""));
}

function plain(text: string): Piece {
  return { kind: "text", text: decoded(text) };
}

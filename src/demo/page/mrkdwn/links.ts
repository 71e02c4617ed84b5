import type { Piece } from "./tree";

const ADDRESS = /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)\]'"]/g;

/** Text in which bare addresses are links, as Slack makes them where it is not told `verbatim`. */
export function linked(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: url, index } of text.matchAll(ADDRESS)) {
    if (index > from) pieces.push({ kind: "text", text: text.slice(from, index) });
    pieces.push({ kind: "link", url, children: [{ kind: "text", text: url }] });
    from = index + url.length;
  }
  if (from < text.length) pieces.push({ kind: "text", text: text.slice(from) });
  return pieces;
}

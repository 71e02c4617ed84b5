/** A piece of a text to be drawn. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code" | "pre"; readonly text: string }
  | { readonly kind: "emoji"; readonly name: string; readonly text: string }
  | { readonly kind: "bold" | "italic" | "strike" | "quote"; readonly children: readonly Piece[] }
  | { readonly kind: "link"; readonly url: string; readonly children: readonly Piece[] }
  | { readonly kind: "user" | "channel"; readonly id: string; readonly label: string | null }
  | { readonly kind: "broadcast"; readonly text: string }
  | { readonly kind: "date"; readonly seconds: number; readonly format: string; readonly fallback: string };

const ADDRESS = /https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)\]'"]/g;

/** The text with bare URLs as links, as Slack shows them unless `verbatim` is set. */
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

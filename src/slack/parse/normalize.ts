/** Normalizes typed text: lower case, no quotes, and plain `-` and `..` for the dashes and dots that keyboards make. */
export function normalizeText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\p{Cc}\p{Cf}]/gu, " ")
    .replace(/["'`´“”„‟‘’‚‛«»‹›]/g, "")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/…/g, "..")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

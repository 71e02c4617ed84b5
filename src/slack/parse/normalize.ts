/** Words as typed: lower case, without quotes, with the dashes and dots that a keyboard makes of `-` and `..` undone. */
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

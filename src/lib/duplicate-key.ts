/** MongoDB's code for a document that a unique index refuses. */
export const DUPLICATE_KEY = 11_000;

/** Tells whether MongoDB refused a write because another document has the same key. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === DUPLICATE_KEY;
}

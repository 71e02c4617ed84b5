const ZERO_WIDTH = /[\u200b\u2060\ufeff]/g;
/** Printable ASCII with single spaces inside. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
/** Between the names of one owner; a name that holds it is tried whole first. */
const BETWEEN = " | ";

/** Folds a name for comparison: in lower case, composed, every kind of space as one, without characters of no width. */
export function foldName(name: string): string {
  // Most names are plain: folding them is half of an import's time otherwise.
  if (PLAIN.test(name)) return name.toLowerCase();
  return name.replace(ZERO_WIDTH, "").normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase();
}

/** Keeps the first of names that fold alike, without empty ones. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const found = new Map<string, string>();
  for (const name of names) {
    const key = foldName(name);
    if (key !== "" && !found.has(key)) found.set(key, name.trim());
  }
  return [...found.values()];
}

/** Makes one owner out of all names that a record gives for it, the likeliest first: "AR | A. Ray". */
export function ownerOfNames(names: readonly string[]): string {
  return distinctNames(names).join(BETWEEN);
}

/** The names that an owner stands for, in the order in which they are tried: the whole, then each. */
export function namesOfOwner(owner: string): readonly string[] {
  const parts = owner.split(BETWEEN);
  return parts.length === 1 ? [owner] : [owner, ...parts];
}

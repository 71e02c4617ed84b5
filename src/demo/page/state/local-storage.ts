/** What this browser kept from an earlier visit; `undefined` for nothing, or nothing that can be read. */
export function loadLocal(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`paceline.${name}`) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value in this browser, where that is allowed. */
export function saveLocal(name: string, value: unknown): void {
  try {
    localStorage.setItem(`paceline.${name}`, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing shows the page all the same.
  }
}

/** Loads a value saved by an earlier visit; `undefined` if there is none that can be read. */
export function loadLocal(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(`paceline.${name}`) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

/** Saves a value in this browser, if that is allowed. */
export function saveLocal(name: string, value: unknown): void {
  try {
    localStorage.setItem(`paceline.${name}`, JSON.stringify(value));
  } catch {
    // The page also works in a browser that does not allow storage.
  }
}

/** Caches what `load` returns for so long; a failure is not cached. */
export function cached<T>(load: () => Promise<T>, { ms, clock }: { ms: number; clock: () => number }) {
  let last: { readonly value: Promise<T>; readonly until: number } | null = null;
  return (): Promise<T> => {
    if (last !== null && clock() < last.until) return last.value;
    const value = load();
    const own = { value, until: clock() + ms };
    last = own;
    value.catch(() => {
      if (last === own) last = null;
    });
    return value;
  };
}

/** What was loaded lately is not asked for again for so long; a failure is not remembered. */
export function cached<T>(load: () => Promise<T>, { ms, clock }: { ms: number; clock: () => number }) {
  let last: { readonly value: Promise<T>; readonly until: number } | null = null;
  return (): Promise<T> => {
    if (last !== null && clock() < last.until) return last.value;
    const value = load();
    const mine = { value, until: clock() + ms };
    last = mine;
    value.catch(() => {
      if (last === mine) last = null;
    });
    return value;
  };
}

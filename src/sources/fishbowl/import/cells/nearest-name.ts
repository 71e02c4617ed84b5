import { headerKey } from "../file/columns";

/** How alike two names must be, from 0 to 1, to be taken for a slip of each other. */
const ALIKE = 0.4;

/** The name that is most like another one by the pairs of letters they share; `null` where none is much like it. */
export function nearestName(name: string, names: readonly string[]): string | null {
  const ranked = names.map((other) => ({ other, alike: alikeness(headerKey(name), headerKey(other)) }));
  const best = ranked.reduce((a, b) => (b.alike > a.alike ? b : a), { other: "", alike: 0 });
  return best.alike >= ALIKE ? best.other : null;
}

function alikeness(a: string, b: string): number {
  const [first, second] = [pairs(a), pairs(b)];
  const left = [...second];
  const shared = first.filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return first.length + second.length === 0 ? 0 : (2 * shared.length) / (first.length + second.length);
}

function pairs(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
}

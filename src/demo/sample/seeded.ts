/** A number from 0 (included) to 1, always the same for the same seed: mulberry32. */
export function seeded(seed: number): number {
  const mixed = (seed + 0x6d2b79f5) | 0;
  const once = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  const twice = once ^ (once + Math.imul(once ^ (once >>> 7), once | 61));
  return ((twice ^ (twice >>> 14)) >>> 0) / 4_294_967_296;
}

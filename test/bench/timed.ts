/** How long something takes, in ms. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** The fastest of several: what else the machine did meanwhile only makes it slower. */
export function best(rounds: readonly number[]): number {
  return Math.min(...rounds);
}

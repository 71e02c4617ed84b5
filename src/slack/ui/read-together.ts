/** Sources that one sync reads are read within so long. */
const TOGETHER_MS = 5 * 60_000;

/** Finds the earliest instant of those within minutes before one: what was read together is one moment to whoever reads of it. */
export function momentTogether(at: Date, all: readonly Date[]): Date {
  const near = all.map((one) => one.getTime()).filter((time) => +at - time < TOGETHER_MS);
  return new Date(Math.min(+at, ...near));
}

/** Gives sources that were read within minutes of each other the earliest of their instants. */
export function readTogether<T extends { readonly asOf: Date | null }>(sources: readonly T[]): readonly T[] {
  const all = sources.flatMap(({ asOf }) => asOf ?? []);
  return sources.map((one) => (one.asOf === null ? one : { ...one, asOf: momentTogether(one.asOf, all) }));
}

/** Reads the instants of a report's sources; none of one that was never read. */
export function instantsOf(sources: readonly ({ readonly asOf: string | null } | undefined)[]): readonly Date[] {
  return sources.flatMap((one) => (one === undefined || one.asOf === null ? [] : [new Date(one.asOf)]));
}

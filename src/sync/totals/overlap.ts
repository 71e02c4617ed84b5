import { type Fact, factId } from "../../metrics/fact";
import type { CallStart } from "../../metrics/fact-store";

/** JustCall calls just outside what this run read, fresher than those saved before: one may cover a Copper call inside. */
export interface Overlap {
  /** Those that count. */
  readonly starts: readonly CallStart[];
  /** Ids of all facts that were read, under which what was saved before is no longer true. */
  readonly ids: ReadonlySet<string>;
}

/** Makes the overlap of facts that were read outside the range. */
export function overlapOf(read: readonly Fact[]): Overlap {
  const facts = new Map(read.map((fact) => [factId(fact), fact]));
  const starts = [...facts].flatMap(([_id, { type, counts, at, owner }]) =>
    type === "phone_call_quantity" && counts ? [{ _id, at, owner }] : [],
  );
  return { starts, ids: new Set(facts.keys()) };
}

/** No JustCall calls were read, so those saved before stand. */
export const NO_OVERLAP: Overlap = overlapOf([]);

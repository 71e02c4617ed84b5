import type { Fact } from "./fact";
import { metricOf } from "./metrics";
import { type OwnerWord, SOURCES } from "./sources";

/** Why a record counts for nobody as long as nobody is known to own it, by what names its owner. */
export const NO_OWNER = {
  agent: "call has no agent",
  user: "call has no user",
  assignee: "opportunity has no assignee",
  sender: "e-mail has no sender",
} as const satisfies Readonly<Record<OwnerWord, string>>;

/** As much of a stored fact as tells whose its record was. */
export type LastOwner = Pick<Fact, "recordId" | "owner">;

/**
 * Says what names the owner of a record; `null` where an empty one is a correction, as it is in an order, whose salesman
 * somebody types.
 */
export function ownerWord({ source, type }: Pick<Fact, "source" | "type">): OwnerWord | null {
  return SOURCES[source].ownerWords[metricOf(type).recordNoun] ?? null;
}

/** Whether a record no longer names its owner, so that whoever had it last keeps it. */
export function losesOwner(fact: Fact): boolean {
  return (fact.owner === "" || fact.ownerLost === true) && ownerWord(fact) !== null;
}

/**
 * Gives facts whose record no longer names its owner to the last one known of the same record, and lets those count that
 * lacked nothing else. An empty owner is "not known any more", never "nobody's".
 */
export function withLastOwners(facts: readonly Fact[], stored: readonly LastOwner[]): readonly Fact[] {
  if (stored.length === 0 || facts.length === 0) return facts;
  const owners = new Map(stored.flatMap(({ recordId, owner }) => (owner === "" ? [] : [[recordId, owner] as const])));
  return facts.map((fact) => {
    const owner = losesOwner(fact) ? owners.get(fact.recordId) : undefined;
    return owner === undefined ? fact : withLastOwner(fact, owner);
  });
}

function withLastOwner(fact: Fact, owner: string): Fact {
  const kept = { ...fact, owner, ownerLost: true } as const;
  if (kept.counts || !REASONS.has(kept.why)) return kept;
  const { why: _, detail: __, ...counting } = kept;
  return { ...counting, counts: true };
}

const REASONS: ReadonlySet<string> = new Set(Object.values(NO_OWNER));

import type { Fact } from "./fact";
import { factId } from "./fact";

/** A fact as it is kept: with its key, and with what the sync found out about it. */
export type StoredFact = Fact & {
  /** `source:recordId:type`. */
  readonly _id: string;
  /** The fencing token of the run that wrote it. */
  readonly asOf: number;
  /** The record vanished from its source; kept so that people can see what was there. */
  readonly gone?: true;
  /** The key of the fact that counts instead; set for calls that another source has as well. */
  readonly duplicateOf?: string;
};

export const GONE = "deleted at the source";
export const DUPLICATE = "duplicate of a JustCall call";

/** What a complete window changes: facts to write, and live ones it no longer lists. */
export interface FactChanges {
  readonly write: readonly Fact[];
  readonly unseen: readonly StoredFact[];
}

/**
 * Compares a window that was read whole with what is kept of it. A duplicate's mark is not the source's doing: a fact
 * that only differs by it is unchanged.
 */
export function factChanges(held: readonly StoredFact[], read: readonly Fact[]): FactChanges {
  const kept = new Map(held.map((fact) => [fact._id, fact]));
  const latest = new Map(read.map((fact) => [factId(fact), fact]));
  const write = [...latest].flatMap(([id, fact]) => {
    const before = kept.get(id);
    return before !== undefined && same(before, fact) ? [] : [fact];
  });
  return { write, unseen: held.filter((fact) => !fact.gone && !latest.has(fact._id)) };
}

/** How many live facts of a window may vanish at once before somebody has to say that they really did. */
const BRAKE = { facts: 50, share: 0.2 };

/**
 * Whether so much of a window vanished that a broken answer is likelier than so many deletions:
 * at least 50 facts and more than a fifth of the live ones, or everything of one metric where that was 50 or more.
 */
export function brakes(held: readonly StoredFact[], vanished: readonly StoredFact[]): boolean {
  if (vanished.length < BRAKE.facts) return false;
  const live = held.filter(({ gone }) => !gone);
  if (vanished.length > BRAKE.share * live.length) return true;
  const left = tally(live);
  return [...tally(vanished)].some(([type, count]) => count >= BRAKE.facts && count === left.get(type));
}

function tally(facts: readonly StoredFact[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { type } of facts) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}

function same(stored: StoredFact, fact: Fact): boolean {
  const marked = stored.duplicateOf !== undefined;
  const why = stored.counts || marked ? undefined : stored.why;
  const detail = stored.counts || marked ? undefined : stored.detail;
  return (
    !stored.gone &&
    (stored.counts || marked) === fact.counts &&
    why === (fact.counts ? undefined : fact.why) &&
    detail === (fact.counts ? undefined : fact.detail) &&
    stored.at.getTime() === fact.at.getTime() &&
    stored.day === fact.day &&
    stored.owner === fact.owner &&
    stored.amount === fact.amount &&
    stored.link === fact.link &&
    (stored.to ?? []).join() === (fact.to ?? []).join()
  );
}

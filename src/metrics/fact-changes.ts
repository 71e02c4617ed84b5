import { type Fact, factId } from "./fact";
import { FactMap } from "./fact-map";
import { type LastOwner, losesOwner, withLastOwners } from "./lost-owners";
import type { MetricType } from "./metrics";

/** A fact as it is stored: with its key, and with what the sync found out about it. */
export type StoredFact = Fact & {
  /** `source:recordId:type`. */
  readonly _id: string;
  /** The fencing token of the run that wrote it. */
  readonly asOf: number;
  /** Set when the record was deleted at its source; the fact stays so that people can see what was there. */
  readonly gone?: true;
  /** The key of the fact that counts instead; set for calls that another source has as well. */
  readonly duplicateOf?: string;
};

export const DELETED_AT_SOURCE = "deleted at the source";
export const DUPLICATE = "duplicate of a JustCall call";

/** The changes that a completely read window makes: facts to write, and live ones that it no longer lists. */
export interface FactChanges {
  readonly write: readonly Fact[];
  readonly unseen: readonly StoredFact[];
}

/**
 * Compares a window that was read completely with what is stored of it. A duplicate's mark is not the source's doing: a
 * fact that only differs by it is unchanged.
 */
export function factChanges(stored: readonly StoredFact[], read: readonly Fact[]): FactChanges {
  const compared = new ComparedWindow(read);
  compared.add(stored);
  return compared.changes();
}

/** Compares a window with what is stored of it piece by piece, so that a large window is in memory once and not twice. */
export class ComparedWindow {
  /** How many live facts are stored, by metric. */
  readonly live = new Map<MetricType, number>();
  /** Facts as they are stored that are to be overwritten. */
  readonly replaced: StoredFact[] = [];
  /** Live facts as they are stored, whose record named its owner until now and whose owner nothing else tells. */
  readonly lostOwners: StoredFact[] = [];
  /** Facts as they were read that differ by their name alone from what is stored. */
  readonly renamed: Fact[] = [];
  /** What was read, but for what is stored just so. */
  private readonly differing = new FactMap();
  private readonly ownerless: ReadonlySet<string>;
  private readonly lastOwners: LastOwner[] = [];
  private readonly unseen: StoredFact[] = [];
  /** Keys of those of which something else is stored. */
  private readonly known = new Set<string>();
  private readonly waiting = new Map<string, StoredFact>();

  constructor(read: readonly Fact[]) {
    for (const fact of read) this.differing.set(fact);
    this.ownerless = new Set(read.filter(losesOwner).map(({ recordId }) => recordId));
  }

  /** Adds some of what is stored of the window; each fact once. */
  add(facts: readonly StoredFact[]): void {
    for (const stored of facts) {
      const fact = this.differing.get(stored);
      if (!stored.gone) this.live.set(stored.type, (this.live.get(stored.type) ?? 0) + 1);
      if (fact === undefined && !stored.gone) this.unseen.push(stored);
      if (this.ownerless.size > 0 && this.ownerless.has(stored.recordId)) this.lastOwners.push(stored);
      if (fact === undefined) continue;
      // A record's other fact may know its owner.
      if (losesOwner(fact)) this.waiting.set(stored._id, stored);
      else this.compare(stored, fact);
    }
  }

  /** Returns what changes, once everything that is stored of the window was added. */
  changes(): FactChanges {
    const ownerless = this.ownerless.size === 0 ? [] : [...this.differing.values()].filter(losesOwner);
    for (const fact of withLastOwners(ownerless, this.lastOwners)) {
      const named = this.differing.get(fact)?.owner !== "";
      this.differing.set(fact);
      const stored = this.waiting.get(factId(fact));
      if (stored === undefined) continue;
      if (!named && !stored.gone && stored.owner !== "" && stored.ownerLost !== true) this.lostOwners.push(stored);
      this.compare(stored, fact);
    }
    this.waiting.clear();
    return { write: [...this.differing.values()], unseen: this.unseen };
  }

  private compare(stored: StoredFact, fact: Fact): void {
    if (sameFact(stored, fact)) {
      this.differing.delete(fact);
      if (stored.name !== fact.name) this.renamed.push(fact);
      return;
    }
    this.replaced.push(stored);
    this.known.add(stored._id);
  }

  /** Whether a fact to write is new to the window: it may be stored in another. */
  isNew(fact: Fact): boolean {
    return this.differing.get(fact) !== undefined && !(this.known.size > 0 && this.known.has(factId(fact)));
  }
}

/** How many live facts of a window may be deleted at once before an admin has to approve it. */
const DELETION_LIMIT = { facts: 50, share: 0.2 };

/**
 * Says whether so much of a window is missing that a broken answer is likelier than so many deletions:
 * at least 50 facts and more than a fifth of the live ones, or everything of one metric where that was 50 or more.
 *
 * @param live how many live facts were stored, by metric.
 */
export function exceedsDeletionLimit(live: ReadonlyMap<MetricType, number>, missing: readonly StoredFact[]): boolean {
  if (missing.length < DELETION_LIMIT.facts) return false;
  const all = [...live.values()].reduce((sum, count) => sum + count, 0);
  if (missing.length > DELETION_LIMIT.share * all) return true;
  const byType = new Map<MetricType, number>();
  for (const { type } of missing) byType.set(type, (byType.get(type) ?? 0) + 1);
  return [...byType].some(([type, count]) => count >= DELETION_LIMIT.facts && count === live.get(type));
}

/** Whether a stored fact is what the source says now, but for its name; a duplicate's mark is not the source's doing. */
export function sameFact(stored: StoredFact, fact: Fact): boolean {
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
    stored.ownerLost === fact.ownerLost &&
    stored.amount === fact.amount &&
    stored.link === fact.link &&
    (stored.to ?? []).join() === (fact.to ?? []).join() &&
    (stored.copyIds ?? []).join() === (fact.copyIds ?? []).join()
  );
}

import type { Fact } from "./fact";
import { factId } from "./fact";
import type { MetricType } from "./metrics";

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
  const compared = new ComparedWindow(read);
  compared.meet(held);
  return compared.changes();
}

/** The same comparison, told piece by piece what is kept, so that a large window is in memory once and not twice. */
export class ComparedWindow {
  /** How many live facts are kept, by metric. */
  readonly live = new Map<MetricType, number>();
  /** Facts as they were kept that are to be written anew. */
  readonly replaced: StoredFact[] = [];
  private readonly read: Map<string, Fact>;
  private readonly known = new Set<string>();
  private readonly unchanged = new Set<string>();
  private readonly unseen: StoredFact[] = [];

  constructor(read: readonly Fact[]) {
    this.read = new Map(read.map((fact) => [factId(fact), fact]));
  }

  /** Some of what is kept of the window; each fact once. */
  meet(held: readonly StoredFact[]): void {
    for (const kept of held) {
      const fact = this.read.get(kept._id);
      this.known.add(kept._id);
      if (!kept.gone) this.live.set(kept.type, (this.live.get(kept.type) ?? 0) + 1);
      if (fact === undefined && !kept.gone) this.unseen.push(kept);
      if (fact === undefined) continue;
      if (same(kept, fact)) this.unchanged.add(kept._id);
      else this.replaced.push(kept);
    }
  }

  changes(): FactChanges {
    const write = [...this.read].flatMap(([id, fact]) => (this.unchanged.has(id) ? [] : [fact]));
    return { write, unseen: this.unseen };
  }

  /** Keys of facts that are new to the window: elsewhere they may be known. */
  fresh(): readonly string[] {
    return [...this.read.keys()].filter((id) => !this.known.has(id));
  }
}

/** How many live facts of a window may vanish at once before somebody has to say that they really did. */
const BRAKE = { facts: 50, share: 0.2 };

/**
 * Whether so much of a window vanished that a broken answer is likelier than so many deletions:
 * at least 50 facts and more than a fifth of the live ones, or everything of one metric where that was 50 or more.
 *
 * @param live how many live facts were kept, by metric.
 */
export function brakes(live: ReadonlyMap<MetricType, number>, vanished: readonly StoredFact[]): boolean {
  if (vanished.length < BRAKE.facts) return false;
  const all = [...live.values()].reduce((sum, count) => sum + count, 0);
  if (vanished.length > BRAKE.share * all) return true;
  const gone = new Map<MetricType, number>();
  for (const { type } of vanished) gone.set(type, (gone.get(type) ?? 0) + 1);
  return [...gone].some(([type, count]) => count >= BRAKE.facts && count === live.get(type));
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

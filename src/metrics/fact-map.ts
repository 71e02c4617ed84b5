import type { Fact } from "./fact";
import type { MetricType } from "./metrics";

/** As much of a fact as tells it from others of its source. */
type FactPlace = Pick<Fact, "recordId" | "type">;

/**
 * Facts of one source by record and metric, in the order in which they were added. A window holds tens of thousands of them, so
 * that no text of a key is made for each: it would take more memory than the fact.
 */
export class FactMap {
  private readonly byType = new Map<MetricType, Map<string, Fact>>();

  get({ type, recordId }: FactPlace): Fact | undefined {
    return this.byType.get(type)?.get(recordId);
  }

  /** Adds a fact, or takes it in place of the one that stands there. */
  set(fact: Fact): void {
    const records = this.byType.get(fact.type);
    if (records === undefined) this.byType.set(fact.type, new Map([[fact.recordId, fact]]));
    else records.set(fact.recordId, fact);
  }

  delete({ type, recordId }: FactPlace): void {
    this.byType.get(type)?.delete(recordId);
  }

  /** Goes through the facts of one metric after those of another. */
  *values(): Generator<Fact> {
    for (const records of this.byType.values()) yield* records.values();
  }
}

import type { Db, Filter } from "mongodb";
import { factId } from "./fact";
import type { StoredFact } from "./fact-changes";
import { METRICS, type SourceId } from "./metrics";

/** Facts found by their records instead of by their days. */
export interface RecordFacts {
  /** All that is kept of a source's records, gone ones too: of each id, and of all whose id begins with a prefix. */
  of(
    source: SourceId,
    records: { readonly recordIds: readonly string[]; readonly prefixes: readonly string[] },
  ): Promise<readonly StoredFact[]>;
}

/** They are found by `_id`, which begins with the source and the record's id. */
export function recordFacts(db: Db): RecordFacts {
  const facts = db.collection<StoredFact>("facts");
  return {
    of: async (source, { recordIds, prefixes }) => {
      if (recordIds.length + prefixes.length === 0) return [];
      const types = METRICS.filter(({ sources }) => sources.includes(source)).map(({ type }) => type);
      const ids = recordIds.flatMap((recordId) => types.map((type) => factId({ source, recordId, type })));
      const begun = prefixes.map((prefix): Filter<StoredFact> => ({ _id: beginsWith(`${source}:${prefix}`) }));
      return facts.find({ $or: [{ _id: { $in: ids } }, ...begun] }).toArray();
    },
  };
}

/** The last code point that a text may hold ends what begins so. */
function beginsWith(prefix: string) {
  return { $gte: prefix, $lt: `${prefix}\u{10FFFF}` };
}

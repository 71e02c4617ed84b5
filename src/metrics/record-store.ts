import type { Db, Document, Filter } from "mongodb";
import type { Day, DayRange } from "../time/day";
import { factId } from "./fact";
import type { StoredFact } from "./fact-changes";
import { METRICS, type MetricType, metricOf } from "./metrics";
import type { Cell } from "./rollup";
import type { SourceId } from "./sources";

/** Selects records: those of these owners at each source, or of all others. */
export interface OwnerFilter {
  readonly kind: "these" | "all-others";
  readonly owners: Readonly<Record<SourceId, readonly string[]>>;
}

/** Records of one metric and some days, both ends included. */
export interface RecordsOf {
  readonly type: MetricType;
  readonly range: DayRange;
  readonly whose: OwnerFilter;
}

/** Records of one day and source that share a reason, together. */
export interface RecordTally {
  readonly day: Day;
  readonly source: SourceId;
  /** Why they do not count; `null` for those that count at their source. */
  readonly why: string | null;
  /** Count, seconds or cents. */
  readonly amount: number;
  readonly records: number;
}

/** A page of at most `limit` records, above zero, after the first `skip`. */
export interface PageOf {
  readonly skip: number;
  readonly limit: number;
}

/** Facts as the evidence for a figure, and the daily totals that the figure is. It writes nothing. */
export interface RecordStore {
  /** Reads the daily totals of one person and metric, by day and source. */
  cells(userId: string, of: Pick<RecordsOf, "type" | "range">): Promise<readonly Cell[]>;
  /** Counts records by day, source and reason. */
  tallies(of: RecordsOf): Promise<readonly RecordTally[]>;
  /**
   * Reads a page of records: first those that count at their source, newest first; then the others, what a sync changed last before the rest,
   * since whoever sees a figure fall looks for what was voided or deleted just now; of one sync by reason and newest first.
   */
  slice(of: RecordsOf, slice: PageOf): Promise<readonly StoredFact[]>;
  /** Reads how long these calls were, in seconds, by the id of each call's fact; nothing of those without talk time. */
  talkSeconds(calls: readonly StoredFact[]): Promise<ReadonlyMap<string, number>>;
}

/** Named, since the server may otherwise choose an index without the owner where a source has nothing of somebody. */
const BY_OWNER = { source: 1, owner: 1, type: 1, day: 1 } as const;

export function recordStore(db: Db): RecordStore {
  const facts = db.collection<StoredFact>("facts");
  return {
    cells: (userId, { type, range }) =>
      db
        .collection<Cell>("metrics")
        .find({ userId, type, day: within(range) }, { projection: { createdAt: 0, updatedAt: 0 } })
        .toArray(),
    tallies: async (of) => {
      const group = { d: "$day", s: "$source", w: { $cond: ["$counts", null, "$why"] } };
      const groups = await facts
        .aggregate<{ _id: { d: Day; s: SourceId; w: string | null }; amount: number; records: number }>(
          [{ $match: matching(of) }, { $group: { _id: group, amount: { $sum: "$amount" }, records: { $sum: 1 } } }],
          { hint: BY_OWNER },
        )
        .toArray();
      return groups.map(({ _id, amount, records }) => ({ day: _id.d, source: _id.s, why: _id.w, amount, records }));
    },
    slice: (of, { skip, limit }) =>
      facts
        .aggregate<StoredFact>(
          [
            { $match: matching(of) },
            { $set: { changedIn: { $cond: ["$counts", null, "$asOf"] } } },
            { $sort: { counts: -1, changedIn: -1, why: 1, day: -1, at: -1, _id: 1 } },
            { $skip: skip },
            { $limit: limit },
            { $unset: "changedIn" },
          ],
          { hint: BY_OWNER },
        )
        .toArray(),
    talkSeconds: async (calls) => {
      const ids = new Map(calls.map((call) => [factId({ ...call, type: "talk_time_minutes" }), call._id]));
      const found = await facts.find({ _id: { $in: [...ids.keys()] } }, { projection: { amount: 1 } }).toArray();
      return new Map(found.map(({ _id, amount }) => [ids.get(_id) ?? _id, amount]));
    },
  };
}

function within({ from, to }: DayRange): Document {
  return { $gte: from, $lte: to };
}

/** Matches owners for each source, since one address may be matched at one and unmatched at another. */
function matching({ type, range, whose: { kind, owners } }: RecordsOf): Document {
  const owner = (source: SourceId) => (kind === "these" ? { $in: [...owners[source]] } : { $nin: [...owners[source]] });
  const { sources } = metricOf(type);
  return { type, day: within(range), $or: sources.map((source) => ({ source, owner: owner(source) })) };
}

/** Facts found by their records instead of by their days. */
export interface RecordFacts {
  /** Reads all that is stored of a source's records, deleted ones too: of each id, and of all whose id begins with a prefix. */
  of(
    source: SourceId,
    records: { readonly recordIds: readonly string[]; readonly prefixes: readonly string[] },
  ): Promise<readonly StoredFact[]>;
}

/** Finds facts by `_id`, which begins with the source and the record's id. */
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

/** Matches texts that begin with the prefix: the last code point that a text may hold ends their range. */
function beginsWith(prefix: string) {
  return { $gte: prefix, $lt: `${prefix}\u{10FFFF}` };
}

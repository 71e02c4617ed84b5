import type { AnyBulkWriteOperation, Collection, Db, Document, FindCursor, WithId } from "mongodb";
import type { Day, InstantRange } from "../time/day";
import { type Fact, factId } from "./fact";
import { DELETED_AT_SOURCE, DUPLICATE, type StoredFact } from "./fact-changes";
import { type FactSummaries, factSummaries } from "./fact-summary-store";
import type { MetricType } from "./metrics";
import type { SourceId } from "./sources";

/** The part of a call fact by which duplicates are found. */
export interface CallFact {
  readonly _id: string;
  readonly recordId: string;
  readonly type: MetricType;
  readonly at: Date;
  readonly owner: string;
  readonly counts: boolean;
  readonly duplicateOf?: string;
}

/** The two facts of a call. */
export type CallType = "phone_call_quantity" | "talk_time_minutes";

/** A mark to set, or with `null` to take away. */
export interface DuplicateMark {
  readonly _id: string;
  readonly duplicateOf: string | null;
}

/** The `facts` collection. `asOf` is the writing run's fencing token: what a later run wrote, an earlier one cannot undo. */
export interface FactStore extends FactSummaries {
  /** Reads what is stored of a source for a window, deleted records too, in pieces of a thousand. */
  stored(source: SourceId, window: InstantRange): AsyncIterable<readonly StoredFact[]>;
  /** Finds where facts of these keys are stored and whose they are, without those of deleted records. */
  positions(ids: readonly string[]): Promise<readonly FactPosition[]>;
  /** Lists the days on which these owners have facts at a source that count or are duplicates. */
  daysOfOwners(source: SourceId, owners: readonly string[]): Promise<readonly Day[]>;
  /** Replaces facts and retires those whose records were deleted. */
  save(changes: { write: readonly Fact[]; gone: readonly StoredFact[] }, asOf: number): Promise<void>;
  /** Finds facts of a source's calls that count by their own records, duplicates included: the calls, or their talk time as well. */
  calls(source: SourceId, window: InstantRange, types: readonly CallType[]): Promise<readonly CallFact[]>;
  /** Sets or takes away the marks of duplicates. */
  mark(marks: readonly DuplicateMark[], asOf: number): Promise<void>;
}

/** The place of a stored fact (its source, metric, day and instant), its record and its owner. */
export type FactPosition = Pick<StoredFact, "source" | "recordId" | "type" | "day" | "at" | "owner">;

/** Matches what counts by its own record: duplicates do. */
const LIVE = [{ counts: true }, { duplicateOf: { $exists: true } }];

export function factStore(db: Db): FactStore {
  const facts = db.collection<StoredFact>("facts");
  return {
    stored: (source, { since, until }) =>
      pieces(facts.find({ source, at: { $gte: since, $lt: until } }, { batchSize: BATCH })),
    positions: async (ids) => {
      const projection = { _id: 0, source: 1, recordId: 1, type: 1, day: 1, at: 1, owner: 1 } as const;
      const found: FactPosition[] = [];
      for (const batch of inBatches(ids)) {
        const live = { _id: { $in: batch }, gone: { $ne: true as const } };
        found.push(...(await facts.find(live).project<StoredFact>(projection).toArray()));
      }
      return found;
    },
    daysOfOwners: async (source, owners) =>
      owners.length === 0 ? [] : facts.distinct("day", { source, owner: { $in: [...owners] }, $or: LIVE }),
    async save({ write, gone }, asOf) {
      const written = write.map((fact) => ({ _id: factId(fact), ...fact, asOf }));
      const retired = gone.map((fact) => tombstone(fact, asOf));
      const writes = [...written, ...retired].map((fact) => replacement(fact, asOf));
      await bulk(facts, writes);
    },
    calls: (source, { since, until }, types) =>
      facts
        .find<CallFact>(
          { source, type: { $in: [...types] }, at: { $gte: since, $lt: until }, $or: LIVE },
          { projection: { recordId: 1, type: 1, at: 1, owner: 1, counts: 1, duplicateOf: 1 } },
        )
        .toArray(),
    mark: (marks, asOf) =>
      bulk(
        facts,
        marks.map((mark) => marking(mark, asOf)),
      ),
    ...factSummaries(db),
  };
}

async function* pieces(cursor: FindCursor<WithId<StoredFact>>): AsyncGenerator<readonly StoredFact[]> {
  try {
    while (await cursor.hasNext()) yield cursor.readBufferedDocuments();
  } finally {
    await cursor.close();
  }
}

function tombstone({ duplicateOf: _, ...fact }: StoredFact, asOf: number): StoredFact {
  return { ...fact, counts: false, why: DELETED_AT_SOURCE, gone: true, asOf };
}

/** Writes the fact unless a later run did; `$literal`, since a foreign text may begin with a dollar sign. */
function replacement(fact: StoredFact, asOf: number): AnyBulkWriteOperation<StoredFact> {
  const older = { $lte: [{ $ifNull: ["$asOf", asOf] }, asOf] };
  return {
    updateOne: {
      filter: { _id: fact._id },
      update: [{ $replaceWith: { $cond: [older, { $literal: fact }, "$$ROOT"] } }],
      upsert: true,
    },
  };
}

function marking({ _id, duplicateOf }: DuplicateMark, asOf: number): AnyBulkWriteOperation<StoredFact> {
  const update =
    duplicateOf === null
      ? { $set: { counts: true, asOf }, $unset: { why: "", duplicateOf: "" } }
      : { $set: { counts: false, why: DUPLICATE, duplicateOf, asOf } };
  return { updateOne: { filter: { _id, asOf: { $lte: asOf } }, update: update as Document } };
}

const BATCH = 1_000;
const IN_FLIGHT = 3;

async function bulk(
  facts: Collection<StoredFact>,
  writes: readonly AnyBulkWriteOperation<StoredFact>[],
): Promise<void> {
  const batches = inBatches(writes);
  for (let first = 0; first < batches.length; first += IN_FLIGHT) {
    const together = batches.slice(first, first + IN_FLIGHT);
    await Promise.all(together.map((batch) => facts.bulkWrite(batch, { ordered: false })));
  }
}

function inBatches<T>(all: readonly T[]): readonly T[][] {
  const count = Math.ceil(all.length / BATCH);
  return Array.from({ length: count }, (_, index) => all.slice(index * BATCH, (index + 1) * BATCH));
}

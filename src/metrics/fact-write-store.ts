import type { AnyBulkWriteOperation, Db, Document } from "mongodb";
import { eachBatch, insertOrReplace } from "./batched-writes-store";
import { type Fact, factId } from "./fact";
import { DELETED_AT_SOURCE, type StoredFact } from "./fact-changes";

/** What a run changes in the facts. */
export interface FactWrites {
  /** Facts to write over what is stored of them, if anything is. */
  readonly write: readonly Fact[];
  /** Facts as they are stored whose records were deleted. */
  readonly gone: readonly StoredFact[];
  /** Facts of which nothing but the name is written, so that what was found out about them stands. */
  readonly renamed?: readonly Fact[];
  /** Further facts to write, under whose keys hardly anything is stored. */
  readonly fresh?: readonly Fact[];
  /** Receives fresh facts under whose keys something is stored all the same, before that is replaced. */
  readonly onStored?: (facts: readonly Fact[]) => Promise<void>;
}

/** Writes facts whole. */
export interface FactWriter {
  /**
   * Writes facts and retires those whose records were deleted. Fresh ones are inserted; one that is stored all the same is
   * replaced like all others: unless a later run wrote it.
   */
  save(changes: FactWrites, asOf: number): Promise<void>;
}

export function factWriter(db: Db): FactWriter {
  const facts = db.collection<StoredFact>("facts");
  return {
    async save({ write, gone, renamed = [], fresh = [], onStored }, asOf) {
      const documents = (batch: readonly Fact[]) => batch.map((fact) => storedFact(fact, asOf));
      const replace = (batch: readonly Fact[]) =>
        facts.bulkWrite(documents(batch).map(replacement), { ordered: false });
      const insert = (batch: readonly Fact[]) => facts.insertMany(documents(batch), { ordered: false });
      await insertOrReplace(fresh, { insert, replace, onStored });
      await eachBatch([...write, ...gone.map(retired)], replace);
      await eachBatch(renamed, (batch) =>
        facts.bulkWrite(
          batch.map((fact) => renaming(fact, asOf)),
          { ordered: false },
        ),
      );
    },
  };
}

/** Writes the fact unless a later run did; `$literal`, since a foreign text may begin with a dollar sign. */
function replacement(fact: StoredFact): AnyBulkWriteOperation<StoredFact> {
  const older = { $lte: [{ $ifNull: ["$asOf", fact.asOf] }, fact.asOf] };
  return {
    updateOne: {
      filter: { _id: fact._id },
      update: [{ $replaceWith: { $cond: [older, { $literal: fact }, "$$ROOT"] } }],
      upsert: true,
    },
  };
}

/** Writes the name alone, unless a later run wrote the fact. */
function renaming(fact: Fact, asOf: number): AnyBulkWriteOperation<StoredFact> {
  const { name } = fact;
  const update: Document = name === undefined ? { $unset: { name: "" } } : { $set: { name } };
  return { updateOne: { filter: { _id: factId(fact), asOf: { $lte: asOf } }, update } };
}

function storedFact(fact: Fact, asOf: number): StoredFact {
  return { _id: factId(fact), ...fact, asOf };
}

function retired({ duplicateOf: _, ...fact }: StoredFact): StoredFact {
  return { ...fact, counts: false, why: DELETED_AT_SOURCE, gone: true };
}

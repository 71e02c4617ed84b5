import type { AnyBulkWriteOperation, Db, Document, FindCursor } from "mongodb";
import type { Day, DayRange, InstantRange } from "../time/day";
import { eachBatch } from "./batched-writes-store";
import { DUPLICATE, type StoredFact } from "./fact-changes";
import { type FactSummaries, factSummaries } from "./fact-summary-store";
import { type FactWriter, factWriter } from "./fact-write-store";
import type { MetricType } from "./metrics";
import type { SourceId } from "./sources";

/** The part of a call fact by which duplicates are found. */
export interface CallFact {
  readonly _id: string;
  readonly recordId: string;
  readonly type: MetricType;
  readonly at: Date;
  readonly owner: string;
  /** 1 of a call, seconds of talk time. */
  readonly amount: number;
  readonly counts: boolean;
  readonly duplicateOf?: string;
}

/** The part of a call by which others are its duplicates. */
export type CallStart = Pick<CallFact, "_id" | "at" | "owner">;

/** A mark to set, or with `null` to take away. */
export interface DuplicateMark {
  readonly _id: string;
  readonly duplicateOf: string | null;
}

/** The `facts` collection. `asOf` is the writing run's fencing token: what a later run wrote, an earlier one cannot undo. */
export interface FactStore extends FactSummaries, FactWriter {
  /** Reads what is stored of a source for a window, deleted records too, in pieces of a thousand. */
  stored(source: SourceId, window: InstantRange): AsyncIterable<readonly StoredFact[]>;
  /** Finds where facts of these keys are stored and whose they are, without those of deleted records. */
  positions(ids: readonly string[]): Promise<readonly FactPosition[]>;
  /** Lists the days on which these owners have facts at a source that count or are duplicates. */
  daysOfOwners(source: SourceId, owners: readonly string[]): Promise<readonly Day[]>;
  /** Finds a source's calls of some days, and their talk time, that count by their own records, duplicates included. */
  calls(source: SourceId, days: DayRange): Promise<readonly CallFact[]>;
  /** Reads when a source's counting calls began, in pieces of a thousand. */
  callStarts(source: SourceId, span: CallSpan): AsyncIterable<readonly CallStart[]>;
  /** Sets or takes away the marks of duplicates. */
  mark(marks: readonly DuplicateMark[], asOf: number): Promise<void>;
}

/** The calls of whole days and of a few moments beside them. */
export interface CallSpan {
  readonly days: DayRange;
  /** Outside these days: what lies in both would be found twice. */
  readonly beside?: readonly InstantRange[];
}

/** The place of a stored fact (its source, metric, day and instant), its record and its owner. */
export type FactPosition = Pick<StoredFact, "source" | "recordId" | "type" | "day" | "at" | "owner">;

const PIECE = 1_000;

/** The fields of {@link CallFact}. */
const CALL = { recordId: 1, type: 1, at: 1, owner: 1, amount: 1, counts: 1, duplicateOf: 1 } as const;

/** The fields of {@link CallStart}. */
const START = { at: 1, owner: 1 } as const;

/** Matches what counts by its own record: duplicates do. */
const LIVE = [{ counts: true }, { duplicateOf: { $exists: true } }];

export function factStore(db: Db): FactStore {
  const facts = db.collection<StoredFact>("facts");
  return {
    stored: (source, { since, until }) =>
      pieces(facts.find({ source, at: { $gte: since, $lt: until } }, { batchSize: PIECE })),
    positions: async (ids) => {
      const projection = { _id: 0, source: 1, recordId: 1, type: 1, day: 1, at: 1, owner: 1 } as const;
      const found: FactPosition[] = [];
      await eachBatch(ids, async (batch) => {
        const live = { _id: { $in: batch }, gone: { $ne: true as const } };
        found.push(...(await facts.find(live).project<StoredFact>(projection).toArray()));
      });
      return found;
    },
    daysOfOwners: async (source, owners) =>
      owners.length === 0 ? [] : facts.distinct("day", { source, owner: { $in: [...owners] }, $or: LIVE }),
    calls: (source, { from, to }) => {
      // Whether it counts is named so that the roll-up's index finds calls without reading all else of these days.
      const inDays = { counts: { $in: [true, false] }, day: { $gte: from, $lte: to }, $or: LIVE };
      const type = { $in: ["phone_call_quantity" as const, "talk_time_minutes" as const] };
      return facts.find<CallFact>({ source, type, ...inDays }, { projection: CALL }).toArray();
    },
    async *callStarts(source, { days: { from, to }, beside = [] }) {
      const counting = { counts: true, source, type: "phone_call_quantity" as const };
      const nearby = beside.map(({ since, until }) => ({ at: { $gte: since, $lt: until } }));
      for (const when of [{ day: { $gte: from, $lte: to } }, ...nearby])
        yield* pieces(facts.find<CallStart>({ ...counting, ...when }, { projection: START, batchSize: PIECE }));
    },
    mark: (marks, asOf) =>
      eachBatch(marks, async (batch) => {
        const updates = batch.map((mark) => marking(mark, asOf));
        await facts.bulkWrite(updates, { ordered: false });
      }),
    ...factWriter(db),
    ...factSummaries(db),
  };
}

async function* pieces<T>(cursor: FindCursor<T>): AsyncGenerator<readonly T[]> {
  try {
    while (await cursor.hasNext()) yield cursor.readBufferedDocuments();
  } finally {
    await cursor.close();
  }
}

function marking({ _id, duplicateOf }: DuplicateMark, asOf: number): AnyBulkWriteOperation<StoredFact> {
  const update =
    duplicateOf === null
      ? { $set: { counts: true, asOf }, $unset: { why: "", duplicateOf: "" } }
      : { $set: { counts: false, why: DUPLICATE, duplicateOf, asOf } };
  return { updateOne: { filter: { _id, asOf: { $lte: asOf } }, update: update as Document } };
}

import type { AnyBulkWriteOperation, Db, Document } from "mongodb";
import type { Day, DayRange } from "../time/day";
import { eachBatch, insertOrReplace } from "./batched-writes-store";
import { dayStretches, type StretchSum } from "./day-stretches";
import type { MetricType } from "./metrics";
import type { Cell, CellChange, OwnerCell } from "./rollup";
import type { SourceId } from "./sources";

type CellDocument = Cell & { readonly createdAt: Date; readonly updatedAt: Date };

/** A person's sums of one metric, one for each range that was asked for. */
export interface UserSum {
  readonly userId: string;
  readonly type: MetricType;
  readonly sums: readonly number[];
}

/** The `metrics` collection, and the sums of facts it is made of. */
export interface MetricStore {
  /** Sums the counting facts of the days by day, source, metric and owner, unmatched owners too. */
  ownerCells(range: DayRange): Promise<readonly OwnerCell[]>;
  cellsOf(range: DayRange): Promise<readonly Cell[]>;
  /** Writes absolute values, new cells by inserts; a cell that a later run wrote stays. */
  save(changes: readonly CellChange[], run: WritingRun): Promise<void>;
  /**
   * Sums by person and metric over several ranges of days in one query.
   *
   * @param users everybody when absent.
   */
  sums(ranges: readonly DayRange[], users?: readonly string[]): Promise<readonly UserSum[]>;
}

export function metricStore(db: Db): MetricStore {
  const metrics = db.collection<CellDocument>("metrics");
  return {
    ownerCells: async ({ from, to }) => {
      const groups = await db
        .collection("facts")
        .aggregate<{ _id: { d: Day; s: SourceId; t: MetricType; o: string }; amount: number; records: number }>([
          { $match: { counts: true, day: { $gte: from, $lte: to } } },
          { $project: { _id: 0, day: 1, source: 1, type: 1, owner: 1, amount: 1 } },
          {
            $group: {
              _id: { d: "$day", s: "$source", t: "$type", o: "$owner" },
              amount: { $sum: "$amount" },
              records: { $sum: 1 },
            },
          },
        ])
        .toArray();
      return groups.map(({ _id, amount, records }) => ({
        source: _id.s,
        type: _id.t,
        day: _id.d,
        owner: _id.o,
        amount,
        records,
      }));
    },
    cellsOf: ({ from, to }) =>
      metrics.find<Cell>({ day: { $gte: from, $lte: to } }, { projection: { createdAt: 0, updatedAt: 0 } }).toArray(),
    save: async (changes, run) => {
      const insert = (batch: readonly CellChange[]) =>
        metrics.insertMany(
          batch.map(({ cell }) => ({ ...cellFields(cell, run), createdAt: run.now })),
          { ordered: false },
        );
      const replace = (batch: readonly CellChange[]) =>
        metrics.bulkWrite(
          batch.map(({ cell }) => upsert(cell, run)),
          { ordered: false },
        );
      const isNew = ({ change }: CellChange) => change === "created";
      await insertOrReplace(changes.filter(isNew), { insert, replace });
      await eachBatch(
        changes.filter((change) => !isNew(change)),
        replace,
      );
    },
    sums: async (ranges, users) => {
      const { firsts, sums } = dayStretches(ranges);
      if (firsts.length === 0) return [];
      const [from, end] = [firsts[0], firsts.at(-1)];
      const groups = await metrics
        .aggregate<{ _id: { u: string; t: MetricType }; parts: readonly StretchSum[] }>([
          {
            $match: { day: { $gte: from, $lt: end }, ...(users === undefined ? {} : { userId: { $in: [...users] } }) },
          },
          { $group: { _id: { u: "$userId", t: "$type", at: stretchOf(firsts) }, value: { $sum: "$value" } } },
          { $group: { _id: { u: "$_id.u", t: "$_id.t" }, parts: { $push: { at: "$_id.at", value: "$value" } } } },
        ])
        .toArray();
      return groups.map(({ _id, parts }) => ({ userId: _id.u, type: _id.t, sums: sums(parts) }));
    },
  };
}

/** The position of the stretch that a document's day lies in, found by halves: a sum for each range would take as long as there are ranges. */
function stretchOf(firsts: readonly Day[], offset = 0): Document {
  if (firsts.length < 2) return { $literal: offset };
  const middle = firsts.length >> 1;
  const [left, right] = [firsts.slice(0, middle), firsts.slice(middle)];
  return { $cond: [{ $lt: ["$day", right[0]] }, stretchOf(left, offset), stretchOf(right, offset + middle)] };
}

interface WritingRun {
  readonly asOf: number;
  readonly now: Date;
}

function cellFields({ records, ...fields }: CellChange["cell"], { asOf, now }: WritingRun) {
  return { ...fields, metadata: { records, asOf }, updatedAt: now };
}

function upsert(cell: CellChange["cell"], run: WritingRun): AnyBulkWriteOperation<CellDocument> {
  const { asOf, now } = run;
  const older = { $lte: [{ $ifNull: ["$metadata.asOf", asOf] }, asOf] };
  const written = { $mergeObjects: [{ createdAt: now }, "$$ROOT", { $literal: cellFields(cell, run) }] };
  return {
    updateOne: {
      filter: { _id: cell._id },
      update: [{ $replaceWith: { $cond: [older, written, "$$ROOT"] } }],
      upsert: true,
    },
  };
}

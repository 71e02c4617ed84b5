import type { Db, Document } from "mongodb";
import type { DayRange } from "../time/day";
import type { StoredFact } from "./fact-changes";
import { ADDRESS_TYPES, DERIVED_TYPES, type MetricType } from "./metrics";
import type { SourceId } from "./sources";

/** What a report tells of stored facts beside the totals. */
export interface FactSummaries {
  /** Counts a source's records that no longer name their owner and stay with the last one known, by metric. */
  ownerLost(source: SourceId, range: DayRange): Promise<readonly { type: MetricType; count: number }[]>;
  /** Counts a source's records that do not count, by reason. */
  leftOut(source: SourceId, range: DayRange): Promise<readonly { why: string; count: number }[]>;
  /** Sums a source's records that do not count for this reason by what they are called, the largest amount first. */
  leftOutNames(source: SourceId, range: DayRange, why: string): Promise<readonly NameSum[]>;
  /** Counts emails from none of `addresses` by whether they were sent to one of them. */
  foreignMail(range: DayRange, addresses: readonly string[]): Promise<{ received: number; unknownSenders: number }>;
  /** Sums a source's counting records, emails aside, whose owner is none of `owners`, by owner. */
  unowned(source: SourceId, range: DayRange, owners: readonly string[]): Promise<readonly OwnerSum[]>;
  /** Sums a source's counting records by owner and month, `2026-10`. */
  ownerMonths(source: SourceId, range: DayRange): Promise<readonly OwnerMonthSum[]>;
}

/** What the records of one owner come to. */
export interface OwnerSum {
  readonly owner: string;
  readonly records: number;
  /** Count, seconds or cents. */
  readonly amount: number;
}

/** What the records of one name come to. */
export interface NameSum {
  /** A customer, an opportunity: foreign text; `null` for those without a name. */
  readonly name: string | null;
  readonly records: number;
  /** Count, seconds or cents. */
  readonly amount: number;
}

/** What the records of one owner come to in a month. */
export interface OwnerMonthSum extends OwnerSum {
  /** `2026-10`, by the team's days. */
  readonly month: string;
}

export function factSummaries(db: Db): FactSummaries {
  const facts = db.collection<StoredFact>("facts");
  return {
    ownerLost: async (source, range) => {
      const lost = { ownerLost: true, source, day: within(range), owner: { $ne: "" }, gone: { $ne: true } };
      const groups = await facts
        .aggregate<{ _id: MetricType; count: number }>([
          { $match: { ...lost, type: { $nin: DERIVED_TYPES } } },
          { $group: { _id: "$type", count: { $sum: 1 } } },
          { $sort: { _id: 1 } },
        ])
        .toArray();
      return groups.map(({ _id, count }) => ({ type: _id, count }));
    },
    leftOut: async (source, range) => {
      const left = { counts: false, day: within(range), source, type: { $nin: DERIVED_TYPES }, gone: { $ne: true } };
      const groups = await facts
        .aggregate<{ _id: string; count: number }>([
          { $match: left },
          { $group: { _id: "$why", count: { $sum: 1 } } },
          { $sort: { count: -1, _id: 1 } },
        ])
        .toArray();
      return groups.map(({ _id, count }) => ({ why: _id, count }));
    },
    leftOutNames: async (source, range, why) => {
      const groups = await facts
        .aggregate<{ _id: string | null; records: number; amount: number }>([
          { $match: { counts: false, day: within(range), source, why, gone: { $ne: true } } },
          { $group: { _id: { $ifNull: ["$name", null] }, records: { $sum: 1 }, amount: { $sum: "$amount" } } },
          { $sort: { amount: -1, _id: 1 } },
        ])
        .toArray();
      return groups.map(({ _id, records, amount }) => ({ name: _id, records, amount }));
    },
    foreignMail: async (range, addresses) => {
      const foreign = {
        ...counting("copper", range),
        type: { $in: ADDRESS_TYPES },
        owner: { $nin: [...addresses] },
      };
      const [all, received] = await Promise.all([
        facts.countDocuments(foreign),
        facts.countDocuments({ ...foreign, to: { $in: [...addresses] } }),
      ]);
      return { received, unknownSenders: all - received };
    },
    unowned: async (source, range, owners) => {
      const groups = await facts
        .aggregate<{ _id: string; records: number; amount: number }>([
          {
            $match: {
              ...counting(source, range),
              type: { $nin: [...DERIVED_TYPES, ...ADDRESS_TYPES] },
              owner: { $nin: [...owners] },
            },
          },
          { $group: { _id: "$owner", records: { $sum: 1 }, amount: { $sum: "$amount" } } },
          { $sort: { records: -1, _id: 1 } },
        ])
        .toArray();
      return groups.map(({ _id, records, amount }) => ({ owner: _id, records, amount }));
    },
    ownerMonths: async (source, range) => {
      const groups = await facts
        .aggregate<{ _id: { owner: string; month: string }; records: number; amount: number }>([
          { $match: counting(source, range) },
          {
            $group: {
              _id: { owner: "$owner", month: { $substrBytes: ["$day", 0, MONTH_LENGTH] } },
              records: { $sum: 1 },
              amount: { $sum: "$amount" },
            },
          },
          { $sort: { _id: 1 } },
        ])
        .toArray();
      return groups.map(({ _id, records, amount }) => ({ ..._id, records, amount }));
    },
  };
}

const MONTH_LENGTH = "2026-10".length;

function within({ from, to }: DayRange): Document {
  return { $gte: from, $lte: to };
}

function counting(source: SourceId, range: DayRange): Document {
  return { counts: true, day: within(range), source };
}

import type { Db } from "mongodb";
import type { DayRange } from "../time/day";
import type { StoredFact } from "./fact-changes";
import { METRICS } from "./metrics";
import type { ComparedFact } from "./moved/moved-records";
import { SOURCE_IDS, type SourceId } from "./sources";

/** An order as it is compared: which it is, whose, of which day, and why it does not count; `null` of one that does. */
export interface MoneyRecord extends Omit<ComparedFact, "day">, Pick<StoredFact, "day" | "owner"> {
  readonly leftOut: string | null;
}

/** The records that money is counted from. */
export interface MoneyRecordStore {
  /** Reads those that count of these owners at each source and of these days, in one query, however many owners there are. */
  counting(owners: Readonly<Record<SourceId, readonly string[]>>, days: DayRange): Promise<readonly MoneyRecord[]>;
  /** Reads those with these ids, whether they count or not. */
  byId(ids: readonly string[]): Promise<readonly MoneyRecord[]>;
}

const TYPES = METRICS.filter(({ unit }) => unit === "dollars").map(({ type }) => type);

/** Named, as in `recordStore`: the server may otherwise choose an index without the owner. */
const BY_OWNER = { source: 1, owner: 1, type: 1, day: 1 } as const;
const FIELDS = { source: 1, recordId: 1, type: 1, day: 1, owner: 1, amount: 1, name: 1, counts: 1, why: 1 } as const;

export function moneyRecordStore(db: Db): MoneyRecordStore {
  const facts = db.collection<StoredFact>("facts");
  return {
    counting: async (owners, { from, to }) => {
      const whose = SOURCE_IDS.flatMap((source) =>
        owners[source].length === 0 ? [] : [{ source, owner: { $in: [...owners[source]] } }],
      );
      if (whose.length === 0) return [];
      const ofDays = { type: { $in: TYPES }, day: { $gte: from, $lte: to }, counts: true as const };
      const found = facts.find({ ...ofDays, $or: whose }, { hint: BY_OWNER }).project<StoredFact>(FIELDS);
      return found.map(moneyRecord).toArray();
    },
    byId: async (ids) => {
      if (ids.length === 0) return [];
      return facts
        .find({ _id: { $in: [...ids] } })
        .project<StoredFact>(FIELDS)
        .map(moneyRecord)
        .toArray();
    },
  };
}

function moneyRecord(fact: StoredFact): MoneyRecord {
  const { _id, source, recordId, type, day, owner, amount, name } = fact;
  const leftOut = fact.counts ? null : fact.why;
  return { _id, source, recordId, type, day, owner, amount, leftOut, ...(name !== undefined && { name }) };
}

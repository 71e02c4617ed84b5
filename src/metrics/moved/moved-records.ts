import type { StoredFact } from "../fact-changes";
import type { MetricType } from "../metrics";

/** What is compared of a record: which it is, and what it is worth. */
export type ComparedFact = Pick<StoredFact, "_id" | "source" | "recordId" | "type" | "amount" | "name"> &
  Partial<Pick<StoredFact, "day">>;

/** Records, and why each does not count; `null` of one that does. */
export interface Listed {
  readonly records: readonly { readonly fact: ComparedFact; readonly leftOut: string | null }[];
}

/** All records of somebody's month by metric; none of a metric that has too many to compare. */
export type MonthRecords = ReadonlyMap<MetricType, Listed>;

/** How many records of a metric and month are compared. */
export const MAX_COMPARED = 200;

/** What became of a record: it is worth more or less, is of another metric, not theirs any more, or does not count, for the reason that is given. */
export type Fate = "new" | "counted" | "total" | "account-type" | "elsewhere" | { readonly leftOut: string };

/** A record that counts for more or less than before, by so many cents, and what became of it. */
export interface MovedRecord {
  readonly fact: ComparedFact;
  readonly amount: number;
  readonly became: Fate;
}

/** Lists the records of a metric that count for more or less than before, with what became of each. */
export function movedRecords(
  type: MetricType,
  { before, after }: { readonly before: MonthRecords; readonly after: MonthRecords },
): readonly MovedRecord[] {
  const [then, now] = [byFact(before.get(type)), byFact(after.get(type))];
  const [elsewhereThen, elsewhereNow] = [byRecord(before, type), byRecord(after, type)];
  const all = new Map([...then, ...now].map(([id, { fact }]) => [id, fact]));
  return [...all].flatMap(([id, fact]): MovedRecord[] => {
    const [was, is] = [then.get(id), now.get(id)];
    const amount = countedAmount(is) - countedAmount(was);
    if (amount === 0) return [];
    const record = recordOf(fact);
    if (amount > 0) return [{ fact, amount, became: whyMore(was, elsewhereThen.get(record)) }];
    return [{ fact, amount, became: is === undefined ? whereTo(elsewhereNow.get(record)) : whatBecame(is.leftOut) }];
  });
}

type Record = Listed["records"][number];

function byFact(listed: Listed | undefined): ReadonlyMap<string, Record> {
  return new Map((listed?.records ?? []).map((one) => [one.fact._id, one]));
}

/** Records of other metrics. */
function byRecord(all: MonthRecords, but: MetricType): ReadonlyMap<string, Record> {
  const others = [...all].flatMap(([type, { records }]) => (type === but ? [] : records));
  return new Map(others.map((one) => [recordOf(one.fact), one]));
}

/** Names a record, whichever metric it counts for. */
function recordOf({ source, recordId }: ComparedFact): string {
  return `${source}:${recordId}`;
}

function countedAmount(record: Record | undefined): number {
  return record?.leftOut === null ? record.fact.amount : 0;
}

/** @param elsewhere the record as it was of another metric. */
function whyMore(before: Record | undefined, elsewhere: Record | undefined): Fate {
  if (before?.leftOut === null) return "total";
  if (before !== undefined) return "counted";
  return elsewhere?.leftOut === null ? "account-type" : "new";
}

/** Says it of a record that the metric has no more: it is of another metric now, or another's, or of another month. */
function whereTo(other: Record | undefined): Fate {
  if (other === undefined) return "elsewhere";
  return other.leftOut === null ? "account-type" : whatBecame(other.leftOut);
}

/** @param leftOut why it does not count: `null` where it does, and counts less. */
function whatBecame(leftOut: string | null): Fate {
  return leftOut === null ? "total" : { leftOut };
}

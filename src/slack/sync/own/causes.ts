import { idOfRecord } from "../../../metrics/fact";
import { DELETED_AT_SOURCE, type StoredFact } from "../../../metrics/fact-changes";
import { type MetricType, metricOf } from "../../../metrics/metrics";
import { leftInWords, moveInWords } from "../../../sync/import-causes";
import { reasonInWords } from "../../../words/reasons";
import { counted, foreign } from "../../ui/text";
import type { Cause, OwnChange } from "./changes";

/** Records, and why each does not count; `null` of one that does. */
interface Listed {
  readonly records: readonly { readonly fact: StoredFact; readonly leftOut: string | null }[];
}

/** All records of somebody's month by metric; none of a metric that has too many to compare. */
export type MonthRecords = ReadonlyMap<MetricType, Listed>;

/** How many records of a metric and month are compared. */
export const MAX_COMPARED = 200;
const MAX_NAMED = 2;
const MAX_NAME_LENGTH = 40;

/**
 * Says beside each change of money which orders made it: "SO-1021 voided". One of which that is not known stays as it is, and so does one
 * that its orders do not come to: their figure and their list were then read at two moments.
 */
export function withCauses(
  changes: readonly OwnChange[],
  { before, after }: { readonly before: MonthRecords; readonly after: MonthRecords },
): readonly OwnChange[] {
  return changes.map((one) => {
    const [was, is] = [before.get(one.type), after.get(one.type)];
    if (one.unit !== "dollars" || was === undefined || is === undefined) return one;
    const others = (all: MonthRecords) => [...all].flatMap(([type, { records }]) => (type === one.type ? [] : records));
    const moved = movedRecords({ was, is, othersBefore: others(before), othersAfter: others(after) });
    const cents = moved.reduce((sum, { amount }) => sum + amount, 0);
    return cents === Math.round(one.change * 100)
      ? { ...one, causes: causesOf(moved, metricOf(one.type).recordNoun) }
      : one;
  });
}

/** A record that counts for more or less than before, by so many cents, and what became of it. */
interface Moved {
  readonly fact: StoredFact;
  readonly amount: number;
  readonly became: string;
}

/** The largest by themselves, the rest together: "SO-1021 voided", "in 3 more orders". */
function causesOf(moved: readonly Moved[], noun: string): readonly Cause[] {
  const sorted = moved.toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  // One that is left over has a name as well.
  const named = sorted.slice(0, sorted.length === MAX_NAMED + 1 ? sorted.length : MAX_NAMED);
  const rest = sorted.slice(named.length).reduce((sum, { amount }) => sum + amount, 0);
  const others =
    rest === 0 ? [] : [{ words: `in ${counted(sorted.length - named.length, `more ${noun}`)}`, change: rest / 100 }];
  return [
    ...named.map(({ fact, amount, became }) => ({ words: `${nameOf(fact)} ${became}`, change: amount / 100 })),
    ...others,
  ];
}

function nameOf({ type, recordId, name }: StoredFact): string {
  const { recordNoun } = metricOf(type);
  return foreign(recordNoun === "order" ? idOfRecord(recordId) : (name ?? recordNoun), MAX_NAME_LENGTH);
}

interface Compared {
  readonly was: Listed;
  readonly is: Listed;
  /** Records of other metrics. */
  readonly othersBefore: Listed["records"];
  readonly othersAfter: Listed["records"];
}

function movedRecords({ was, is, othersBefore, othersAfter }: Compared): readonly Moved[] {
  const [then, now] = [byFact(was), byFact(is)];
  const [elsewhereThen, elsewhereNow] = [byRecord(othersBefore), byRecord(othersAfter)];
  const all = new Map([...then, ...now].map(([id, { fact }]) => [id, fact]));
  return [...all].flatMap(([id, fact]): Moved[] => {
    const [before, after] = [then.get(id), now.get(id)];
    const amount = countedAmount(after) - countedAmount(before);
    if (amount === 0) return [];
    const record = recordOf(fact);
    if (amount > 0) return [{ fact, amount, became: whyMore(before, elsewhereThen.get(record)) }];
    return [
      { fact, amount, became: after === undefined ? whereTo(elsewhereNow.get(record)) : whatBecame(after.leftOut) },
    ];
  });
}

type Record = Listed["records"][number];

function byFact({ records }: Listed): ReadonlyMap<string, Record> {
  return new Map(records.map((one) => [one.fact._id, one]));
}

function byRecord(records: Listed["records"]): ReadonlyMap<string, Record> {
  return new Map(records.map((one) => [recordOf(one.fact), one]));
}

/** Names a record, whichever metric it counts for. */
function recordOf({ source, recordId }: StoredFact): string {
  return `${source}:${recordId}`;
}

function countedAmount(record: Record | undefined): number {
  return record?.leftOut === null ? record.fact.amount : 0;
}

/** @param elsewhere the record as it was of another metric. */
function whyMore(before: Record | undefined, elsewhere: Record | undefined): string {
  if (before?.leftOut === null) return moveInWords("total");
  if (before !== undefined) return moveInWords("counted");
  return elsewhere?.leftOut === null ? moveInWords("account-type") : moveInWords("new");
}

/** Says it of a record that the metric has no more: it is of another metric now, or another's, or of another month. */
function whereTo(other: Record | undefined): string {
  if (other === undefined) return "no longer yours this month";
  return other.leftOut === null ? moveInWords("account-type") : whatBecame(other.leftOut);
}

/** @param leftOut why it does not count: `null` where it does, and counts less. */
function whatBecame(leftOut: string | null): string {
  if (leftOut === null) return moveInWords("total");
  if (leftOut === DELETED_AT_SOURCE) return "deleted";
  return leftInWords(leftOut) ?? `left out: ${reasonInWords(leftOut)}`;
}

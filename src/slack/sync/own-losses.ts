import { idOfRecord } from "../../metrics/fact";
import type { StoredFact } from "../../metrics/fact-changes";
import { type MetricType, metricOf } from "../../metrics/metrics";
import { reasonInWords } from "../../words/reasons";
import { foreign, someOf } from "../ui/text";
import type { OwnChange } from "./own-changes-view";

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

/** Says beside whatever fell which records made it fall: "SO-1021 voided"; a fall of which that is not known stays as it is. */
export function withCauses(
  changes: readonly OwnChange[],
  { before, after }: { readonly before: MonthRecords; readonly after: MonthRecords },
): readonly OwnChange[] {
  return changes.map((one) => {
    const [was, is] = [before.get(one.type), after.get(one.type)];
    if (one.change >= 0 || was === undefined || is === undefined) return one;
    const lost = lostOf(was, is);
    return lost.length === 0 ? one : { ...one, cause: someOf(lost, MAX_NAMED) };
  });
}

/** Lists records that counted and do not any more, or count less, the largest loss first, in words. */
function lostOf(before: Listed, after: Listed): readonly string[] {
  const now = new Map(after.records.map((one) => [one.fact._id, one]));
  return before.records
    .filter(({ leftOut }) => leftOut === null)
    .flatMap(({ fact }) => {
      const is = now.get(fact._id);
      const amount = is?.leftOut === null ? is.fact.amount : 0;
      return amount < fact.amount ? [{ fact, loss: fact.amount - amount, leftOut: is?.leftOut }] : [];
    })
    .sort((a, b) => b.loss - a.loss)
    .map(({ fact, leftOut }) => {
      const { recordNoun } = metricOf(fact.type);
      const name = recordNoun === "order" ? idOfRecord(fact.recordId) : (fact.name ?? recordNoun);
      return `${foreign(name, MAX_NAME_LENGTH)} ${whatBecame(leftOut)}`;
    });
}

/** @param leftOut why it does not count: `null` where it does, and nothing of a record that is not theirs or this month's any more. */
function whatBecame(leftOut: string | null | undefined): string {
  if (leftOut === undefined) return "moved away";
  if (leftOut === null) return "lowered";
  return WORDS.get(leftOut) ?? `(${reasonInWords(leftOut)})`;
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ["order is Void", "voided"],
  ["order is Cancelled", "canceled"],
  ["order is Expired", "expired"],
  ["order is Estimate", "made an estimate"],
  ["deleted at the source", "deleted"],
]);

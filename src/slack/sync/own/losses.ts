import { idOfRecord } from "../../../metrics/fact";
import type { StoredFact } from "../../../metrics/fact-changes";
import { type MetricType, metricOf } from "../../../metrics/metrics";
import { leftInWords, moveInWords } from "../../../sync/import-causes";
import { reasonInWords } from "../../../words/reasons";
import { foreign, someOf } from "../../ui/text";
import type { OwnChange } from "./changes";

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
    const others = [...after.values()].filter((other) => other !== is);
    const lost = lostOf(was, { is, others });
    return lost.length === 0 ? one : { ...one, cause: someOf(lost, MAX_NAMED) };
  });
}

/** Lists records that counted and do not any more, or count less, the largest loss first, in words; `others` are of other metrics. */
function lostOf(
  before: Listed,
  { is: after, others }: { readonly is: Listed; readonly others: readonly Listed[] },
): readonly string[] {
  const now = new Map(after.records.map((one) => [one.fact._id, one]));
  const elsewhere = new Map(others.flatMap(({ records }) => records).map((one) => [recordOf(one.fact), one]));
  return before.records
    .filter(({ leftOut }) => leftOut === null)
    .flatMap(({ fact }) => {
      const is = now.get(fact._id);
      const amount = is?.leftOut === null ? is.fact.amount : 0;
      return amount < fact.amount
        ? [{ fact, loss: fact.amount - amount, is, other: elsewhere.get(recordOf(fact)) }]
        : [];
    })
    .sort((a, b) => b.loss - a.loss)
    .map(({ fact, is, other }) => {
      const { recordNoun } = metricOf(fact.type);
      const name = recordNoun === "order" ? idOfRecord(fact.recordId) : (fact.name ?? recordNoun);
      return `${foreign(name, MAX_NAME_LENGTH)} ${is === undefined ? whereTo(other) : whatBecame(is.leftOut)}`;
    });
}

/** Names a record, whichever metric it counts for. */
function recordOf({ source, recordId }: StoredFact): string {
  return `${source}:${recordId}`;
}

/** Says it of a record that the metric has no more: it is of another metric now, or another's, or of another month. */
function whereTo(other: Listed["records"][number] | undefined): string {
  if (other === undefined) return "no longer yours this month";
  return other.leftOut === null ? moveInWords("account-type") : whatBecame(other.leftOut);
}

/** @param leftOut why it does not count: `null` where it does, and counts less. */
function whatBecame(leftOut: string | null): string {
  if (leftOut === null) return moveInWords("total");
  if (leftOut === DELETED) return "deleted";
  return leftInWords(leftOut) ?? `(${reasonInWords(leftOut)})`;
}

const DELETED = "deleted at the source";

import { idOfRecord } from "../../../metrics/fact";
import { DELETED_AT_SOURCE } from "../../../metrics/fact-changes";
import { metricOf } from "../../../metrics/metrics";
import type { ComparedFact, Fate, MovedRecord } from "../../../metrics/moved/moved-records";
import { leftInWords, moveInWords } from "../../../sync/import-causes";
import { reasonInWords } from "../../../words/reasons";
import { counted, foreign } from "../text";

/** What some records changed of a figure: "SO-1021 voided" as mrkdwn, and by how much in the metric's unit. */
export interface Cause {
  readonly words: string;
  readonly change: number;
}

const MAX_NAMED = 2;
const MAX_NAME_LENGTH = 40;

/** The records that moved a sum of money, the largest by themselves, the rest together: "SO-1021 voided", "3 more orders". */
export function causesOf(moved: readonly MovedRecord[]): readonly Cause[] {
  const sorted = moved.toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  // One that is left over has a name as well.
  const named = sorted.slice(0, sorted.length === MAX_NAMED + 1 ? sorted.length : MAX_NAMED);
  const others = sorted.slice(named.length);
  const rest = others.reduce((sum, { amount }) => sum + amount, 0);
  const [first] = others;
  return [
    ...named.map(({ fact, amount, became }) => ({
      words: `${nameOf(fact)} ${fateInWords(became)}`,
      change: amount / 100,
    })),
    ...(first === undefined || rest === 0
      ? []
      : [{ words: counted(others.length, `more ${metricOf(first.fact.type).recordNoun}`), change: rest / 100 }]),
  ];
}

function nameOf({ type, recordId, name }: ComparedFact): string {
  const { recordNoun } = metricOf(type);
  return foreign(recordNoun === "order" ? idOfRecord(recordId) : (name ?? recordNoun), MAX_NAME_LENGTH);
}

function fateInWords(became: Fate): string {
  if (became === "elsewhere") return "no longer yours this month";
  if (typeof became === "string") return moveInWords(became);
  if (became.leftOut === DELETED_AT_SOURCE) return "deleted";
  return leftInWords(became.leftOut) ?? `left out: ${reasonInWords(became.leftOut)}`;
}

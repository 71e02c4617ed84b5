import { ownerWord } from "../../metrics/lost-owners";
import type { MetricType } from "../../metrics/metrics";
import type { OwnerWord, SourceId } from "../../metrics/sources";

/** The nouns of the records whose owner each word names: one, several. */
const RECORDS: Readonly<Record<OwnerWord, readonly [one: string, many: string]>> = {
  agent: ["call", "calls"],
  user: ["call", "calls"],
  assignee: ["opportunity", "opportunities"],
  sender: ["email", "emails"],
};

/**
 * Says how many records no longer name their owner, a sentence for each kind.
 *
 * @example
 * lostOwnerNotes("justcall", [{ type: "phone_call_quantity", count: 12 }]);
 * // => ["12 calls no longer name their agent; they stay with whoever they were."]
 */
export function lostOwnerNotes(
  source: SourceId,
  lost: readonly { readonly type: MetricType; readonly count: number }[],
): readonly string[] {
  const counts = new Map<OwnerWord, number>();
  for (const { type, count } of lost) {
    const word = ownerWord({ source, type });
    if (word !== null) counts.set(word, (counts.get(word) ?? 0) + count);
  }
  return [...counts].map(([word, count]) => note(word, count));
}

function note(word: OwnerWord, count: number): string {
  const [one, many] = RECORDS[word];
  if (count === 1)
    return `1 ${one} no longer has ${word === "assignee" ? "an owner" : `its ${word}`}; it stays with the previous rep.`;
  return `${count.toLocaleString("en-US")} ${many} no longer have ${word === "assignee" ? "an owner" : `their ${word}`}; they stay with the previous rep.`;
}

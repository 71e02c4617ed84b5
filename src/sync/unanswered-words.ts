import { SOURCES, type SourceId } from "../metrics/sources";

/** "JustCall doesn't say whether 12 records still exist; they count until it does."; `of` names their days. */
export function unansweredInWords(source: SourceId, { records, of = "" }: { records: number; of?: string }): string {
  const title = SOURCES[source].title;
  if (records === 1) return `${title} doesn't say whether 1 record${of} still exists; it counts until it does.`;
  return `${title} doesn't say whether ${records.toLocaleString("en-US")} records${of} still exist; they count until it does.`;
}

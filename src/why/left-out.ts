import type { StoredFact } from "../metrics/fact-changes";
import { metricOf, RECEIVED_REASON, UNKNOWN_SENDER_REASON } from "../metrics/metrics";
import type { RecordTally } from "../metrics/record-store";
import { SOURCES } from "../metrics/sources";
import type { Roster } from "../people/roster";

/** How many records do not count for one reason, as people read it. */
export interface LeftOut {
  readonly why: string;
  readonly records: number;
}

/** Says why a record does not count, by the mappings as they are now; `null` when it does. */
export function whyLeftOut(fact: StoredFact, who: Roster): string | null {
  if (!fact.counts) return fact.why;
  if (who.userOf(fact.source, fact.owner) !== null) return null;
  if (metricOf(fact.type).ownedBy !== "address") return SOURCES[fact.source].unmatchedReason;
  return (fact.to ?? []).some((address) => who.userOf("copper", address) !== null)
    ? RECEIVED_REASON
    : UNKNOWN_SENDER_REASON;
}

/** Counts one person's records that do not count, by reason, most records first. */
export function leftOutOf(tallies: readonly RecordTally[]): readonly LeftOut[] {
  return mostFirst(tallies.flatMap(({ why, records }) => (why === null ? [] : [{ why, records }])));
}

/**
 * Counts the unmatched records by reason, most records first: those that count at their source count for no one.
 *
 * @param received how many of them are emails sent to a rep; `null` when emails are not asked about.
 */
export function leftOutOfUnmatched(tallies: readonly RecordTally[], received: number | null): readonly LeftOut[] {
  const unmatched = tallies.filter(({ why }) => why === null);
  const mails = unmatched.reduce((sum, { records }) => sum + records, 0);
  const reasons =
    received === null
      ? unmatched.map(({ source, records }) => ({ why: SOURCES[source].unmatchedReason, records }))
      : [
          { why: RECEIVED_REASON, records: received },
          { why: UNKNOWN_SENDER_REASON, records: mails - received },
        ];
  return mostFirst([...leftOutOf(tallies), ...reasons]);
}

/** Sums equal reasons, since two sources may give one. */
function mostFirst(reasons: readonly LeftOut[]): readonly LeftOut[] {
  const sums = new Map<string, number>();
  for (const { why, records } of reasons) sums.set(why, (sums.get(why) ?? 0) + records);
  return [...sums]
    .map(([why, records]) => ({ why, records }))
    .filter(({ records }) => records > 0)
    .sort((a, b) => b.records - a.records || (a.why < b.why ? -1 : 1));
}

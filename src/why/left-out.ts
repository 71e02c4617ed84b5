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

/** Why a record does not count, by who is who now; `null` when it does. */
export function whyLeftOut(fact: StoredFact, who: Roster): string | null {
  if (!fact.counts) return fact.why;
  if (who.userOf(fact.source, fact.owner) !== null) return null;
  if (metricOf(fact.type).ownedBy !== "address") return SOURCES[fact.source].unmatchedReason;
  return (fact.to ?? []).some((address) => who.userOf("copper", address) !== null)
    ? RECEIVED_REASON
    : UNKNOWN_SENDER_REASON;
}

/** The reasons of somebody's records, most records first. */
export function leftOutOf(tallies: readonly RecordTally[]): readonly LeftOut[] {
  return mostFirst(tallies.flatMap(({ why, records }) => (why === null ? [] : [{ why, records }])));
}

/**
 * The reasons of nobody's records, most records first: those that count at their source count for no one.
 *
 * @param received how many of them are e-mails sent to a rep; `null` when e-mails are not asked about.
 */
export function leftOutOfUnmatched(tallies: readonly RecordTally[], received: number | null): readonly LeftOut[] {
  const unclaimed = tallies.filter(({ why }) => why === null);
  const mails = unclaimed.reduce((sum, { records }) => sum + records, 0);
  const words =
    received === null
      ? unclaimed.map(({ source, records }) => ({ why: SOURCES[source].unmatchedReason, records }))
      : [
          { why: RECEIVED_REASON, records: received },
          { why: UNKNOWN_SENDER_REASON, records: mails - received },
        ];
  return mostFirst([...leftOutOf(tallies), ...words]);
}

/** Two sources may give one reason. */
function mostFirst(reasons: readonly LeftOut[]): readonly LeftOut[] {
  const sums = new Map<string, number>();
  for (const { why, records } of reasons) sums.set(why, (sums.get(why) ?? 0) + records);
  return [...sums]
    .map(([why, records]) => ({ why, records }))
    .filter(({ records }) => records > 0)
    .sort((a, b) => b.records - a.records || (a.why < b.why ? -1 : 1));
}

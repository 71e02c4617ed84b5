import { metricOf } from "../../metrics/metrics";
import type { OwnerCell } from "../../metrics/rollup";
import type { SourceId } from "../../metrics/sources";
import type { Roster } from "../../people/roster";
import type { Day } from "../../time/day";

/** A source's records of one day that count at the source, for a person we know or for none. */
export interface DayTally {
  readonly source: SourceId;
  readonly day: Day;
  readonly owned: number;
  readonly unowned: number;
  /** The people they belong to. */
  readonly users: ReadonlySet<string>;
}

/** Makes the tallies of all days and sources that have any such record. */
export function dayTallies(sums: readonly OwnerCell[], userOf: Roster["userOf"]): readonly DayTally[] {
  const tallies = new Map<string, { source: SourceId; day: Day; owned: number; unowned: number; users: Set<string> }>();
  for (const { source, type, day, owner, records } of sums) {
    // A call's talk time is its second fact: the call is counted by its first.
    if (metricOf(type).derivedFrom !== undefined) continue;
    const key = `${day} ${source}`;
    const tally = tallies.get(key) ?? { source, day, owned: 0, unowned: 0, users: new Set<string>() };
    tallies.set(key, tally);
    const user = userOf(source, owner);
    if (user === null) tally.unowned += records;
    else {
      tally.owned += records;
      tally.users.add(user);
    }
  }
  return [...tallies.values()];
}

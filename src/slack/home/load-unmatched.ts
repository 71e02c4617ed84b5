import type { SourceId } from "../../metrics/sources";
import type { Person } from "../../people/person";
import type { UnmatchedOwners } from "../../sync/run/unmatched";
import type { DayRange } from "../../time/day";
import type { SlackDeps } from "../deps";
import { readUnmatched, waitingDays } from "../sync/waiting/read-waiting";
import { type Known, madeMappings } from "./mapping";

/** What an admin reads of people at the sources. */
export interface LoadedUnmatched {
  readonly unmatched: UnmatchedOwners;
  readonly made: ReturnType<typeof madeMappings>;
  /** The days whose records are counted, both included: the last thirty. */
  readonly counted: DayRange;
  /** Tells whether a person is mapped to this owner at a source now. */
  readonly isMatched: (source: SourceId, owner: string) => boolean;
  /** Whether any sync has come to an end yet. */
  readonly synced: boolean;
}

/** Reads who is matched to nobody now, with what waits for them, and who was matched by hand, by a constant number of queries. */
export async function loadUnmatched(
  deps: Pick<SlackDeps, "people" | "runs" | "facts" | "days" | "now">,
  everybody: readonly Person[],
): Promise<LoadedUnmatched> {
  const { unmatched, salesmen, found, who } = await readUnmatched(deps, everybody);
  const known: Known = { people: everybody, salesmen, runs: found };
  return {
    unmatched,
    made: madeMappings(known),
    counted: waitingDays(deps),
    isMatched: (source, owner) => who.userOf(source, owner) !== null,
    synced: found.length > 0,
  };
}

import { awaitBySource, type SourceId } from "../../metrics/sources";
import type { Person } from "../../people/person";
import { roster } from "../../people/roster";
import { type UnmatchedOwners, unmatchedOwners } from "../../sync/run/unmatched";
import type { DayRange } from "../../time/day";
import type { SlackDeps } from "../deps";
import { lastThirtyDays } from "../sync/parse";
import { type Known, madeMappings } from "./mapping";

/** A salesman shows in a run only when he sold in its days. */
const RUNS_SEARCHED = 20;

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

/** The days of which it is told what waits, both included: the last thirty. */
export function waitingDays({ days, now }: Pick<SlackDeps, "days" | "now">): DayRange {
  return lastThirtyDays(days.dayOf(now()));
}

/** Reads who is matched to nobody now, with what waits for them, and who was matched by hand, by a constant number of queries. */
export async function loadUnmatched(
  { people, runs, facts, days, now }: Pick<SlackDeps, "people" | "runs" | "facts" | "days" | "now">,
  everybody: readonly Person[],
): Promise<LoadedUnmatched> {
  const [salesmen, found] = await Promise.all([people.salesmen(), runs.latestUnmatched(RUNS_SEARCHED)]);
  const who = roster(everybody, salesmen);
  const counted = waitingDays({ days, now });
  const waiting = await awaitBySource((source) => facts.unowned(source, counted, who.owners(source)));
  const known: Known = { people: everybody, salesmen, runs: found };
  return {
    unmatched: unmatchedOwners(found, { people: everybody, salesmen, waiting }),
    made: madeMappings(known),
    counted,
    isMatched: (source, owner) => who.userOf(source, owner) !== null,
    synced: found.length > 0,
  };
}

import { awaitBySource } from "../../../metrics/sources";
import type { Person, Salesman } from "../../../people/person";
import { roster } from "../../../people/roster";
import type { RunUnmatched } from "../../../sync/run/run-store";
import { type UnmatchedOwners, unmatchedOwners } from "../../../sync/run/unmatched";
import type { DayRange } from "../../../time/day";
import type { SlackDeps } from "../../deps";
import { lastThirtyDays } from "../parse";
import { readUntyped } from "./account-types";
import { type WaitingList, waitingList } from "./waiting";

/** A salesman shows in a run only when he sold in its days. */
const RUNS_SEARCHED = 20;

type WaitingDeps = Pick<SlackDeps, "people" | "runs" | "facts" | "days" | "now">;

/** Who is matched to nobody, and by what that was found. */
export interface ReadUnmatched {
  readonly unmatched: UnmatchedOwners;
  readonly salesmen: readonly Salesman[];
  /** The latest runs, newest first. */
  readonly found: readonly RunUnmatched[];
  readonly who: ReturnType<typeof roster>;
}

/** The days of which it is told what waits, both included: the last thirty. */
export function waitingDays({ days, now }: Pick<SlackDeps, "days" | "now">): DayRange {
  return lastThirtyDays(days.dayOf(now()));
}

/** Reads all that waits in the workspace, as Home and what else speaks of all of it says it, by a constant number of queries. */
export async function readWaiting(deps: WaitingDeps): Promise<WaitingList> {
  const [everybody, untyped] = await Promise.all([deps.people.all(), readUntyped(deps, waitingDays(deps))]);
  const { unmatched } = await readUnmatched(deps, everybody);
  return waitingList({ untyped, owners: unmatched.open });
}

/** Reads who is matched to nobody now, with what waits for them. */
export async function readUnmatched(
  { people, runs, facts, days, now }: WaitingDeps,
  everybody: readonly Person[],
): Promise<ReadUnmatched> {
  const [salesmen, found] = await Promise.all([people.salesmen(), runs.latestUnmatched(RUNS_SEARCHED)]);
  const who = roster(everybody, salesmen);
  const counted = waitingDays({ days, now });
  const waiting = await awaitBySource((source) => facts.unowned(source, counted, who.owners(source)));
  return { unmatched: unmatchedOwners(found, { people: everybody, salesmen, waiting }), salesmen, found, who };
}

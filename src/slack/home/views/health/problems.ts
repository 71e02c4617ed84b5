import type { KnownBlock } from "@slack/types";
import type { Finding } from "../../../../doctor/finding";
import { isMissingMatch, UNTYPED_FINDING } from "../../../../doctor/people-findings";
import type { SourceId } from "../../../../metrics/sources";
import type { WaitingList } from "../../../sync/waiting/waiting";
import { type HealthState, lastCheck } from "../../health";
import { type BesideSources, lastRunPart, undeliveredPart } from "./beside-sources";
import { type ProblemCounts, problemCounts } from "./problem-counts";
import { type KnownSince, standingFindings } from "./standing";

/** What an admin's first page and the health page go by, so that the two say the same. */
export interface Known extends BesideSources, Pick<KnownSince, "freshness"> {
  readonly health: HealthState;
  /** What is credited to no one, of the last thirty days: it is listed by itself, and counted as no problem. */
  readonly waiting: WaitingList;
  /** Tells whether a person is mapped to this owner at a source now. */
  readonly isMatched: (source: SourceId, owner: string) => boolean;
}

/** All that is wrong, with how much it is. */
export interface Problems extends ProblemCounts {
  /** What the last check found and still is so, also what is well, and what the last syncs found by themselves. */
  readonly findings: readonly Finding[];
  /** How much is wrong by these and by how the sources are. */
  readonly ofSources: ProblemCounts;
  /** Who is matched with nobody and has no record that waits, which is no problem. */
  readonly unmatched: readonly Finding[];
  readonly lastRun: readonly KnownBlock[];
  readonly undelivered: readonly KnownBlock[];
}

/** Gathers what is wrong, each thing once: by the last check, by the last syncs, a last sync that broke, and messages that may not have arrived. */
export function problems(known: Known): Problems {
  const standing = standingFindings(lastCheck(known.health), { ...known, isSaid: saidElsewhere(known) });
  const findings = standing.filter((one) => one.id !== UNTYPED_FINDING && !isMissingMatch(one));
  const ofSources = problemCounts({ ...known, findings });
  const [lastRun, undelivered] = [lastRunPart(known), undeliveredPart(known)];
  return {
    ...{ findings, ofSources, lastRun, undelivered },
    unmatched: standing.filter(isMissingMatch),
    faults: ofSources.faults + lastRun.length,
    warnings: ofSources.warnings + undelivered.length,
  };
}

/** Whoever is matched since a check, or has a row among what waits, needs none of its findings. */
function saidElsewhere({ waiting, isMatched }: Known): KnownSince["isSaid"] {
  const waits = new Set(waiting.all.flatMap((one) => (one.kind === "match" ? [keyOf(one.owner)] : [])));
  return (source, owner) => isMatched(source, owner) || waits.has(keyOf({ source, owner }));
}

function keyOf({ source, owner }: { readonly source: SourceId; readonly owner: string | null }): string {
  return `${source} ${owner ?? ""}`;
}

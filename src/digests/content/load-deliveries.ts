import type { DueRow } from "../planned-message";
import { type LoadDigestsDeps, type LoadedDigest, loadDigests } from "./load-digests";
import { type LoadedLeaderboard, type LoadLeaderboardDeps, loadLeaderboards } from "./load-leaderboard";
import { type LoadedTeamRecap, type LoadTeamRecapsDeps, loadTeamRecaps } from "./load-team-recaps";

/** What messages are made of, by the ids of their rows. */
export interface DeliveryContents {
  readonly digests: ReadonlyMap<string, LoadedDigest>;
  readonly leaderboards: ReadonlyMap<string, LoadedLeaderboard>;
  readonly teamRecaps: ReadonlyMap<string, LoadedTeamRecap>;
}

/** Loads what these rows are about: digests, leaderboards and recaps of teams, each kind at once. */
export async function loadDeliveries(
  { rows, now }: { readonly rows: readonly DueRow[]; readonly now: Date },
  deps: LoadDigestsDeps & LoadLeaderboardDeps & LoadTeamRecapsDeps,
): Promise<DeliveryContents> {
  const of = (kind: DueRow["kind"]) => rows.filter((row) => row.kind === kind);
  const [digests, leaderboards, teamRecaps] = await Promise.all([
    loadDigests({ rows: of("digest"), now }, deps),
    loadLeaderboards(of("board"), deps),
    loadTeamRecaps({ rows: of("recap"), now }, deps),
  ]);
  return { digests, leaderboards, teamRecaps };
}

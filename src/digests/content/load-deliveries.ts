import type { DueRow } from "../planned-message";
import { type LoadDigestsDeps, type LoadedDigest, loadDigests } from "./load-digests";
import { type LoadedLeaderboard, type LoadLeaderboardDeps, loadLeaderboards } from "./load-leaderboard";

/** What messages are made of, by the ids of their rows. */
export interface DeliveryContents {
  readonly digests: ReadonlyMap<string, LoadedDigest>;
  readonly leaderboards: ReadonlyMap<string, LoadedLeaderboard>;
}

/** Loads what these rows are about: digests and leaderboards, each kind at once. */
export async function loadDeliveries(
  { rows, now }: { readonly rows: readonly DueRow[]; readonly now: Date },
  deps: LoadDigestsDeps & LoadLeaderboardDeps,
): Promise<DeliveryContents> {
  const [digests, leaderboards] = await Promise.all([
    loadDigests({ rows: rows.filter(({ kind }) => kind === "digest"), now }, deps),
    loadLeaderboards(
      rows.filter(({ kind }) => kind === "board"),
      deps,
    ),
  ]);
  return { digests, leaderboards };
}

import { periodOf } from "../../goals/goal";
import type { Day } from "../../time/day";
import type { MorningsStore } from "../delivery/mornings-store";
import { type DueRow, isResend } from "../planned-message";
import { type LoadDigestsDeps, type LoadedDigest, loadDigests } from "./load-digests";
import { type LoadedLeaderboard, type LoadLeaderboardDeps, loadLeaderboards } from "./load-leaderboard";
import { type LoadedTeamRecap, type LoadTeamRecapsDeps, loadTeamRecaps } from "./load-team-recaps";
import type { Recap } from "./recap";

/** A digest of which its row's message is made. */
export interface LoadedDelivery extends LoadedDigest {
  /** Whether a recap of teams comes behind it, which says what its reader's own week and month came to. */
  readonly recapsBehind: boolean;
}

/** A recap of teams of which its row's message is made. */
export interface LoadedRecap extends LoadedTeamRecap {
  /** The reader's own week and month, which the digest before it left to it, and their date. */
  readonly own: { readonly recaps: readonly Recap[]; readonly today: Day };
}

/** What messages are made of, by the ids of their rows. */
export interface DeliveryContents {
  readonly digests: ReadonlyMap<string, LoadedDelivery>;
  readonly leaderboards: ReadonlyMap<string, LoadedLeaderboard>;
  readonly teamRecaps: ReadonlyMap<string, LoadedRecap>;
}

type LoadDeliveriesDeps = LoadDigestsDeps &
  LoadLeaderboardDeps &
  LoadTeamRecapsDeps & { readonly mornings: MorningsStore };

/** Loads what these rows are about: digests, leaderboards and recaps of teams, each kind at once. */
export async function loadDeliveries(
  { rows, now }: { readonly rows: readonly DueRow[]; readonly now: Date },
  deps: LoadDeliveriesDeps,
): Promise<DeliveryContents> {
  const of = (kind: DueRow["kind"]) => rows.filter((row) => row.kind === kind);
  const [digests, leaderboards, teamRecaps, own] = await Promise.all([
    loadDigests({ rows: of("digest"), now }, deps),
    loadLeaderboards(of("board"), deps),
    loadTeamRecaps({ rows: of("recap"), now }, deps),
    loadOwnRecaps({ rows: of("recap"), now }, deps),
  ]);
  // A digest that somebody asked for again stands alone.
  const looking = of("digest").filter((row) => !isResend(row) && digests.get(row._id)?.digest.recaps.length);
  const behind = await deps.mornings.withRecapBehind(
    looking.map((row) => ({ ...row, monday: periodOf("weekly", row.day).from })),
  );
  return {
    digests: new Map([...digests].map(([id, loaded]) => [id, { ...loaded, recapsBehind: behind.has(id) }])),
    leaderboards,
    teamRecaps: new Map(
      [...teamRecaps].map(([id, loaded]) => {
        const nothing = { recaps: [], today: loaded.recap.monday };
        return [id, { ...loaded, own: own.get(id) ?? nothing }];
      }),
    ),
  };
}

/** Loads what the reader's own week and month came to, for those of these recaps that say it. */
async function loadOwnRecaps(
  { rows, now }: { readonly rows: readonly DueRow[]; readonly now: Date },
  deps: LoadDeliveriesDeps,
): Promise<ReadonlyMap<string, LoadedRecap["own"]>> {
  const carrying = rows.length === 0 ? new Set<string>() : await deps.mornings.withDigestBefore(rows);
  const asked = rows.flatMap(({ _id, to, morning }) => {
    return morning === undefined || !carrying.has(_id) ? [] : [{ _id, to, day: morning }];
  });
  const loaded = await loadDigests({ rows: asked, now }, deps);
  return new Map([...loaded].map(([id, { digest }]) => [id, { recaps: digest.recaps, today: digest.day }]));
}

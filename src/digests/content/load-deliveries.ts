import type { Day } from "../../time/day";
import type { OwnRecapsStore } from "../delivery/own-recaps-store";
import type { DueRow, ReportedFigure } from "../planned-message";
import type { WantedDigest } from "./build-digests";
import { type LoadDigestsDeps, type LoadedDigest, loadDigests } from "./load-digests";
import { type LoadedLeaderboard, type LoadLeaderboardDeps, loadLeaderboards } from "./load-leaderboard";
import { type LoadedTeamRecap, type LoadTeamRecapsDeps, loadTeamRecaps } from "./load-team-recaps";
import { loadOwnRecaps, type OwnRecapsPlan } from "./own-recaps";
import type { Recap } from "./recap";

/** A digest of which its row's message is made. */
export interface LoadedDelivery extends LoadedDigest {
  /** Whether a recap of teams comes behind it, which says what its reader's own week and month came to. */
  readonly recapsBehind: boolean;
}

/** A recap of teams of which its row's message is made. */
export interface LoadedRecap extends LoadedTeamRecap {
  /** The reader's own week and month, which the digest before it left to it, with their date and the totals of both. */
  readonly own: {
    readonly recaps: readonly Recap[];
    readonly today: Day;
    readonly reported?: readonly ReportedFigure[];
  };
}

/** What messages are made of, by the ids of their rows. */
export interface DeliveryContents {
  readonly digests: ReadonlyMap<string, LoadedDelivery>;
  readonly leaderboards: ReadonlyMap<string, LoadedLeaderboard>;
  readonly teamRecaps: ReadonlyMap<string, LoadedRecap>;
}

type LoadDeliveriesDeps = LoadDigestsDeps &
  LoadLeaderboardDeps &
  LoadTeamRecapsDeps & { readonly ownRecaps: OwnRecapsStore };

/** Loads what these rows are about: digests, leaderboards and recaps of teams, each kind at once. */
export async function loadDeliveries(
  { rows, now }: { readonly rows: readonly DueRow[]; readonly now: Date },
  deps: LoadDeliveriesDeps,
): Promise<DeliveryContents> {
  const of = (kind: DueRow["kind"]) => rows.filter((row) => row.kind === kind);
  const plan = await loadOwnRecaps(rows, deps.ownRecaps);
  const [loaded, leaderboards, teamRecaps] = await Promise.all([
    // The digests first: what others changed in somebody's goals is theirs to tell.
    loadDigests({ rows: [...wantedDigests(of("digest"), plan), ...wantedOwn(of("recap"), plan)], now }, deps),
    loadLeaderboards(of("board"), deps),
    loadTeamRecaps({ rows: of("recap"), now }, deps),
  ]);
  const digests = of("digest").flatMap(({ _id }): readonly [string, LoadedDelivery][] => {
    const one = loaded.get(_id);
    if (one === undefined) return [];
    const recapsBehind = plan.digests.get(_id)?.behind === true && one.digest.recaps.length > 0;
    return [[_id, { ...one, recapsBehind }]];
  });
  const recaps = [...teamRecaps].map(([id, recap]): readonly [string, LoadedRecap] => {
    const own = loaded.get(id)?.digest;
    if (own === undefined) return [id, { ...recap, own: { recaps: [], today: recap.recap.monday } }];
    return [id, { ...recap, own: { recaps: own.recaps, today: own.day, reported: own.recapFigures ?? [] } }];
  });
  return { digests: new Map(digests), leaderboards, teamRecaps: new Map(recaps) };
}

function wantedDigests(rows: readonly DueRow[], { digests }: OwnRecapsPlan): readonly WantedDigest[] {
  return rows.map(({ _id, to, day }) => {
    const { overdue = [], told = [] } = digests.get(_id) ?? {};
    return { _id, to, day, overdue, told };
  });
}

/** The reader's own week and month, for those of these recaps of teams that say them, under the recap's id. */
function wantedOwn(rows: readonly DueRow[], plan: OwnRecapsPlan): readonly WantedDigest[] {
  return rows.flatMap(({ _id, to, morning: day }): readonly WantedDigest[] => {
    const own = plan.teamRecaps.get(_id) ?? null;
    return day === undefined || own === null ? [] : [{ _id, to, day, ...own }];
  });
}

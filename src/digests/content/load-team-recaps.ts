import type { OverviewStore } from "../../goals/overview-store";
import { byPerson, namedTeamOverviews, teamOverviewOf } from "../../goals/teams/team-figures";
import type { PeopleStore } from "../../people/people-store";
import { EVERYONE } from "../../people/permissions";
import { namesOf, type Person } from "../../people/person";
import type { Freshness } from "../../sync/state/freshness";
import { readDays } from "../../sync/state/read-days";
import { ownTeams } from "../../teams/managed-teams";
import type { TeamReader } from "../../teams/team-store";
import type { ZoneDays } from "../../time/day";
import type { DueRow } from "../planned-message";
import { recapMembers } from "../schedule/team-recaps";
import { type RecapTeam, type TeamRecap, teamRecap, teamRecapRanges } from "./team-recap";

/** A manager's recap, ready to be shown. */
export interface LoadedTeamRecap {
  /** Slack id of the manager whom it is for. */
  readonly reader: string;
  readonly recap: TeamRecap;
  /** Slack ids of whoever is in the named teams in it, in their order. */
  readonly members: readonly string[];
  /** Names by Slack id. */
  readonly names: ReadonlyMap<string, string>;
  /** Everybody's time zone in Slack. */
  readonly zones: readonly Pick<Person, "_id" | "tz">[];
  /** Covers every source but those that are off. */
  readonly freshness: readonly Freshness[];
}

export interface LoadTeamRecapsDeps {
  readonly overviews: Pick<OverviewStore, "figures">;
  readonly people: Pick<PeopleStore, "all">;
  readonly teams: Pick<TeamReader, "all">;
  freshness(): Promise<readonly Freshness[]>;
  readonly days: ZoneDays;
}

/** Loads these recaps by their rows' ids, all from three queries for people, goals and figures, of however many teams and managers. */
export async function loadTeamRecaps(
  { rows, now }: { readonly rows: readonly Pick<DueRow, "_id" | "to" | "day">[]; readonly now: Date },
  { overviews, people, teams, freshness, days }: LoadTeamRecapsDeps,
): Promise<ReadonlyMap<string, LoadedTeamRecap>> {
  if (rows.length === 0) return new Map();
  const [everybody, allTeams, states] = await Promise.all([people.all(), teams.all(), freshness()]);
  const known = new Map(everybody.map((person) => [person._id, person]));
  const owned = rows.flatMap((row) => {
    const manager = known.get(row.to);
    const own = manager === undefined ? [] : ownTeams(manager, allTeams);
    return own.length === 0 ? [] : [{ ...row, own: new Set(own) }];
  });
  const readers = everybody.filter(({ active }) => active);
  const shown = allTeams.filter(({ _id }) => owned.some(({ own }) => own.has(_id)));
  const also = owned.flatMap(({ day }) => teamRecapRanges(day));
  const figures = await overviews.figures({ now, readers, teams: shown, also });
  const named = namedTeamOverviews(readers, figures);
  const all: readonly RecapTeam[] = [
    ...(owned.some(({ own }) => own.has(EVERYONE))
      ? [{ teamId: EVERYONE, name: null, overview: teamOverviewOf(readers, figures) }]
      : []),
    ...shown.flatMap(({ _id: teamId, name }) => {
      const overview = named.get(teamId);
      return overview === undefined ? [] : [{ teamId, name, overview }];
    }),
  ];
  const { isRead } = readDays({ states, days, now });
  const input = { figures, goalsOf: byPerson(figures.goals), people: known, isRead };
  const names = namesOf(everybody);
  const zones = everybody.map(({ _id, tz }) => ({ _id, tz }));
  const on = states.filter(({ state }) => state !== "off");
  return new Map(
    owned.map(({ _id, to: reader, day, own }) => {
      const theirs = all.filter(({ teamId }) => own.has(teamId));
      const members = recapMembers(
        shown.filter((team) => own.has(team._id)),
        figures.days.team.today,
      );
      return [_id, { recap: teamRecap(day, theirs, input), members, names, zones, freshness: on, reader }];
    }),
  );
}

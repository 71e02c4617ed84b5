import { type RecapPerson, recapPeople } from "../../../digests/content/recap-people";
import { teamRecap, teamRecapRanges } from "../../../digests/content/team-recap";
import { periodOf } from "../../../goals/goal";
import type { TeamOverview } from "../../../goals/overview";
import { byPerson } from "../../../goals/teams/team-figures";
import type { Person } from "../../../people/person";
import type { Freshness } from "../../../sync/state/freshness";
import { readDays } from "../../../sync/state/read-days";
import type { SlackDeps } from "../../deps";
import { allBegin } from "../../goals/plan-view";

interface EndedQuestion {
  readonly overview: TeamOverview;
  /** Everybody in the team at least. */
  readonly people: readonly Person[];
  readonly freshness: readonly Freshness[];
}

/**
 * Says of the first day of all goals of a team, on which nobody can be behind yet, what the week and the month that ended came to for
 * each, as the recap of its manager does; nothing on other days. A query more on that day alone.
 */
export async function endedPeople(
  { overviews, now, days }: Pick<SlackDeps, "overviews" | "now" | "days">,
  { overview, people, freshness }: EndedQuestion,
): Promise<readonly RecapPerson[]> {
  const withGoals = overview.members.filter((member) => member.overview.goals.length > 0);
  if (withGoals.length === 0 || !withGoals.every((member) => allBegin(member.overview))) return [];
  const ids = new Set(overview.members.map(({ userId }) => userId));
  const readers = people.filter(({ _id }) => ids.has(_id));
  const monday = periodOf("weekly", overview.today).from;
  const figures = await overviews.figures({ now: now(), readers, also: teamRecapRanges(monday) });
  const { teams } = teamRecap(monday, [{ teamId: "", name: null, overview }], {
    figures,
    goalsOf: byPerson(figures.goals),
    people: new Map(readers.map((person) => [person._id, person])),
    isRead: readDays({ states: freshness, days, now: now() }).isRead,
  });
  return teams.flatMap(recapPeople);
}

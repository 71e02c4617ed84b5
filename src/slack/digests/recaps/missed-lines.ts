import { teamRecap, teamRecapRanges } from "../../../digests/content/team-recap";
import { periodOf } from "../../../goals/goal";
import type { TeamOverview } from "../../../goals/overview";
import { standings } from "../../../goals/teams/standings";
import { byPerson } from "../../../goals/teams/team-figures";
import { namesOf, type Person } from "../../../people/person";
import type { Freshness } from "../../../sync/state/freshness";
import { readDays } from "../../../sync/state/read-days";
import type { SlackDeps } from "../../deps";
import { isFreshStart, missedIn } from "./team-recap-past-view";

interface MissedQuestion {
  readonly overview: TeamOverview;
  /** Everybody in the team at least. */
  readonly people: readonly Person[];
  readonly freshness: readonly Freshness[];
}

const MAX_PEOPLE = 5;

/**
 * Says of the first day of all goals of a team, on which nobody can be behind yet, who missed theirs in the month and the week that
 * ended, a line each, as the recap of its manager does; nothing on other days. A query more on that day alone.
 */
export async function missedLines(
  { overviews, now, days }: Pick<SlackDeps, "overviews" | "now" | "days">,
  { overview, people, freshness }: MissedQuestion,
): Promise<readonly string[]> {
  if (!isFreshStart(standings(overview.members))) return [];
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
  const values = { names: namesOf(readers), most: MAX_PEOPLE };
  return teams.flatMap(({ lastMonth, lastWeek }) => [lastMonth, lastWeek].flatMap((ended) => missedIn(ended, values)));
}

import { countedDays } from "../../goals/calendar";
import { byRank, type GoalFigures } from "../../goals/figures";
import { type Goal, periodOf } from "../../goals/goal";
import type { TeamLine, TeamOverview } from "../../goals/overview";
import { type Standings, standings } from "../../goals/teams/standings";
import { type PastFigures, type PastPeriod, pastPeriod } from "../../goals/trends/past-period";
import { EVERYONE } from "../../people/permissions";
import type { Person } from "../../people/person";
import { addDays, type Day, type DayRange } from "../../time/day";
import type { RecapSpan } from "../planned-message";
import { periodBefore } from "../schedule/recap-spans";

/** What a manager's week begins with: a part a team of theirs. */
export interface TeamRecap {
  /** The Monday of the week that begins. */
  readonly monday: Day;
  readonly teams: readonly TeamRecapPart[];
}

/** One team: who needs its manager, how last week ended, who is away, and where the team's goals stand. */
export interface TeamRecapPart {
  readonly teamId: string;
  /** `null` for Everyone. */
  readonly name: string | null;
  readonly standings: Standings;
  /** What weekly goals came to in the week that ended. */
  readonly lastWeek: readonly PersonsPast[];
  /** What monthly goals came to in a month that ended within that week. */
  readonly lastMonth: readonly PersonsPast[];
  /** Days off in the week that begins. */
  readonly away: readonly { readonly userId: string; readonly days: readonly DayRange[] }[];
  readonly goals: readonly TeamLine[];
}

/** What somebody's goal came to. */
export interface PersonsPast {
  readonly userId: string;
  readonly past: PastPeriod;
  /** What it came to in the period before; `null` where it was not in force yet. */
  readonly before: PastPeriod | null;
}

/** A team as a recap is made of it. */
export interface RecapTeam {
  readonly teamId: string;
  readonly name: string | null;
  readonly overview: TeamOverview;
}

/** What all recaps are made of. */
export interface TeamRecapInput {
  /** Hold the sums of the periods that ended, and their holidays. */
  readonly figures: GoalFigures;
  readonly goalsOf: ReadonlyMap<string, readonly Goal[]>;
  readonly people: ReadonlyMap<string, Person>;
  readonly isRead: PastFigures["isRead"];
}

/** The periods that a recap looks back on: the week before that Monday's, and a month that ended in it. */
export function recapPeriods(monday: Day): readonly RecapSpan[] {
  const week = periodBefore("weekly", { from: monday });
  const month = periodBefore("monthly", periodOf("monthly", monday));
  const ended = week.from <= month.to && month.to <= week.to;
  return [{ period: "weekly", ...week }, ...(ended ? [{ period: "monthly" as const, ...month }] : [])];
}

/** Every range whose sums a recap needs besides those of the periods that go on: what it looks back on, and what that is compared with. */
export function teamRecapRanges(monday: Day): readonly DayRange[] {
  return recapPeriods(monday).flatMap((span) => [{ from: span.from, to: span.to }, periodBefore(span.period, span)]);
}

/** Says of each team what its manager's week begins with. */
export function teamRecap(monday: Day, teams: readonly RecapTeam[], input: TeamRecapInput): TeamRecap {
  return { monday, teams: teams.map((team) => recapPart(monday, { team, ...input })) };
}

function recapPart(
  monday: Day,
  { team, figures, goalsOf, people, isRead }: TeamRecapInput & { readonly team: RecapTeam },
): TeamRecapPart {
  const { teamId, name, overview } = team;
  const members = overview.members.flatMap(({ userId }) => people.get(userId) ?? []);
  const ended = (span: RecapSpan) =>
    members.flatMap(({ _id: userId, schedule }) => {
      const counted = countedDays(schedule, figures.calendar);
      const own = (goalsOf.get(userId) ?? []).filter(({ period }) => period === span.period);
      const judged = { sums: figures.sums, counted, isRead };
      const pasts = own.flatMap((goal): readonly PersonsPast[] => {
        const past = pastPeriod(goal, { range: { from: span.from, to: span.to }, ...judged });
        const before = pastPeriod(goal, { range: periodBefore(span.period, span), ...judged });
        return past === null ? [] : [{ userId, past, before }];
      });
      return pasts.sort((a, b) => byRank(a.past, b.past));
    });
  const [lastWeek = [], lastMonth = []] = recapPeriods(monday).map(ended);
  const away = members.flatMap(({ _id: userId, schedule }) => {
    const days = daysOff(schedule?.timeOff ?? [], { from: monday, to: addDays(monday, 6) });
    // Of whoever has no figures at Everyone, nobody waits for a number.
    return days.length === 0 || (teamId === EVERYONE && !goalsOf.has(userId)) ? [] : [{ userId, days }];
  });
  return { teamId, name, standings: standings(overview.members), lastWeek, lastMonth, away, goals: overview.team };
}

function daysOff(timeOff: readonly DayRange[], week: DayRange): readonly DayRange[] {
  return timeOff
    .filter(({ from, to }) => from <= week.to && week.from <= to)
    .map(({ from, to }) => {
      const [, first = from] = [from, week.from].sort();
      const [last = to] = [to, week.to].sort();
      return { from: first, to: last };
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

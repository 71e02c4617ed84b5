import { countedDays, type TeamCalendar } from "../../goals/calendar";
import type { Goal } from "../../goals/goal";
import type { Person } from "../../people/person";
import { isRep } from "../../people/roster";
import { addDays, type Day, daysBetween, type ZoneDays } from "../../time/day";
import type { BoardMembers } from "./board-members";
import type { LeaderboardCandidate } from "./leaderboard";

/** What candidates are made of. */
export interface CandidatesInput {
  readonly day: Day;
  readonly days: ZoneDays;
  /** Active goals by person. */
  readonly goalsOf: ReadonlyMap<string, readonly Goal[]>;
  readonly firstDay: Day | null;
  /** The company's days, and which of somebody's pace counts: a goal is prorated by these. */
  readonly team: TeamCalendar;
  readonly members: BoardMembers;
}

/** A person counts as new for so many days. */
const NEW_DAYS = 14;

/** Lists everybody who may be on a leaderboard: active reps, and whoever has a goal, on the days on which they count there. */
export function leaderboardCandidates(
  people: readonly Person[],
  { day, days, goalsOf, firstDay, team, members }: CandidatesInput,
): readonly LeaderboardCandidate[] {
  return people
    .filter(({ _id }) => members.has(_id))
    .filter((person) => person.active && (isRep(person) || goalsOf.has(person._id)))
    .map((person) => ({
      userId: person._id,
      name: person.name,
      away: (person.schedule?.timeOff ?? []).some(({ from, to }) => from <= day && day <= to),
      isNew: isNew(person, { day, days, firstDay }),
      calendar: countedDays(person.schedule, team),
      goals: goalsOf.get(person._id) ?? [],
      days: members.days(person._id),
      sum: (type) => members.sum(person._id, type),
    }));
}

function isNew(
  { schedule, firstSeen }: Person,
  { day, days, firstDay }: { readonly day: Day; readonly days: ZoneDays; readonly firstDay: Day | null },
): boolean {
  const seen = firstSeen === undefined ? null : days.dayOf(firstSeen);
  // People whom the first sync met were there before us.
  const met = seen !== null && firstDay !== null && seen > addDays(firstDay, 1) ? seen : null;
  const since = schedule?.startDate ?? met;
  return since !== null && since <= day && daysBetween(since, day) < NEW_DAYS;
}

/** The day on which the first sync met the first people; `null` where nobody was met. */
export function firstDayOf(people: readonly Person[], days: ZoneDays): Day | null {
  const seen = people.flatMap(({ firstSeen }) => (firstSeen === undefined ? [] : [days.dayOf(firstSeen)]));
  return [...seen].sort()[0] ?? null;
}

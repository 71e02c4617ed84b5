import type { Goal } from "../goals/goal";
import { byPerson } from "../goals/team-figures";
import { addDays, type Day, daysBetween, type ZoneDays } from "../metrics/day";
import type { UserSum } from "../metrics/metric-store";
import type { Person } from "../people/person";
import { isRep } from "../people/roster";
import { workdaysOf } from "./due";
import type { Player } from "./leaderboard";

/** Somebody counts as new for so many days. */
const NEW_DAYS = 14;

/** Everybody who may be on a board: active reps, and whoever has a goal. `sums` holds the board's days alone. */
export function playersOf(
  people: readonly Person[],
  given: {
    readonly day: Day;
    readonly days: ZoneDays;
    readonly goals: readonly Goal[];
    readonly sums: readonly UserSum[];
    readonly team: { readonly week: readonly number[]; readonly holidays: ReadonlySet<Day> };
  },
): readonly Player[] {
  const { day, days, goals, sums, team } = given;
  const goalsOf = byPerson(goals);
  const sumsOf = new Map(sums.map((one) => [`${one.userId} ${one.type}`, one.sums[0] ?? 0]));
  const firstDay = earliest(people, days);
  return people
    .filter((person) => person.active && (isRep(person) || goalsOf.has(person._id)))
    .map((person) => ({
      userId: person._id,
      name: person.name,
      away: (person.schedule?.timeOff ?? []).some(({ from, to }) => from <= day && day <= to),
      isNew: isNew(person, { day, days, firstDay }),
      calendar: workdaysOf(person, team),
      goals: goalsOf.get(person._id) ?? [],
      sum: (type) => sumsOf.get(`${person._id} ${type}`) ?? 0,
    }));
}

function isNew(
  { schedule, firstSeen }: Person,
  { day, days, firstDay }: { readonly day: Day; readonly days: ZoneDays; readonly firstDay: Day | null },
): boolean {
  const seen = firstSeen === undefined ? null : days.dayOf(firstSeen);
  // Whom the first sync met was there before us.
  const met = seen !== null && firstDay !== null && seen > addDays(firstDay, 1) ? seen : null;
  const since = schedule?.startDate ?? met;
  return since !== null && since <= day && daysBetween(since, day) < NEW_DAYS;
}

function earliest(people: readonly Person[], days: ZoneDays): Day | null {
  const seen = people.flatMap(({ firstSeen }) => (firstSeen === undefined ? [] : [days.dayOf(firstSeen)]));
  return [...seen].sort()[0] ?? null;
}

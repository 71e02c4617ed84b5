import type { Reading } from "../goals/figures";
import { byPerson, teamOverviewOf } from "../goals/team-figures";
import type { Day, DayRange } from "../metrics/day";
import type { UserSum } from "../metrics/metric-store";
import type { MetricType } from "../metrics/metrics";
import type { Person } from "../people/person";
import type { DueRow } from "./delivery";
import { type Digest, digest, stretchesOf } from "./digest";
import { lastWorkingDays, workdaysOf, zoneOf } from "./due";
import type { Told } from "./told";

/** A digest that is to be made, and for whom. */
export interface DigestRow {
  readonly id: string;
  readonly person: Person;
  readonly day: Day;
  readonly yesterday: DayRange;
}

interface TeamDays {
  readonly week: readonly number[];
  readonly holidays: ReadonlySet<Day>;
}

/** What each of these digests is about; rows of people who are not known any more are passed over. */
export function digestRows(
  rows: readonly Pick<DueRow, "_id" | "to" | "day">[],
  { people, team }: { readonly people: readonly Person[]; readonly team: TeamDays },
): readonly DigestRow[] {
  const known = new Map(people.map((person) => [person._id, person]));
  return rows.flatMap(({ _id: id, to, day }) => {
    const person = known.get(to);
    return person === undefined ? [] : [{ id, person, day, yesterday: lastWorkingDays(day, workdaysOf(person, team)) }];
  });
}

/** What people were told lately, the oldest first, by Slack's id. */
export type EverybodysTold = ReadonlyMap<string, readonly Told[]>;

/** Every stretch of days that these digests need sums of, each once. */
export function stretchesOfAll(rows: readonly DigestRow[], told: EverybodysTold): readonly DayRange[] {
  const all = rows.flatMap(({ person, yesterday }) => [...stretchesOf(yesterday), ...(told.get(person._id) ?? [])]);
  return [...new Map(all.map(({ from, to }) => [keyOf({ from, to }), { from, to }])).values()];
}

/** The digests by their rows' ids. `sums` holds everybody's, in the order of `stretches`. */
export function everybodysDigests(
  rows: readonly DigestRow[],
  given: {
    readonly reading: Reading;
    readonly sums: readonly UserSum[];
    readonly stretches: readonly DayRange[];
    readonly told: EverybodysTold;
    readonly teamZone: string;
  },
): ReadonlyMap<string, Digest> {
  const { reading, sums, stretches, told, teamZone } = given;
  const members = new Map(rows.map(({ person }) => [person._id, person]));
  const overviews = teamOverviewOf([...members.values()], reading).members;
  const linesOf = new Map(overviews.map(({ userId, overview }) => [userId, overview.goals]));
  const goalsOf = byPerson(reading.goals);
  const sum = sumOf(sums, stretches);
  return new Map(
    rows.map(({ id, person, day, yesterday }) => {
      const { zone, own } = zoneOf(person, teamZone);
      const ask = {
        day,
        yesterday,
        lines: linesOf.get(person._id) ?? [],
        goals: goalsOf.get(person._id) ?? [],
        sum: sum(person._id),
        told: told.get(person._id) ?? [],
        teamZone: own ? null : zone,
      };
      return [id, digest(ask)];
    }),
  );
}

function sumOf(sums: readonly UserSum[], stretches: readonly DayRange[]) {
  const places = new Map(stretches.map((range, index) => [keyOf(range), index]));
  const own = new Map(sums.map((one) => [`${one.userId} ${one.type}`, one.sums]));
  return (userId: string) => (type: MetricType, range: DayRange) =>
    own.get(`${userId} ${type}`)?.[places.get(keyOf(range)) ?? -1] ?? 0;
}

function keyOf({ from, to }: DayRange): string {
  return `${from} ${to}`;
}

import type { GoalFigures } from "../../goals/figures";
import { byPerson, teamOverviewOf } from "../../goals/team-figures";
import type { UserSum } from "../../metrics/metric-store";
import type { MetricType } from "../../metrics/metrics";
import type { Person } from "../../people/person";
import type { Day, DayRange } from "../../time/day";
import type { DueRow, ReportedFigure } from "../planned-message";
import { lastWorkingDays, workdaysOf } from "../schedule/digest-schedule";
import { recipientZone } from "../schedule/wall-clock";
import { type Digest, digest, digestRanges } from "./digest";

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

/** Makes of each row what its digest is about; rows of people who are no longer known are skipped. */
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

/** The figures that digests reported lately, the oldest first, by Slack id. */
export type ReportedFiguresByUser = ReadonlyMap<string, readonly ReportedFigure[]>;

/** Lists every range of days that these digests take sums of, each once. */
export function neededRanges(rows: readonly DigestRow[], reported: ReportedFiguresByUser): readonly DayRange[] {
  const all = rows.flatMap(({ person, yesterday }) => [
    ...digestRanges(yesterday),
    ...(reported.get(person._id) ?? []),
  ]);
  return [...new Map(all.map(({ from, to }) => [keyOf({ from, to }), { from, to }])).values()];
}

/** Builds the digests by their rows' ids. `sums` holds everybody's, in the order of `ranges`. */
export function buildDigests(
  rows: readonly DigestRow[],
  given: {
    readonly figures: GoalFigures;
    readonly sums: readonly UserSum[];
    readonly ranges: readonly DayRange[];
    readonly reported: ReportedFiguresByUser;
    readonly teamZone: string;
  },
): ReadonlyMap<string, Digest> {
  const { figures, sums, ranges, reported, teamZone } = given;
  const members = new Map(rows.map(({ person }) => [person._id, person]));
  const overviews = teamOverviewOf([...members.values()], figures).members;
  const linesOf = new Map(overviews.map(({ userId, overview }) => [userId, overview.goals]));
  const goalsOf = byPerson(figures.goals);
  const sum = sumOf(sums, ranges);
  return new Map(
    rows.map(({ id, person, day, yesterday }) => {
      const { zone, own } = recipientZone(person, teamZone);
      const input = {
        day,
        yesterday,
        lines: linesOf.get(person._id) ?? [],
        goals: goalsOf.get(person._id) ?? [],
        sum: sum(person._id),
        reported: reported.get(person._id) ?? [],
        teamZone: own ? null : zone,
      };
      return [id, digest(input)];
    }),
  );
}

function sumOf(sums: readonly UserSum[], ranges: readonly DayRange[]) {
  const positions = new Map(ranges.map((range, index) => [keyOf(range), index]));
  const own = new Map(sums.map((one) => [`${one.userId} ${one.type}`, one.sums]));
  return (userId: string) => (type: MetricType, range: DayRange) =>
    own.get(`${userId} ${type}`)?.[positions.get(keyOf(range)) ?? -1] ?? 0;
}

function keyOf({ from, to }: DayRange): string {
  return `${from} ${to}`;
}

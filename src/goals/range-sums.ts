import type { UserSum } from "../metrics/metric-store";
import { EVERYONE } from "../people/permissions";
import { memberIds, membershipCuts, piecesOf } from "../teams/membership";
import type { Team } from "../teams/team";
import { addDays, type Day, type DayRange } from "../time/day";
import { firstOpenDay, type ReaderDay } from "../time/reader-day";
import { hundredths } from "./day-sums";
import { type Goal, type Period, periodOf } from "./goal";

export const PERIODS: readonly Period[] = ["daily", "weekly", "monthly"];

/** Sums by person and metric, in the order of these ranges. */
export interface RangeSums {
  readonly ranges: readonly DayRange[];
  readonly rows: readonly UserSum[];
  /** Days, in their order, on which somebody joins or has left a team that is asked about: ranges are there in pieces, too. */
  readonly cuts?: readonly Day[];
}

/** The subject of a sum, and what is summed. */
export type Measured = Pick<Goal, "userId" | "team" | "type" | "period">;

/**
 * Every range whose sums the figures of these days need, each once.
 *
 * @param team the day that teams go by, with the days on which somebody joins or has left one of them.
 */
export function figureRanges(
  days: readonly ReaderDay[],
  team?: { readonly day: ReaderDay; readonly cuts: readonly Day[] },
): readonly DayRange[] {
  const pieces = team === undefined ? [] : rangesOf(team.day).flatMap((range) => piecesOf(range, team.cuts));
  return eachOnce([...days.flatMap(rangesOf), ...pieces]);
}

/** The days of the periods that a day lies in on which somebody joins or has left one of these teams, in their order. */
export function periodCuts(teams: readonly Pick<Team, "members">[], today: Day): readonly Day[] {
  const cuts = PERIODS.flatMap((period) => membershipCuts(teams, periodOf(period, today)));
  return [...new Set(cuts)].sort();
}

/** The ranges without doubles, in their order. */
export function eachOnce(ranges: readonly DayRange[]): readonly DayRange[] {
  return [...new Map(ranges.map((range) => [keyOf(range), range])).values()];
}

/** The periods that a day lies in, and their days before it. */
function rangesOf(day: ReaderDay): readonly DayRange[] {
  const ranges = PERIODS.flatMap((period) => {
    const range = periodOf(period, day.today);
    return [range, rangeBefore(range, day)];
  });
  return ranges.filter(({ from, to }) => from <= to);
}

/** The days of a period before today, those of a today that has ended with it; its end is before its start for none. */
export function rangeBefore({ from, to }: DayRange, day: ReaderDay): DayRange {
  const last = addDays(firstOpenDay(day), -1);
  return { from, to: last < to ? last : to };
}

interface SummedRange {
  readonly range: DayRange;
  readonly sums: RangeSums;
}

/**
 * What a goal has come to in a range: its person's sum, everybody's for a goal of Everyone, for one of a named team what its
 * members brought on the days on which they were in it. Two decimals.
 *
 * @throws {RangeError} where the sums do not hold the range, or it is not known who is in the team.
 */
export function goalSum(
  goal: Omit<Measured, "period">,
  { range, sums, team }: SummedRange & { readonly team?: Pick<Team, "_id" | "members"> | undefined },
): number {
  if (range.to < range.from) return 0;
  const { type } = goal;
  if (goal.team !== undefined && goal.team !== EVERYONE) {
    if (team?._id !== goal.team) throw new RangeError(`It is not known who is in the team ${goal.team}`);
    return added([...memberSums({ type, team }, { range, sums }).values()]);
  }
  const at = placeOf(range, sums);
  const own = sums.rows.filter((row) => row.type === type && (goal.team !== undefined || row.userId === goal.userId));
  return added(own.map(({ sums: of }) => of[at] ?? 0));
}

/** What each member brought to a team in a range on the days on which they were in it, by Slack id; two decimals. */
export function memberSums(
  { type, team }: { readonly type: Goal["type"]; readonly team: Pick<Team, "members"> },
  { range, sums }: SummedRange,
): ReadonlyMap<string, number> {
  const pieces = piecesOf(range, sums.cuts ?? []).map((piece) => {
    return { at: placeOf(piece, sums), members: memberIds(team.members, piece.from) };
  });
  const own = sums.rows.flatMap((row): [string, number][] => {
    const theirs = row.type === type ? pieces.filter(({ members }) => members.has(row.userId)) : [];
    return theirs.length === 0 ? [] : [[row.userId, added(theirs.map(({ at }) => row.sums[at] ?? 0))]];
  });
  return new Map(own);
}

/** Adds amounts of two decimals, in hundredths: their sum is the same however they are grouped. */
export function added(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + hundredths(amount), 0) / 100 + 0;
}

/** One row's sum of one of the ranges that were summed. @throws {RangeError} where the range was not. */
export function sumOfRange(
  { sums }: Pick<UserSum, "sums">,
  { range, ranges }: { readonly range: DayRange; readonly ranges: readonly DayRange[] },
): number {
  return sums[placeOf(range, { ranges })] ?? 0;
}

function placeOf(range: DayRange, { ranges }: Pick<RangeSums, "ranges">): number {
  const at = ranges.findIndex(({ from, to }) => from === range.from && to === range.to);
  if (at === -1) throw new RangeError(`The sums hold no range ${keyOf(range)}`);
  return at;
}

function keyOf({ from, to }: DayRange): string {
  return `${from} ${to}`;
}

import { added, memberSums, type RangeSums, sumOfRange } from "../../goals/range-sums";
import type { UserSum } from "../../metrics/metric-store";
import type { MetricType } from "../../metrics/metrics";
import { memberIdsWithin, memberSpans, membershipCuts, piecesOf } from "../../teams/membership";
import type { Team } from "../../teams/team";
import type { DayRange } from "../../time/day";

/** Who counts on a board, on which of its days, and what they brought on these. */
export interface BoardMembers {
  has(userId: string): boolean;
  /** The days of the board on which somebody counts, in their order. */
  days(userId: string): readonly DayRange[];
  /** In the metric's unit, two decimals: the parts of disjoint teams add up to Everyone's. */
  sum(userId: string, type: MetricType): number;
}

/** Sums by person of these ranges, as they were read once for all boards. */
export interface BoardSums {
  readonly ranges: readonly DayRange[];
  readonly rowsOf: ReadonlyMap<string, readonly UserSum[]>;
}

/** Lists the ranges whose sums a board needs: its days, in pieces within which nobody joins or leaves its team. */
export function boardRanges(team: Pick<Team, "members"> | null, range: DayRange): readonly DayRange[] {
  return team === null ? [range] : piecesOf(range, membershipCuts([team], range));
}

/** Answers who counts on the board of a team, or with `null` on Everyone's: each member on the days on which they are in it. */
export function boardMembers(
  team: Pick<Team, "members"> | null,
  { range, sums: { ranges, rowsOf } }: { readonly range: DayRange; readonly sums: BoardSums },
): BoardMembers {
  if (team === null) {
    return {
      has: () => true,
      days: () => [range],
      sum: (userId, type) => {
        const rows = (rowsOf.get(userId) ?? []).filter((row) => row.type === type);
        return added(rows.map((row) => sumOfRange(row, { range, ranges })));
      },
    };
  }
  const ids = memberIdsWithin(team.members, range);
  const sums: RangeSums = {
    ranges,
    rows: [...ids].flatMap((userId) => rowsOf.get(userId) ?? []),
    cuts: membershipCuts([team], range),
  };
  const known = new Map<MetricType, ReadonlyMap<string, number>>();
  return {
    has: (userId) => ids.has(userId),
    days: (userId) => memberSpans(team.members, { userId, range }),
    sum: (userId, type) => {
      const values = known.get(type) ?? memberSums({ type, team }, { range, sums });
      known.set(type, values);
      return values.get(userId) ?? 0;
    },
  };
}

import { PERIODS } from "../../goals/figures";
import { type Goal, type Period, periodOf, targetOn } from "../../goals/goal";
import type { GoalLine } from "../../goals/overview";
import type { Verdict } from "../../goals/pace";
import { METRICS, type MetricType, metricOf, type Unit } from "../../metrics/metrics";
import type { Day, DayRange } from "../../time/day";
import type { ReportedFigure } from "../planned-message";

/** The content of one person's digest; figures are in the metrics' units, their days are the team's. */
export interface Digest {
  /** By the person's own calendar. */
  readonly day: Day;
  readonly yesterday: Yesterday;
  /** Those that are behind first, then in the order of App Home. */
  readonly goals: readonly GoalLine[];
  readonly praise: Praise | null;
  /** Figures that the digests of the last week reported differently. */
  readonly corrections: readonly Correction[];
  /** The figures that this digest reports for days that are over. */
  readonly reported: readonly ReportedFigure[];
  /** The zone that the digest goes by when Slack has none for the person; else `null`. */
  readonly teamZone: string | null;
}

/** The last working day and the days off since, both ends included. */
export interface Yesterday extends DayRange {
  /** One figure a metric that the person has a goal in. */
  readonly figures: readonly { readonly title: string; readonly unit: Unit; readonly value: number }[];
}

/** A target that was reached, in a period that ended lately or is under way. */
export interface Praise extends DayRange {
  readonly title: string;
  readonly unit: Unit;
  readonly period: Period;
  readonly value: number;
  readonly target: number;
}

export interface DigestInput {
  readonly day: Day;
  readonly yesterday: DayRange;
  /** The person's current goals as everywhere else. */
  readonly lines: readonly GoalLine[];
  /** The person's goals with all their targets. */
  readonly goals: readonly Goal[];
  /** The person's total of one of the ranges that `digestRanges` names. */
  readonly sum: (type: MetricType, range: DayRange) => number;
  /** The figures that the person's digests of the last week reported, the oldest first; `sum` covers these days, too. */
  readonly reported: readonly ReportedFigure[];
  readonly teamZone: string | null;
}

/** Makes one person's digest. */
export function digest({ day, yesterday, lines, goals, sum, reported, teamZone }: DigestInput): Digest {
  const types = new Set(lines.map(({ type }) => type));
  const metrics = METRICS.filter(({ type }) => types.has(type));
  const figures = metrics.map(({ type, title, unit }) => ({ title, unit, value: sum(type, yesterday) }));
  const corrected = corrections(
    reported.filter(({ type }) => types.has(type)),
    sum,
  );
  return {
    day,
    yesterday: { ...yesterday, figures },
    goals: [...lines].sort((a, b) => urgency(a) - urgency(b)),
    praise: endedPraise({ yesterday, goals, sum }) ?? currentPraise(lines),
    corrections: corrected,
    reported: [
      ...metrics.map(({ type }) => ({ type, ...yesterday, value: sum(type, yesterday) })),
      ...corrected.map(({ type, from, to, now }) => ({ type, from, to, value: now })),
    ],
    teamZone,
  };
}

/** The days whose sums a digest needs: what it speaks of as yesterday, and the periods that ended in it. */
export function digestRanges(yesterday: DayRange): readonly DayRange[] {
  return [yesterday, ...endedPeriods(yesterday).map(({ range }) => range)];
}

const URGENCY: Readonly<Record<Verdict, number>> = {
  behind: 0,
  short: 1,
  missed: 1,
  "on-pace": 2,
  ahead: 3,
  reached: 4,
  off: 5,
};

function urgency({ pace }: GoalLine): number {
  return URGENCY[pace.verdict];
}

/** The longest first: a month's end is more than a day's. */
function endedPeriods({ from, to }: DayRange): readonly { readonly period: Period; readonly range: DayRange }[] {
  return [...PERIODS]
    .reverse()
    .map((period) => ({ period, range: periodOf(period, from) }))
    .filter(({ range }) => range.to <= to);
}

function endedPraise({ yesterday, goals, sum }: Pick<DigestInput, "yesterday" | "goals" | "sum">): Praise | null {
  for (const { period, range } of endedPeriods(yesterday)) {
    const reached = goals.flatMap((goal): Praise[] => {
      const target = targetOn(goal, range.to);
      const value = sum(goal.type, range);
      if (goal.period !== period || target === null || value < target) return [];
      const { title, unit } = metricOf(goal.type);
      return [{ title, unit, period, ...range, value, target }];
    });
    const best = bestOf(reached);
    if (best !== null) return best;
  }
  return null;
}

function currentPraise(lines: readonly GoalLine[]): Praise | null {
  const reached = lines.filter(({ pace }) => pace.verdict === "reached");
  return bestOf(reached.map(({ current, ...line }) => ({ ...line, value: current })));
}

function bestOf(praises: readonly Praise[]): Praise | null {
  const share = ({ value, target }: Praise) => value / target;
  const [best] = [...praises].sort((a, b) => share(b) - share(a));
  if (best === undefined) return null;
  const { title, unit, period, from, to, value, target } = best;
  return { title, unit, period, from, to, value, target };
}

/** A figure that has changed since a digest reported it. */
export interface Correction extends DayRange {
  readonly type: MetricType;
  readonly title: string;
  readonly unit: Unit;
  readonly reported: number;
  readonly now: number;
}

/**
 * Lists the figures that have changed since a digest reported them, the earliest days first.
 *
 * @param reported the oldest first: of the same figure the latest counts, so that a correction is reported once.
 * @param sum the total of days as it is now, in the metric's unit.
 */
function corrections(
  reported: readonly ReportedFigure[],
  sum: (type: MetricType, range: DayRange) => number,
): readonly Correction[] {
  const latest = new Map(reported.map((figure) => [`${figure.from} ${figure.to} ${figure.type}`, figure]));
  return [...latest.values()]
    .flatMap(({ type, from, to, value }): Correction[] => {
      const { title, unit } = metricOf(type);
      const now = sum(type, { from, to });
      // Both have two decimals at most; what lies below is how numbers are added.
      return Math.abs(now - value) < 0.005 ? [] : [{ type, title, unit, from, to, reported: value, now }];
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

import type { Calendar } from "../goals/calendar";
import { type Goal, type Period, targetOn } from "../goals/goal";
import { periodOf } from "../goals/periods";
import type { Day, DayRange } from "../metrics/day";
import { METRICS, type Metric, type MetricType, type Unit } from "../metrics/metrics";
import type { BoardSettings, RankedBy } from "./board-settings";

/** Names and results; no target, nor anything one could be worked out from. */
export interface Leaderboard extends DayRange {
  /** The day it is for. */
  readonly day: Day;
  readonly by: RankedBy;
  /** One a metric with somebody to show, in the order of the METRICS table. */
  readonly boards: readonly Board[];
}

export interface Board {
  readonly type: MetricType;
  readonly title: string;
  readonly unit: Unit;
  readonly rows: readonly BoardRow[];
  /** How many have figures and are not shown. */
  readonly more: number;
}

export interface BoardRow {
  /** 1, 2, 2, 4: who is equal shares a rank. */
  readonly rank: number;
  readonly userId: string;
  readonly name: string;
  /** In the metric's unit, or by share that of the own goal for these days, 1 for all of it. */
  readonly result: number;
  readonly away: boolean;
  readonly isNew: boolean;
}

/** Somebody who may be on it. */
export interface Player {
  readonly userId: string;
  readonly name: string;
  readonly away: boolean;
  readonly isNew: boolean;
  readonly calendar: Calendar;
  readonly goals: readonly Goal[];
  /** What they came to in the board's days. */
  readonly sum: (type: MetricType) => number;
}

export interface BoardAsk extends Pick<BoardSettings, "metrics" | "topN" | "by"> {
  readonly day: Day;
  readonly range: DayRange;
  readonly players: readonly Player[];
}

/** The board of these days. Whoever has nothing to show is not shown. */
export function leaderboard({ day, range, players, metrics, topN, by }: BoardAsk): Leaderboard {
  const shown = METRICS.filter(({ type }) => metrics === null || metrics.includes(type));
  const boards = shown.map((metric) => board(metric, { range, players, topN, by }));
  return { day, ...range, by, boards: boards.filter(({ rows }) => rows.length > 0) };
}

function board(
  { type, title, unit }: Metric,
  { range, players, topN, by }: Pick<BoardAsk, "range" | "players" | "topN" | "by">,
): Board {
  const results = players.flatMap((player): Omit<BoardRow, "rank">[] => {
    const result = by === "value" ? player.sum(type) : shareOf(player, { type, range });
    if (result === null || result <= 0) return [];
    const { userId, name, away, isNew } = player;
    return [{ userId, name, result, away, isNew }];
  });
  const ranked = rankedRows(results);
  const rows = ranked.filter(({ rank }) => rank <= topN);
  return { type, title, unit, rows, more: ranked.length - rows.length };
}

function rankedRows(results: readonly Omit<BoardRow, "rank">[]): readonly BoardRow[] {
  const sorted = [...results].sort((a, b) => b.result - a.result || (a.name < b.name ? -1 : 1));
  return sorted.map((row) => ({ rank: sorted.findIndex(({ result }) => result === row.result) + 1, ...row }));
}

/** Of several goals in one metric the one whose period is nearest to a board's days. */
const NEAREST: readonly Period[] = ["weekly", "monthly", "daily"];

/** A share of the own goal, prorated by the person's working days; in whole percent, so that equals are equal. */
function shareOf(
  { goals, calendar, sum }: Player,
  { type, range }: { readonly type: MetricType; readonly range: DayRange },
): number | null {
  const period = NEAREST.find((one) => goals.some((goal) => goal.type === type && goal.period === one));
  const goal = goals.find((one) => one.type === type && one.period === period);
  const target = goal === undefined ? null : targetOn(goal, range.to);
  if (period === undefined || target === null) return null;
  const worked = calendar.workingDays(range);
  const whole = period === "daily" ? 1 : calendar.workingDays(periodOf(period, range.to));
  if (worked === 0 || whole === 0) return null;
  return Math.floor((sum(type) / ((target * worked) / whole)) * 100 + 1e-9) / 100;
}

import { type Calendar, daysOf } from "../../goals/calendar";
import { type Goal, type Period, periodOf, targetOn } from "../../goals/goal";
import { METRICS, type Metric, type MetricType, type Unit } from "../../metrics/metrics";
import type { LeaderboardSettings, RankedBy } from "../../teams/leaderboard-settings";
import type { Day, DayRange } from "../../time/day";
import type { PostedBoard } from "../delivery/posted-ranks-store";
import type { PostedRanks } from "../planned-message";
import type { ShownBoard } from "../shown-board";

/** Names and results; no target, nor anything one could be worked out from. */
export interface Leaderboard extends DayRange {
  readonly teamId: string;
  /** The name of the named team; `null` for Everyone. */
  readonly team: string | null;
  /** The day it is for. */
  readonly day: Day;
  readonly by: RankedBy;
  /** Ranks shown a metric; who ties for the last one is shown, too. */
  readonly topN: number;
  /** The day of the board that was posted last; `null` where there was none that compares with this one. */
  readonly since: Day | null;
  /** What it is of, in its order, whether anybody has results or not. */
  readonly metrics: readonly MetricType[];
  /** One section a metric that somebody has results in: dollars first, then in the order of the METRICS table. */
  readonly sections: readonly LeaderboardSection[];
}

export interface LeaderboardSection {
  readonly type: MetricType;
  readonly title: string;
  readonly unit: Unit;
  readonly rows: readonly LeaderboardRow[];
  /** How many more have results and are not shown. */
  readonly more: number;
  /** The rank of everybody with a result, by Slack id, shown or not. */
  readonly ranks: ReadonlyMap<string, number>;
  /** The result of everybody with one, by Slack id, shown or not: each is told to whose it is alone. */
  readonly results: ReadonlyMap<string, number>;
  /** The ranks on the board that was posted last, by Slack id; none where this metric was not on it. */
  readonly lastRanks: Readonly<Record<string, number>>;
}

export interface LeaderboardRow {
  /** 1, 2, 2, 4: who is equal shares a rank. */
  readonly rank: number;
  readonly userId: string;
  readonly name: string;
  /** In the metric's unit; by share, the share of their own goal for these days, 1 for all of it. */
  readonly result: number;
  readonly away: boolean;
  readonly isNew: boolean;
}

/** Somebody who may be on a leaderboard. */
export interface LeaderboardCandidate {
  readonly userId: string;
  readonly name: string;
  readonly away: boolean;
  readonly isNew: boolean;
  readonly calendar: Calendar;
  readonly goals: readonly Goal[];
  /** The days of the leaderboard on which they count, in their order. */
  readonly days: readonly DayRange[];
  /** Their total of these days. */
  readonly sum: (type: MetricType) => number;
}

export interface LeaderboardInput
  extends Pick<LeaderboardSettings, "metrics" | "topN" | "by">,
    Pick<Leaderboard, "teamId" | "team"> {
  readonly day: Day;
  readonly range: DayRange;
  readonly candidates: readonly LeaderboardCandidate[];
  /** The board that was posted last in the same channel; `null` where there was none, or its days do not compare with these. */
  readonly last: PostedBoard | null;
}

const isMoney = ({ unit }: Metric) => unit === "dollars";
const MONEY_FIRST = [...METRICS.filter(isMoney), ...METRICS.filter((metric) => !isMoney(metric))];

/** Ranks these days. Whoever has no results is not shown. */
export function leaderboard(input: LeaderboardInput): Leaderboard {
  const { teamId, team, day, range, metrics, by, topN, last } = input;
  const shown = MONEY_FIRST.filter(({ type }) => metrics === null || metrics.includes(type));
  const sections = shown.map((metric) => section(metric, input)).filter(({ rows }) => rows.length > 0);
  const how = { by, topN, since: last?.day ?? null, metrics: shown.map(({ type }) => type) };
  return { teamId, team, day, ...range, ...how, sections };
}

/**
 * Counts the places that somebody rose since the last board, below 0 where they fell; `null` for whoever was not on both, or is the only
 * one there, which is no place to rise to.
 */
export function placesUp({ ranks, lastRanks }: Pick<LeaderboardSection, "ranks" | "lastRanks">, userId: string) {
  const [now, before] = [ranks.get(userId), lastRanks[userId]];
  if (now === undefined || before === undefined) return null;
  return ranks.size === 1 ? null : before - now;
}

/** Tells whether somebody is ranked now and was not on the last board, where anybody was ranked and all ranks are known. */
export function isNewlyRanked(
  { ranks, lastRanks }: Pick<LeaderboardSection, "ranks" | "lastRanks">,
  userId: string,
): boolean {
  const ranked = Object.keys(lastRanks).length;
  return ranks.size > 1 && ranks.has(userId) && lastRanks[userId] === undefined && ranked > 0 && ranked < KEPT_RANKS;
}

/** Ranks behind this one are not kept, so that rows stay small: whoever rises from further behind has no arrow. */
const KEPT_RANKS = 100;

/** The ranks of a board as they are kept with its row, for the next one. */
export function postedRanks({ by, sections }: Pick<Leaderboard, "by" | "sections">): readonly PostedRanks[] {
  return sections.map(({ type, ranks }) => {
    return { type, by, ranks: Object.fromEntries([...ranks].filter(([, rank]) => rank <= KEPT_RANKS)) };
  });
}

/** What a board shows, as it is kept with its row. */
export function shownBoard({ metrics, topN, by, sections }: Leaderboard): ShownBoard {
  const results = sections.flatMap(({ type, rows }) =>
    rows.map(({ userId, name, result }) => ({ type, userId, name, result })),
  );
  return { metrics, topN, by, results };
}

function section({ type, title, unit }: Metric, { candidates, topN, by, last }: LeaderboardInput): LeaderboardSection {
  const found = candidates.flatMap((candidate): Omit<LeaderboardRow, "rank">[] => {
    const result = by === "value" ? candidate.sum(type) : shareOf(candidate, type);
    if (result === null || result <= 0) return [];
    const { userId, name, away, isNew } = candidate;
    return [{ userId, name, result, away, isNew }];
  });
  const ranked = by === "share" && found.length < MIN_COMPARED ? [] : rankedRows(found);
  const rows = ranked.filter(({ rank }) => rank <= topN);
  const ranks = new Map(ranked.map(({ userId, rank }) => [userId, rank]));
  const results = new Map(ranked.map(({ userId, result }) => [userId, result]));
  const lastRanks = last?.ranks.find((one) => one.type === type && one.by === by)?.ranks ?? {};
  return { type, title, unit, rows, more: ranked.length - rows.length, ranks, results, lastRanks };
}

/**
 * Fewer are not ranked by share: the percent of one alone compares nobody. Nor is their result said instead: beside their percent of
 * another day or another team's board it would tell their target.
 */
const MIN_COMPARED = 2;

function rankedRows(results: readonly Omit<LeaderboardRow, "rank">[]): readonly LeaderboardRow[] {
  const sorted = [...results].sort((a, b) => b.result - a.result || (a.name < b.name ? -1 : 1));
  return sorted.map((row) => ({ rank: sorted.findIndex(({ result }) => result === row.result) + 1, ...row }));
}

/** Which of several goals in one metric counts: the one whose period is nearest to a leaderboard's days. */
const NEAREST: readonly Period[] = ["weekly", "monthly", "daily"];

/** Less than one call or dollar cannot be done in part: one call would be several times as much. */
const LEAST_DUE = 1;

/**
 * The share of one's own goal, prorated by the days that one's pace counts; in whole percent, so that equals are equal. `null` without a goal in force
 * on one of them, and where these days' part of it is less than one.
 */
function shareOf({ goals, calendar, days, sum }: LeaderboardCandidate, type: MetricType): number | null {
  const own = NEAREST.flatMap((period) => goals.filter((goal) => goal.type === type && goal.period === period));
  const due = own.map((goal) => dueOf(goal, { calendar, days })).find((one) => one !== null) ?? null;
  return due === null || due < LEAST_DUE - 1e-9 ? null : Math.floor((sum(type) / due) * 100 + 1e-9) / 100;
}

/**
 * What a goal asks of somebody's counted days among these: of each its part of the target that its own period had, so that a target which
 * changes since judges none of them. What is done before the first target counts, and so that is asked before it, too; `null` where none
 * was in force on any of them.
 */
function dueOf(goal: Goal, { calendar, days }: Pick<LeaderboardCandidate, "calendar" | "days">): number | null {
  const worked = days.flatMap(daysOf).filter(calendar.isWorkingDay);
  const first = worked.map((day) => targetOn(goal, day)).find((target) => target !== null) ?? null;
  if (first === null) return null;
  const periods = new Map(worked.map((day) => [periodOf(goal.period, day).from, periodOf(goal.period, day)]));
  return [...periods.values()].reduce((due, { from, to }) => {
    const part = worked.filter((day) => from <= day && day <= to).length / calendar.workingDays({ from, to });
    return due + (targetOn(goal, from) ?? first) * part;
  }, 0);
}

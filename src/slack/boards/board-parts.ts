import type { Leaderboard, LeaderboardSection } from "../../digests/content/leaderboard";
import { type MetricType, metricOf } from "../../metrics/metrics";

/** The metrics of a board by how they are shown. */
export interface BoardParts {
  /** A line for each place. */
  readonly inFull: readonly LeaderboardSection[];
  /** A line for all of a metric's places. */
  readonly inLines: readonly LeaderboardSection[];
  /** Short lines, the last. */
  readonly inShort: readonly LeaderboardSection[];
}

/**
 * Ranks the main metrics in full in which more than two compete. What one or two have a result in, and the stages of deals, are short
 * lines below, unless it's money or its reader's place stands there; where nobody competes with more than one, only what one is alone in does.
 *
 * @param own the metrics in whose lines the reader's own place stands.
 */
export function boardParts(
  { sections, metrics }: Pick<Leaderboard, "sections" | "metrics">,
  own: ReadonlyMap<MetricType, string>,
): BoardParts {
  const main = mainRaces({ sections, metrics });
  const isSmall = Math.max(...sections.map(size)) <= FEW;
  const inFull = main.filter((board) => isSmall || size(board) > FEW);
  const isFolded = (board: LeaderboardSection) => {
    const { group, unit } = metricOf(board.type);
    if (isAlone(board)) return true;
    if (isSmall || own.has(board.type) || unit === "dollars") return false;
    return group === "stages" || size(board) <= FEW;
  };
  const others = sections.filter((board) => !inFull.includes(board));
  return { inFull, inLines: others.filter((board) => !isFolded(board)), inShort: others.filter(isFolded) };
}

/** Whether a metric has one result in all, which is no race. */
export function isAlone({ rows, more }: Pick<LeaderboardSection, "rows" | "more">): boolean {
  return rows.length === 1 && more === 0;
}

/** So many metrics are the board's main ones. */
const MAX_MAIN = 3;
/** So few need no places below each other, and no chart. */
export const FEW = 2;

/** Those of a board's first metrics in which people compete. */
export function mainRaces({
  sections,
  metrics,
}: Pick<Leaderboard, "sections" | "metrics">): readonly LeaderboardSection[] {
  const first = metrics.slice(0, MAX_MAIN);
  return sections.filter((board) => first.includes(board.type) && !isAlone(board));
}

function size({ rows, more }: Pick<LeaderboardSection, "rows" | "more">): number {
  return rows.length + more;
}

import type { Leaderboard, LeaderboardRow, LeaderboardSection } from "../../digests/content/leaderboard";
import { type MetricType, metricOf } from "../../metrics/metrics";
import { figure, percent, shownDifference, shownPercent } from "../../words/figures";
import { listed } from "../ui/text";

/** More who lead together are counted. */
const MAX_NAMED = 2;

/** What people on a board are called, by Slack id, and whether its week is over. */
export interface Named {
  readonly names: ReadonlyMap<string, string>;
  readonly isOver: boolean;
}

/** "Ben leads", "Ana and Dev tie in"; of a week that is over "Ben led", "Ana and Dev tied in". */
export function leadInWords(board: LeaderboardSection, { names, isOver }: Named): string {
  const all = leadersOf(board);
  const named = all.slice(0, MAX_NAMED).map(({ userId }) => names.get(userId) ?? "");
  const more = all.length - named.length;
  const who = listed(more > 0 ? [...named, `${more.toLocaleString("en-US")} more`] : named);
  if (all.length > 1) return `${who} ${isOver ? "tied" : "tie"} in`;
  return `${who} ${isOver ? "led" : "leads"}`;
}

/** Whoever is first in a metric. */
export function leadersOf({ rows }: LeaderboardSection): readonly LeaderboardRow[] {
  return rows.filter(({ rank }) => rank === 1);
}

/** " as of Wed 3:06 PM PDT", of what was not read to its end. */
export function asOfWords(read: string | null): string {
  return read === null ? "" : ` as of ${read}`;
}

interface SecondLeadContext extends Named {
  readonly asOf: (type: MetricType) => string | null;
}

/**
 * "Ben leads 4 other metrics", "Ben leads calls and talk time", "Ben and Cho lead 2 other metrics each": who leads more metrics than whoever
 * leads the first one; `null` where nobody does, where it was not all read as far, or more people do than can be named.
 *
 * @param boards those in which people compete alone.
 */
export function secondLead(
  boards: readonly LeaderboardSection[],
  { asOf, ...named }: SecondLeadContext,
): string | null {
  const [own = [], ...others] = byLeaders(boards);
  const most = Math.max(own.length, ...others.map(({ length }) => length));
  const groups = others.filter(({ length }) => length === most && length > own.length);
  const [board, ...more] = groups[0] ?? [];
  const reads = new Set(groups.flat().map(({ type }) => asOf(type)));
  const [read = null] = reads;
  if (board === undefined || reads.size > 1) return null;
  if (groups.length === 1) {
    const isNamed = more.length === 1;
    const what = isNamed ? listed([board, ...more].map(({ type }) => metricOf(type).name)) : `${most} other metrics`;
    return `${leadInWords(board, named)} ${what}${asOfWords(read)}`;
  }
  const rivals = groups.flatMap(([one]) => (one === undefined ? [] : leadersOf(one)));
  if (groups.length > MAX_NAMED || rivals.length > groups.length) return null;
  const who = listed(rivals.map(({ userId }) => named.names.get(userId) ?? ""));
  return `${who} ${named.isOver ? "led" : "lead"} ${most} other metrics each${asOfWords(read)}`;
}

/** The metrics that the same people lead, those of whoever leads the first metric first. */
function byLeaders(boards: readonly LeaderboardSection[]): readonly (readonly LeaderboardSection[])[] {
  const groups = new Map<string, LeaderboardSection[]>();
  for (const board of boards) {
    const key = leadersOf(board).map(({ userId }) => userId);
    groups.set(key.sort().join(" "), [...(groups.get(key.join(" ")) ?? []), board]);
  }
  return [...groups.values()];
}

/**
 * ", 3 ahead of Maya", ", 133% to Maya's 75%": how far one's result is from another's, as both are shown; ", just behind Maya" where
 * both are shown the same.
 */
export function apart([own, other]: readonly [number, number], { by, unit, whom, whose = `${whom}'s` }: Apart): string {
  const isShare = by === "share";
  const [more, less] = [Math.max(own, other), Math.min(own, other)];
  const shown = isShare ? shownPercent(more, 1) - shownPercent(less, 1) : shownDifference(more, less, unit);
  if (isShare && shown !== 0) return `, ${percent(own, 1)} to ${whose} ${percent(other, 1)}`;
  return `, ${shown === 0 ? "just" : figure(shown, unit)} ${own > other ? "ahead of" : "behind"} ${whom}`;
}

/** What two results are of, and what whoever has the other one is called. */
interface Apart extends Pick<Leaderboard, "by">, Pick<LeaderboardSection, "unit"> {
  readonly whom: string;
  readonly whose?: string;
}

import type { KnownBlock } from "@slack/types";
import {
  type Leaderboard,
  type LeaderboardRow,
  type LeaderboardSection,
  placesUp,
} from "../../digests/content/leaderboard";
import { type MetricType, metricOf } from "../../metrics/metrics";
import { header } from "../ui/blocks";
import { counted, foreign, plainForeign, sentence } from "../ui/text";
import { firstNames } from "./headline";
import { apart } from "./leaders";
import { MAX_RANKED_NAME, movedInWords } from "./ranking-words";

const MAX_PLACE = 200;
const MAX_PLACES = 600;

/** A place that somebody has in one metric. */
export interface OwnPlace {
  readonly type: MetricType;
  /** As plain text: "4th of 6 in calls (up 2), 3 behind Ben Okafor", "the only one with a result in fact finding". */
  readonly words: string;
  /** What stands beside the metric on the board, which names it, as mrkdwn: "you're 4th of 6 (up 2), 3 behind Ben"; nothing of whoever is alone, as their line says so. */
  readonly beside: string | null;
}

/**
 * Says to one person alone where they are, in each metric that others have a result in, too, then in those that they are alone in; nothing of
 * a metric in which they have none. Nobody is compared with whom the board does not show.
 */
export function ownPlaces({ sections, by }: Pick<Leaderboard, "sections" | "by">, userId: string): readonly OwnPlace[] {
  const full = new Map(sections.flatMap(({ rows }) => rows.map((row) => [row.userId, nameOf(row)])));
  const short = firstNames(sections);
  const ranked = sections.flatMap((board): readonly OwnPlace[] => {
    const { type, ranks, rows } = board;
    const rank = ranks.get(userId);
    if (rank === undefined || ranks.size === 1) return [];
    const of = `${ordinal(rank)} of ${ranks.size.toLocaleString("en-US")}`;
    const moved = movedInWords(placesUp(board, userId));
    const whom = (names: ReadonlyMap<string, string>) => nearest(board, { by, userId, names });
    // The arrow beside somebody's result says it, where they are shown.
    const besideMoved = rows.some((row) => row.userId === userId) ? "" : moved;
    return [
      {
        type,
        words: `${of} in ${metricOf(type).name}${moved}${whom(full)}`,
        beside: foreign(
          `you're ${besidePlace({ by, of: ranks.size, place: `${of}${besideMoved}`, far: whom(short) })}`,
          MAX_PLACE,
        ),
      },
    ];
  });
  const alone = sections.filter(({ ranks }) => ranks.size === 1 && ranks.has(userId));
  return [
    ...ranked,
    ...alone.map(({ type }) => {
      return { type, words: `the only one with a result in ${metricOf(type).name}`, beside: null };
    }),
  ];
}

/** "4th of 6, 3 behind Ben"; of two people, who are both there to be read, "3 behind Ben" says the place, which "75% to Ben's 133%" does not. */
function besidePlace({
  by,
  of,
  place,
  far,
}: Pick<Leaderboard, "by"> & {
  readonly of: number;
  readonly place: string;
  readonly far: string;
}): string {
  return by === "value" && of === 2 && far !== "" ? far.slice(", ".length) : `${place}${far}`;
}

/** The first of their places as a board's heading; nothing for whoever has none. */
export function placeHeading([first]: readonly OwnPlace[]): readonly KnownBlock[] {
  return first === undefined ? [] : [header(`You're ${first.words}`)];
}

/** A board as one person reads it: they are "You", first among whom they tie with. */
export function asReadBy(leaderboard: Leaderboard, userId: string): Leaderboard {
  const sections = leaderboard.sections.map((board) => {
    const rows = board.rows.map((row) => (row.userId === userId ? { ...row, name: YOU } : row));
    const after = (row: LeaderboardRow) => Number(row.userId !== userId);
    return { ...board, rows: rows.sort((a, b) => a.rank - b.rank || after(a) - after(b)) };
  });
  return { ...leaderboard, sections };
}

const YOU = "You";

/** What stands beside each metric but that of the heading. */
export function placesBeside([, ...others]: readonly OwnPlace[]): ReadonlyMap<MetricType, string> {
  return new Map(others.flatMap(({ type, beside }) => (beside === null ? [] : [[type, beside] as const])));
}

/** "You're 4th of 6 in calls; 1st of 5 in emails. ", before a board's own text; nothing for whoever has none. */
export function placesInWords(places: readonly OwnPlace[]): string {
  if (places.length === 0) return "";
  return `${sentence(`You're ${places.map(({ words }) => words).join("; ")}`, MAX_PLACES)}. `;
}

/** ", 3 behind Ben Okafor": whoever is next above, who leads whoever is next below, or whom somebody ties with. */
function nearest(
  board: LeaderboardSection,
  {
    by,
    userId,
    names,
  }: Pick<Leaderboard, "by"> & { readonly userId: string; readonly names: ReadonlyMap<string, string> },
): string {
  const { unit } = board;
  const own = board.results.get(userId);
  if (own === undefined) return "";
  const called = (row: LeaderboardRow) => names.get(row.userId) ?? "";
  const others = board.rows.filter((row) => row.userId !== userId);
  const equal = others.filter(({ result }) => result === own);
  const [one] = equal;
  if (one !== undefined) {
    const whom = equal.length === 1 ? called(one) : counted(equal.length, "other");
    return `, tied with ${whom}`;
  }
  const above = others.filter(({ result }) => result > own).at(-1);
  if (above !== undefined) return apart([own, above.result], { by, unit, whom: called(above) });
  const below = others.find(({ result }) => result < own);
  return below === undefined ? "" : apart([own, below.result], { by, unit, whom: called(below) });
}

function nameOf({ name }: Pick<LeaderboardRow, "name">): string {
  return plainForeign(name, MAX_RANKED_NAME);
}

/** "1st", "12th", "23rd". */
function ordinal(rank: number): string {
  const last = rank % 100 > 10 && rank % 100 < 14 ? 0 : rank % 10;
  return `${rank.toLocaleString("en-US")}${{ 1: "st", 2: "nd", 3: "rd" }[last] ?? "th"}`;
}

import type { KnownBlock } from "@slack/types";
import {
  type Leaderboard,
  type LeaderboardRow,
  type LeaderboardSection,
  placesUp,
} from "../../digests/content/leaderboard";
import { metricOf } from "../../metrics/metrics";
import { DIVIDER, header, section } from "../ui/blocks";
import { capitalized, counted, plainForeign, sentence } from "../ui/text";
import { gap, MAX_RANKED_NAME, movedInWords, ordinal } from "./ranking-words";

const MAX_PLACE = 200;
const MAX_PLACES = 600;

/**
 * Says to one person alone where they are, a metric each, as plain text: "4th of 6 in calls (up 2), 3 behind Ben Okafor", "1st of 5 in
 * emails, 2 ahead of Cho", last "the only one with a result in fact finding"; nothing of a metric in which they have no result. Nobody is compared
 * with whom the board does not show.
 */
export function ownPlaces({ sections, by }: Pick<Leaderboard, "sections" | "by">, userId: string): readonly string[] {
  const alone = sections.filter(({ ranks }) => ranks.size === 1 && ranks.has(userId));
  const ranked = sections.flatMap((board) => {
    const rank = board.ranks.get(userId);
    if (rank === undefined || board.ranks.size === 1) return [];
    const of = board.ranks.size.toLocaleString("en-US");
    const place = `${ordinal(rank)} of ${of} in ${metricOf(board.type).name}`;
    return [`${place}${movedInWords(placesUp(board, userId))}${nearest(board, { by, userId })}`];
  });
  return [...ranked, ...alone.map(({ type }) => `the only one with a result in ${metricOf(type).name}`)];
}

/** Their places above a board, the first as its heading; nothing for whoever has none. */
export function placeBlocks([first, ...others]: readonly string[]): readonly KnownBlock[] {
  if (first === undefined) return [];
  const also = others.map((one) => `• ${sentence(capitalized(one), MAX_PLACE)}`);
  return [header(`You're ${first}`), ...(also.length === 0 ? [] : [section(also.join("\n"))]), DIVIDER];
}

/** "You're 4th of 6 in calls; 1st of 5 in emails. ", before a board's own text; nothing for whoever has none. */
export function placesInWords(places: readonly string[]): string {
  return places.length === 0 ? "" : `${sentence(`You're ${places.join("; ")}`, MAX_PLACES)}. `;
}

/** ", 3 behind Ben Okafor": whoever is next above, who leads whoever is next below, or whom somebody ties with. */
function nearest(
  board: LeaderboardSection,
  { by, userId }: Pick<Leaderboard, "by"> & { readonly userId: string },
): string {
  const { unit } = board;
  const own = board.results.get(userId);
  if (own === undefined) return "";
  const others = board.rows.filter((row) => row.userId !== userId);
  const equal = others.filter(({ result }) => result === own);
  const [one] = equal;
  if (one !== undefined) {
    const whom = equal.length === 1 ? nameOf(one) : counted(equal.length, "other");
    return `, tied with ${whom}`;
  }
  const above = others.filter(({ result }) => result > own).at(-1);
  if (above !== undefined) return `${gap([above.result, own], { by, unit })} behind ${nameOf(above)}`;
  const below = others.find(({ result }) => result < own);
  return below === undefined ? "" : `${gap([own, below.result], { by, unit })} ahead of ${nameOf(below)}`;
}

function nameOf({ name }: Pick<LeaderboardRow, "name">): string {
  return plainForeign(name, MAX_RANKED_NAME);
}

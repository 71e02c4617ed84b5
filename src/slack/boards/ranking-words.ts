import {
  type Leaderboard,
  type LeaderboardRow,
  type LeaderboardSection,
  placesUp,
} from "../../digests/content/leaderboard";
import { bar, figure, percent } from "../../words/figures";
import { foreign } from "../ui/text";

/** The most characters of a name on a board. */
export const MAX_RANKED_NAME = 40;
/** The most names of who leads together. */
const MAX_LEADERS = 3;
const MEDALS: Readonly<Record<number, string>> = { 1: "🥇", 2: "🥈", 3: "🥉" };

/**
 * A metric's ranking, a line each, as mrkdwn: "*Calls* · top 3 of 5", "🥇 Ana Torres · *1,234* ▲2"; with bars of text where
 * nobody is shown a chart. One result alone is one line without a medal, which nobody competed for: "*Calls* · Ana Torres · *1,234*".
 */
export function boardLines(
  board: LeaderboardSection,
  { by, bars = false }: Pick<Leaderboard, "by"> & { readonly bars?: boolean },
): string {
  const { title, unit, rows, more } = board;
  const most = Math.max(0, ...rows.map((row) => row.result));
  const tied = tiedRanks(board);
  const isAlone = rows.length === 1 && more === 0;
  const lines = rows.map((row) => {
    const drawn = bars ? `${bar(row.result, most)} ` : "";
    return `${drawn}${who(row, { isTied: tied.has(row.rank), isAlone })} · *${result(row.result, { by, unit })}*${arrow(placesUp(board, row.userId))}`;
  });
  if (!bars && isAlone) return `*${foreign(title)}* · ${lines[0]}`;
  return [`*${foreign(title)}* · ${shownOf(rows.length, more)}`, ...lines].join("\n");
}

/** Who leads, for notifications and screen readers, which read no arrows: "Calls: Ana Torres (up 2) 1,234". */
export function leadersInWords(board: LeaderboardSection, { by }: Leaderboard): string {
  const { title, rows, unit } = board;
  const first = rows.filter(({ rank }) => rank === 1);
  const names = first.slice(0, MAX_LEADERS).map(({ name, userId }) => {
    return `${foreign(name, MAX_RANKED_NAME)}${movedInWords(placesUp(board, userId))}`;
  });
  return `${foreign(title)}: ${names.join(", ")} ${result(first[0]?.result ?? 0, { by, unit })}`;
}

/** " ▲2", " ▼1"; nothing for whoever kept their place, or was not on both boards. */
export function arrow(places: number | null): string {
  if (places === null || places === 0) return "";
  return ` ${places > 0 ? "▲" : "▼"}${Math.abs(places).toLocaleString("en-US")}`;
}

/** "1st", "12th", "23rd". */
export function ordinal(rank: number): string {
  const last = rank % 100 > 10 && rank % 100 < 14 ? 0 : rank % 10;
  return `${rank.toLocaleString("en-US")}${{ 1: "st", 2: "nd", 3: "rd" }[last] ?? "th"}`;
}

function movedInWords(places: number | null): string {
  if (places === null || places === 0) return "";
  return ` (${places > 0 ? "up" : "down"} ${Math.abs(places).toLocaleString("en-US")})`;
}

/** The ranks that several share, whoever of them is shown. */
function tiedRanks({ ranks }: LeaderboardSection): ReadonlySet<number> {
  const sorted = [...ranks.values()].sort((a, b) => a - b);
  return new Set(sorted.filter((rank, at) => rank === sorted[at - 1]));
}

/** "🥇 Ana Torres", "🥈 Cho (tied)", "4. Ben Okafor (away)"; alone, "Ana Torres". */
function who(
  { rank, name, away, isNew }: LeaderboardRow,
  { isTied, isAlone }: { readonly isTied: boolean; readonly isAlone: boolean },
): string {
  const marks = [...(isTied ? ["tied"] : []), ...(away ? ["away"] : []), ...(isNew ? ["new"] : [])];
  const marked = marks.length === 0 ? "" : ` (${marks.join(", ")})`;
  const place = isAlone ? "" : `${MEDALS[rank] ?? `${rank}.`} `;
  return `${place}${foreign(name, MAX_RANKED_NAME)}${marked}`;
}

/** "5 people", since managers who sell are ranked, too; "top 3 of 5". */
function shownOf(shown: number, more: number): string {
  if (more === 0) return shown === 1 ? "1 person" : `${shown.toLocaleString("en-US")} people`;
  return `top ${shown.toLocaleString("en-US")} of ${(shown + more).toLocaleString("en-US")}`;
}

function result(value: number, { by, unit }: Pick<Leaderboard, "by"> & Pick<LeaderboardSection, "unit">): string {
  return by === "share" ? percent(value, 1) : figure(value, unit);
}

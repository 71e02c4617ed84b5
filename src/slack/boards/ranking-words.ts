import {
  isNewlyRanked,
  type Leaderboard,
  type LeaderboardRow,
  type LeaderboardSection,
  placesUp,
} from "../../digests/content/leaderboard";
import { figure, percent, shortBar } from "../../words/figures";
import { foreign, listed, metricNoun, unbrokenParts } from "../ui/text";
import { isAlone } from "./board-parts";

/** The most characters of a name on a board. */
export const MAX_RANKED_NAME = 40;
/** The most names of who leads together. */
const MAX_LEADERS = 3;
/** The most names of who ties in one line. */
const MAX_TIED = 5;
const MEDALS: Readonly<Record<number, string>> = { 1: "🥇", 2: "🥈", 3: "🥉" };

/**
 * A metric's ranking, a line each, as mrkdwn, numbers below each other: "*Calls* · top 3 of 5", "🥇 ▰▰▰▰▰ *1,234* Ana Torres ▲2". One
 * result alone is one line without a medal, which nobody competed for: "*Calls*: Ana Torres *1,234*".
 *
 * @param own where the reader is, in place of how many are shown: "*Calls* · you're 4th of 5, 3 behind Ben".
 */
export function boardLines(
  board: LeaderboardSection,
  { by, own }: Pick<Leaderboard, "by"> & { readonly own?: string | undefined },
): string {
  const { title, unit, rows, more } = board;
  const [first] = rows;
  if (first !== undefined && isAlone(board)) {
    const name = foreign(first.name, MAX_RANKED_NAME);
    return `*${foreign(title)}*: ${name} *${resultInWords(first.result, { by, unit })}*${marks(first, [])}`;
  }
  // A percent is of one's own goal, which fills the bar whoever leads.
  const full = by === "share" ? 1 : Math.max(0, ...rows.map((row) => row.result));
  const tied = tiedRanks(board);
  const figures = rows.map((row) => resultInWords(row.result, { by, unit }));
  const widest = figures.reduce((longest, one) => (one.length > longest.length ? one : longest), "");
  const lines = rows.map((row, at) => {
    const figure = figures[at] ?? "";
    const bar = shortBar(row.result, full);
    const drawn = `${MEDALS[row.rank] ?? `${row.rank}.`} ${bar}${room(widest, figure)}`;
    return `${drawn} *${figure}* ${marked(row, tied.has(row.rank))}${movedMark(board, row)}`;
  });
  return [`*${foreign(title)}* · ${own ?? shownOf(rows.length, more)}`, ...lines].join("\n");
}

/**
 * A metric's ranking in one line, by the names that people go by: "*Talk time*: Ben *2h 37m*, Ana *1h 27m* (▲1), Maya *48m*"; those who
 * tie stand together, "Ana and Ben *7*", each beside what is said of them, "Ana (▲1) and Ben *7*".
 *
 * @param own where the reader is, at its end: "; you're 4th of 5, 35m behind Maya".
 * @param medals whether the first three places have theirs, as where the line is all that a board says.
 */
export function boardLine(board: LeaderboardSection, { own, ...options }: LineOptions): string {
  const places = placesInLine(board, options).join(", ");
  return unbrokenParts(`*${foreign(board.title)}*: ${places}${own === undefined ? "" : `; ${own}`}`);
}

/** How a board ranks, and what people on it are called, by Slack id. */
interface LineOptions extends Pick<Leaderboard, "by"> {
  readonly names: ReadonlyMap<string, string>;
  readonly own?: string | undefined;
  readonly medals?: boolean;
  /** Whether nothing says who moved. */
  readonly still?: boolean;
  /** What the figures are called, where nothing before them does. */
  readonly noun?: string;
}

/** "Ben *2h 37m* (▲1)", "Ana and Dev (▲1) *1h 27m*": who has each place that is shown, with their result. */
function placesInLine(board: LeaderboardSection, { by, names, medals = false, still = false, noun = "" }: LineOptions) {
  const { unit, rows } = board;
  const ranks = [...new Set(rows.map(({ rank }) => rank))];
  return ranks.map((rank) => {
    const tied = rows.filter((row) => row.rank === rank);
    const who = tied.slice(0, MAX_TIED).map((row) => {
      // In parentheses: "Ana ▼1 9" would be read as one number.
      const moved = still ? "" : movedMark(board, row).trim();
      return {
        name: foreign(names.get(row.userId) ?? row.name, MAX_RANKED_NAME),
        said: marks(row, [], moved === "" ? [] : [moved]),
      };
    });
    const [only] = who;
    const isOne = tied.length === 1 && only !== undefined;
    const each = who.map(({ name, said }) => (isOne ? name : `${name}${said}`));
    const others = tied.length - who.length;
    const whose = listed(others > 0 ? [...each, `${others.toLocaleString("en-US")} more`] : each);
    const medal = medals && MEDALS[rank] !== undefined ? `${MEDALS[rank]}\u00a0` : "";
    // A phone breaks lines at spaces, but never between a name and its figure.
    const figured = [`*${resultInWords(tied[0]?.result ?? 0, { by, unit })}*`, ...(noun === "" ? [] : noun.split(" "))];
    return `${medal}${whose}\u00a0${figured.join("\u00a0")}${isOne ? only.said : ""}`;
  });
}

/**
 * What few have a result in, and what counts least, a short line each: "*Fact Finding*: Ana *2*, Ben *1*"; all in one line, "…; *Closing*: Dev *1*",
 * where they are many. What several metrics have one result alone in, is told of people, below what is ranked: "*Also*: Ben *$4,705* wholesale, Ana *1* Fact Finding".
 *
 * @param isBelow whether anything is ranked above.
 */
export function foldedLines(
  boards: readonly LeaderboardSection[],
  { isBelow, ...options }: Pick<LineOptions, "by" | "names"> & { readonly isBelow: boolean },
): readonly string[] {
  const alone = boards.filter(isAlone);
  const isTogether = alone.length > 1 && (isBelow || alone.length < boards.length);
  const each = boards
    .filter((board) => !isTogether || !isAlone(board))
    .map((board) => `*${foreign(board.title)}*: ${placesInLine(board, { ...options, still: true }).join(", ")}`);
  const lines = each.length > MAX_FOLDED ? [each.join("; ")] : each;
  return [...lines, ...(isTogether ? [alsoLine(alone, options)] : [])].map(unbrokenParts);
}

function alsoLine(boards: readonly LeaderboardSection[], options: Pick<LineOptions, "by" | "names">): string {
  const all = boards.flatMap((board) => {
    const noun = metricNoun(board.type, board.rows[0]?.result ?? 0);
    return placesInLine(board, { ...options, still: true, noun });
  });
  return `*Also*: ${all.join(", ")}`;
}

/** So many have a line each; more would outweigh what is ranked. */
const MAX_FOLDED = 4;

/** Spaces as wide as what a figure has less than the widest one, digits and marks, so that figures end below each other. */
function room(widest: string, figure: string): string {
  const missing = widest.slice(0, Math.max(0, widest.length - figure.length));
  return Array.from(missing, (character) => SPACES[character] ?? FIGURE_SPACE).join("");
}

const FIGURE_SPACE = "\u2007";
/** The spaces of what is narrower than a figure. */
const SPACES: Readonly<Record<string, string>> = { ",": "\u2008", ".": "\u2008", " ": "\u2005" };

/** Who leads, for notifications and screen readers, which read no arrows: "Calls: Ana Torres (up 2) 1,234". */
export function leadersInWords(board: LeaderboardSection, { by }: Leaderboard): string {
  const { title, rows, unit } = board;
  const first = rows.filter(({ rank }) => rank === 1);
  const names = first.slice(0, MAX_LEADERS).map(({ name, userId }) => {
    return `${foreign(name, MAX_RANKED_NAME)}${movedInWords(placesUp(board, userId))}`;
  });
  return `${foreign(title)}: ${names.join(", ")} ${resultInWords(first[0]?.result ?? 0, { by, unit })}`;
}

/** " ▲2", " ▼1", " ▲ new" of whoever was not ranked then, as the small print says, on one line with the name before it; nothing for whoever kept their place. */
export function movedMark(board: LeaderboardSection, { userId, isNew }: LeaderboardRow): string {
  // Whoever is new in the team is marked as that.
  if (isNewlyRanked(board, userId) && !isNew) return `\u00a0${NEWLY_RANKED}`;
  const places = placesUp(board, userId);
  if (places === null || places === 0) return "";
  return `\u00a0${places > 0 ? "▲" : "▼"}${Math.abs(places).toLocaleString("en-US")}`;
}

/** Stands beside whoever was not ranked on the board before. */
export const NEWLY_RANKED = "▲\u00a0new";

/** " (up 2)", where an arrow is not read; nothing for whoever kept their place, or was not on both boards. */
export function movedInWords(places: number | null): string {
  if (places === null || places === 0) return "";
  return ` (${places > 0 ? "up" : "down"} ${Math.abs(places).toLocaleString("en-US")})`;
}

/** The ranks that several share, whoever of them is shown. */
function tiedRanks({ ranks }: LeaderboardSection): ReadonlySet<number> {
  const sorted = [...ranks.values()].sort((a, b) => a - b);
  return new Set(sorted.filter((rank, at) => rank === sorted[at - 1]));
}

/** "Ana Torres", "Cho (tied)", "Ben Okafor (away)". */
function marked(row: LeaderboardRow, isTied: boolean): string {
  return `${foreign(row.name, MAX_RANKED_NAME)}${marks(row, isTied ? ["tied"] : [])}`;
}

/** " (tied, away)", on one line with the name before it; nothing of whom there is nothing to say. */
function marks({ away, isNew }: LeaderboardRow, first: readonly string[], last: readonly string[] = []): string {
  const all = [...first, ...(away ? ["away"] : []), ...(isNew ? ["new"] : []), ...last];
  return all.length === 0 ? "" : `\u00a0(${all.join(", ")})`;
}

/** "5 people", since managers who sell are ranked, too; "top 3 of 5". */
function shownOf(shown: number, more: number): string {
  if (more === 0) return shown === 1 ? "1 person" : `${shown.toLocaleString("en-US")} people`;
  return `top ${shown.toLocaleString("en-US")} of ${(shown + more).toLocaleString("en-US")}`;
}

export function resultInWords(
  value: number,
  { by, unit }: Pick<Leaderboard, "by"> & Pick<LeaderboardSection, "unit">,
): string {
  return by === "share" ? percent(value, 1) : figure(value, unit);
}

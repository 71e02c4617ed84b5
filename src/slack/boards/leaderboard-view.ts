import type { KnownBlock } from "@slack/types";
import type { Leaderboard, LeaderboardSection } from "../../digests/content/leaderboard";
import type { BoardChange } from "../../digests/shown-board";
import type { MetricType } from "../../metrics/metrics";
import type { Freshness } from "../../sync/state/freshness";
import { addDays } from "../../time/day";
import { shortRange, weekdayInWords, weekdaysInWords } from "../../words/dates";
import { shownPercent } from "../../words/figures";
import { actions, button, context, fits, header, type Message, section, sections } from "../ui/blocks";
import { type ChartBlock, type ChartMessage, chartBlock, isChart, valueAxis } from "../ui/charts";
import type { DisplayContext } from "../ui/dates";
import { foreign, plainForeign } from "../ui/text";
import { resultsNow, settingsNow } from "./board-changes";
import { footer, isBegun, isThisWeek, lastRead, missingNotes } from "./board-notes";
import { boardParts, FEW } from "./board-parts";
import { firstNames, headline } from "./headline";
import { type OwnPlace, placeHeading, placesBeside, placesInWords } from "./own-places";
import { boardLine, boardLines, foldedLines, leadersInWords, MAX_RANKED_NAME } from "./ranking-words";

export interface BoardValues extends DisplayContext {
  readonly leaderboard: Leaderboard;
  /** Covers every source except those that are off. */
  readonly freshness: readonly Freshness[];
  /** The name of whoever had it posted by hand. */
  readonly postedBy?: string | null;
  /** It follows another of its day. */
  readonly isPostedAgain?: boolean;
  /** What is new on it since that one, where that is known. */
  readonly change?: BoardChange | null;
  /** The places of its one reader; absent on a board for all. */
  readonly places?: readonly OwnPlace[];
}

/** Rows a metric, the most that fit: many may tie. */
const SIZES = [10, 5, 3, 1];

/** The leaderboard as it is posted in a channel; with a chart where it shows more than two in one metric alone, and for one reader's eyes with their places on top. */
export function boardMessage(values: BoardValues): Message | ChartMessage {
  const sized = SIZES.map((most) => messageOf({ ...values, leaderboard: cut(values.leaderboard, most) }));
  const none = { ...values.leaderboard, sections: [] };
  return sized.find((message) => fits(inPlainBlocks(message))) ?? messageOf({ ...values, leaderboard: none });
}

/** A board as it is posted, in blocks that a modal takes: a note says where its chart will be, and nothing is there to press. */
export function asPosted(message: Message | ChartMessage): Message {
  if (!("plain" in message)) return { ...message, blocks: still(message.blocks) };
  const blocks = message.blocks.map((block) => (isChart(block) ? context(CHARTED) : block));
  return { text: message.text, blocks: still(blocks) };
}

function still(blocks: readonly KnownBlock[]): KnownBlock[] {
  return blocks.filter(({ type }) => type !== "actions");
}

const CHARTED = "📊 In the channel, a bar chart follows here.";

/** Tells whether a block of a preview stands for the chart of its board. */
export function standsForChart(block: KnownBlock): boolean {
  return block.type === "context" && block.elements.some((one) => "text" in one && one.text === CHARTED);
}

/** A board without its chart, for where Slack draws none. */
export function inPlainBlocks(message: Message | ChartMessage): Message {
  return "plain" in message ? { text: message.text, blocks: message.plain } : message;
}

function cut(leaderboard: Leaderboard, most: number): Leaderboard {
  const boards = leaderboard.sections.map((board) => {
    const rows = board.rows.slice(0, most);
    return { ...board, rows, more: board.more + board.rows.length - rows.length };
  });
  return { ...leaderboard, sections: boards };
}

function messageOf(values: BoardValues): Message | ChartMessage {
  const { leaderboard, places = [] } = values;
  const { team, sections, by } = leaderboard;
  const days = daysInWords(leaderboard, values);
  const name = team === null ? EVERYONES : `${foreign(team, MAX_RANKED_NAME)}'s leaderboard`;
  const again = postedAgain(values);
  const whose = `${name}: ${days}`;
  const title = again === null ? whose : `${whose}. ${again}`;
  const around = <B>(blocks: readonly B[]) => [
    ...heading(values, whose),
    ...blocks,
    ...(values.places === undefined ? ownPlaceButton(leaderboard) : []),
    context(footer(values)),
  ];
  const spoken = `${placesInWords(places)}${title}`;
  const [only, ...others] = sections;
  if (only === undefined) {
    const nothing = by === "share" ? NONE_COMPARED : "No figures for these days yet.";
    return { text: `${spoken}: no figures yet`, blocks: around([section(nothing)]) };
  }
  const text = `${spoken}. ${sections.map((board) => leadersInWords(board, leaderboard)).join("; ")}`;
  if (others.length > 0) return { text, blocks: around(sectionBlocks(leaderboard, placesBeside(places))) };
  const plain = around<KnownBlock>([section(boardLines(only, { by }))]);
  if (only.rows.length <= FEW) return { text, blocks: plain };
  // The chart ranks them: a line has their figures, which a chart shows to whoever points at it alone.
  const line = section(boardLine(only, { by, names: firstNames(sections), medals: true }));
  return { text, blocks: around([line, chart(only, leaderboard)]), plain };
}

/** Shows whoever presses their own place, below a board on which more have one than are shown. */
export const BOARD_PLACE = "board_place";

function ownPlaceButton({ teamId, sections }: Leaderboard): readonly KnownBlock[] {
  if (sections.every(({ more }) => more === 0)) return [];
  return [actions([button(BOARD_PLACE, "See my place", { value: teamId })])];
}

/** By percent nobody is ranked alone. */
const NONE_COMPARED = "Nobody to compare yet: by percent, a metric needs two people with a goal and results.";

/**
 * Who leads, above whose board it is and of which days, or the latter alone where nobody competes in what was read of these days, or its
 * reader's own place is the heading; and what is missing of these days.
 */
function heading(values: BoardValues, whose: string): readonly KnownBlock[] {
  const { leaderboard, places = [] } = values;
  const again = postedAgain(values);
  const own = again === null ? [] : [again];
  const title = [whose, ...own].join("\n");
  const notes = missingNotes(values).map(context);
  if (places.length > 0) return [...placeHeading(places), context(title), ...notes];
  const read = { ...leaderboard, sections: leaderboard.sections.filter(({ type }) => isBegun(type, values)) };
  const leads = headline(read, { isOver: !isThisWeek(leaderboard), asOf: (type) => lastRead(type, values) });
  if (leads !== null) return [header(leads), context(title), ...notes];
  const name =
    leaderboard.team === null ? EVERYONES : `${plainForeign(leaderboard.team, MAX_RANKED_NAME)}'s leaderboard`;
  return [header(`${name}: ${daysInWords(leaderboard, values)}`), ...own.map(context), ...notes];
}

/** "Posted again by Maya Brooks with new settings: only calls", at the top of a board that follows another of its day, with what is new on it; `null` of every other. */
function postedAgain({ isPostedAgain = false, postedBy = null, change = null }: BoardValues): string | null {
  if (!isPostedAgain) return null;
  const by = postedBy === null ? "" : ` by ${foreign(postedBy, MAX_RANKED_NAME)}`;
  const news = [["settings", settingsNow(change)] as const, ["figures", resultsNow(change)] as const].flatMap(
    ([kind, said]) => (said.length === 0 ? [] : [`new ${kind}: ${said.join(", ")}`]),
  );
  return `Posted again${by}${news.length === 0 ? "" : ` with ${foreign(news.join("; "), MAX_NEWS)}`}`;
}

const MAX_NEWS = 200;

const EVERYONES = "Everyone's leaderboard";

/** A block for each metric that is ranked in full, then one of the lines of the others; beside each where the board's one reader is. */
function sectionBlocks(leaderboard: Leaderboard, own: ReadonlyMap<MetricType, string>): readonly KnownBlock[] {
  const { sections: boards, by } = leaderboard;
  const names = firstNames(boards);
  const { inFull, inLines, inShort } = boardParts(leaderboard, own);
  const lines = inLines.map((board) => boardLine(board, { by, names, own: own.get(board.type) }));
  const isBelow = inFull.length + inLines.length > 0;
  const last = foldedLines(inShort, { by, names, isBelow });
  return [
    ...inFull.flatMap((board) => sections([boardLines(board, { by, own: own.get(board.type) })])),
    ...sections([...lines, ...last]),
  ];
}

/** "this week through yesterday (Tue, Oct 27)", "last week (Mon, Oct 19 – Sun, Oct 25)": days of the company's. */
function daysInWords(leaderboard: Leaderboard, { days, now }: DisplayContext): string {
  const { day, from, to } = leaderboard;
  if (!isThisWeek(leaderboard)) return `last week (${weekdaysInWords({ from, to }, day)})`;
  // One that was kept waiting may go out a day late.
  const isYesterday = to === addDays(days.dayOf(now), -1);
  return `this week through ${isYesterday ? `yesterday (${weekdayInWords(to)})` : weekdayInWords(to)}`;
}

function chart(board: LeaderboardSection, leaderboard: Leaderboard): ChartBlock {
  const { title, rows } = board;
  const { by } = leaderboard;
  const values = rows.map(({ result }) => (by === "share" ? shownPercent(result, 1) : result));
  return chartBlock({
    kind: "bar",
    title: `${title}${by === "share" ? ", % of goal" : ""}, ${shortRange(leaderboard)}`,
    labels: rows.map(({ name }) => name),
    xLabel: "Person",
    yLabel: by === "share" ? "Percent of own goal" : valueAxis(board),
    lines: [{ name: isThisWeek(leaderboard) ? "This week" : "Last week", values }],
  });
}

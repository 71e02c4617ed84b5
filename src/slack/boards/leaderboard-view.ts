import type { KnownBlock } from "@slack/types";
import { type Leaderboard, type LeaderboardSection, placesUp } from "../../digests/content/leaderboard";
import { SOURCES } from "../../metrics/sources";
import type { Freshness } from "../../sync/state/freshness";
import { addDays, daysBetween } from "../../time/day";
import { weekdayInWords, weekdaysInWords } from "../../words/dates";
import { shownPercent } from "../../words/figures";
import { context, fits, header, type Message, section } from "../ui/blocks";
import { type ChartBlock, type ChartMessage, chartBlock, valueAxis } from "../ui/charts";
import { type DisplayContext, momentInTeamZone } from "../ui/dates";
import { asOfLine, freshnessOf, sourceTitles } from "../ui/freshness";
import { foreign, plainForeign } from "../ui/text";
import { headline } from "./headline";
import { placeBlocks, placesInWords } from "./own-places";
import { arrow, boardLines, isAlone, leadersInWords, MAX_RANKED_NAME } from "./ranking-words";

export interface BoardValues extends DisplayContext {
  readonly leaderboard: Leaderboard;
  /** Covers every source except those that are off. */
  readonly freshness: readonly Freshness[];
  /** Says where its one reader is, as `ownPlaces` does; none on a board for all. */
  readonly places?: readonly string[];
}

/** Rows a metric, the most that fit: many may tie. */
const SIZES = [10, 5, 3, 1];

/** The leaderboard as it is posted in a channel; with a chart where it is of one metric, and for one reader's eyes with their places on top. */
export function boardMessage(values: BoardValues): Message | ChartMessage {
  const sized = SIZES.map((most) => messageOf({ ...values, leaderboard: cut(values.leaderboard, most) }));
  const none = { ...values.leaderboard, sections: [] };
  return sized.find((message) => fits(inPlainBlocks(message))) ?? messageOf({ ...values, leaderboard: none });
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
  const title = `${team === null ? "Leaderboard" : `${foreign(team, MAX_RANKED_NAME)} leaderboard`}: ${days}`;
  const own = placeBlocks(places);
  const around = <B>(blocks: readonly B[]) => [...own, ...heading(values, title), ...blocks, context(footer(values))];
  const spoken = `${placesInWords(places)}${title}`;
  const [only, ...others] = sections;
  if (only === undefined) {
    return { text: `${spoken}: no figures yet`, blocks: around([section("No figures for these days yet.")]) };
  }
  const text = `${spoken}. ${sections.map((board) => leadersInWords(board, leaderboard)).join("; ")}`;
  if (others.length > 0) return { text, blocks: around(sectionBlocks(leaderboard)) };
  const plain = around<KnownBlock>([section(boardLines(only, { by }))]);
  return {
    text,
    blocks: around([section(boardLines(only, { by, bars: isAlone(only) })), chart(only, leaderboard)]),
    plain,
  };
}

/** Who leads, above whose board it is and of which days; the latter alone where nobody competes. */
function heading({ leaderboard, ...display }: BoardValues, title: string): readonly KnownBlock[] {
  const leads = headline(leaderboard, { isOver: !isThisWeek(leaderboard) });
  if (leads !== null) return [header(leads), context(title)];
  const { team } = leaderboard;
  const plain = team === null ? "Leaderboard" : `${plainForeign(team, MAX_RANKED_NAME)} leaderboard`;
  return [header(`${plain}: ${daysInWords(leaderboard, display)}`)];
}

/** A block a metric; those with one result are lines of one block. */
function sectionBlocks({ sections, by }: Leaderboard): readonly KnownBlock[] {
  const races = sections.filter((board) => !isAlone(board));
  const alone = sections.filter(isAlone).map((board) => boardLines(board, { by }));
  return [
    ...races.map((board) => section(boardLines(board, { by }))),
    ...(alone.length === 0 ? [] : [section(alone.join("\n"))]),
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

function isThisWeek({ day, from }: Pick<Leaderboard, "day" | "from">): boolean {
  return daysBetween(from, day) < 7;
}

function chart(board: LeaderboardSection, leaderboard: Leaderboard): ChartBlock {
  const { title, rows } = board;
  const { by } = leaderboard;
  const values = rows.map(({ result }) => (by === "share" ? shownPercent(result, 1) : result));
  return chartBlock({
    kind: "bar",
    title: by === "share" ? `${title}, percent of own goal` : title,
    labels: rows.map(({ name }) => name),
    xLabel: "Rep",
    yLabel: by === "share" ? "Percent of own goal" : valueAxis(board),
    lines: [{ name: isThisWeek(leaderboard) ? "This week" : "Last week", values }],
  });
}

/**
 * Says what is missing of these days, how people are ranked, what the arrows are about, where there are any, and how fresh the
 * figures are: by the company's clock, as the days are.
 */
function footer({ leaderboard, freshness, ...reading }: BoardValues): string {
  const { by, since, sections, to } = leaderboard;
  const moved = sections.some((board) => board.rows.some(({ userId }) => arrow(placesUp(board, userId)) !== ""));
  const types = sections.map(({ type }) => type);
  const shown = freshnessOf(freshness, types);
  const over = reading.days.startOf(addDays(to, 1));
  const isWhole = ({ asOf }: Freshness) => asOf === null || asOf >= over;
  const asOf = asOfLine(shown.filter(isWhole), { ...reading, moment: momentInTeamZone });
  const notes = [
    ...shown.flatMap(({ source, asOf: at }) =>
      at === null || at >= over ? [] : [missing(at, { ...reading, source })],
    ),
    ...(by === "share" ? ["Ranked by percent of each rep's own goal for these days."] : []),
    ...(moved && since !== null ? [`▲▼ places since ${weekdayInWords(since)}`] : []),
    ...(asOf === null ? [] : [asOf]),
  ];
  return notes.join(" · ") || `From ${sourceTitles()}`;
}

/** "⚠️ JustCall was last read Wed 2:05 PM EDT: what came later is missing". */
function missing(at: Date, { source, ...reading }: DisplayContext & Pick<Freshness, "source">): string {
  return `⚠️ ${SOURCES[source].title} was last read ${momentInTeamZone(at, reading)}: what came later is missing`;
}

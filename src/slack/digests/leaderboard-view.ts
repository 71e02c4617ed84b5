import type { KnownBlock, TableBlock } from "@slack/types";
import type { Leaderboard, LeaderboardRow, LeaderboardSection } from "../../digests/content/leaderboard";
import { metricOf } from "../../metrics/metrics";
import type { Freshness } from "../../sync/state/freshness";
import { daysBetween } from "../../time/day";
import { weekdaysInWords } from "../../words/dates";
import { figure, percent } from "../../words/figures";
import { context, fits, header, type Message, section } from "../ui/blocks";
import type { DisplayContext } from "../ui/dates";
import { asOfInWords, sourceTitles } from "../ui/freshness";
import { counted, foreign, plainForeign } from "../ui/text";

export interface BoardValues extends DisplayContext {
  readonly leaderboard: Leaderboard;
  /** Covers every source except those that are off. */
  readonly freshness: readonly Freshness[];
}

/** A message with a table, and the same in plain sections for where tables are refused. */
export interface BoardMessage extends Message {
  readonly plain: readonly KnownBlock[];
}

const MAX_NAME = 40;

/** Rows a metric, the most that fit: many may tie. */
const SIZES = [10, 5, 3, 1];

/** The leaderboard as it is posted in a channel. */
export function boardMessage(values: BoardValues): BoardMessage {
  const sized = SIZES.map((most) => messageOf({ ...values, leaderboard: cut(values.leaderboard, most) }));
  const fitting = sized.find(({ text, blocks, plain }) => fits({ text, blocks }) && fits({ text, blocks: [...plain] }));
  return fitting ?? messageOf({ ...values, leaderboard: { ...values.leaderboard, sections: [] } });
}

function cut(leaderboard: Leaderboard, most: number): Leaderboard {
  const boards = leaderboard.sections.map((board) => {
    const rows = board.rows.slice(0, most);
    return { ...board, rows, more: board.more + board.rows.length - rows.length };
  });
  return { ...leaderboard, sections: boards };
}

function messageOf(values: BoardValues): BoardMessage {
  const { leaderboard } = values;
  const days = daysInWords(leaderboard);
  const { team } = leaderboard;
  const title = `${team === null ? "Leaderboard" : `${foreign(team, MAX_NAME)} leaderboard`}: ${days}`;
  const heading = `${team === null ? "Leaderboard" : `${plainForeign(team, MAX_NAME)} leaderboard`}: ${days}`;
  const around = (blocks: readonly KnownBlock[]): KnownBlock[] => [header(heading), ...blocks, context(footer(values))];
  if (leaderboard.sections.length === 0) {
    const blocks = around([section("No figures for these days yet.")]);
    return { text: `${title}: no figures yet`, blocks, plain: blocks };
  }
  return {
    text: `${title}. ${leaderboard.sections.map((board) => leaders(board, leaderboard)).join("; ")}`,
    blocks: around([table(leaderboard)]),
    plain: around(leaderboard.sections.map((board) => section(plainBoard(board, leaderboard)))),
  };
}

/** "last week, Mon, Oct 19 – Sun, Oct 25", "this week, Mon, Oct 26 – Wed, Oct 28". */
function daysInWords({ day, from, to }: Leaderboard): string {
  const week = daysBetween(from, day) < 7 ? "this week" : "last week";
  return `${week}, ${weekdaysInWords({ from, to }, day)}`;
}

/** "Calls: Ana Torres 51". */
function leaders({ title, rows, unit }: LeaderboardSection, { by }: Leaderboard): string {
  const first = rows.filter(({ rank }) => rank === 1);
  const names = first.slice(0, 3).map(({ name }) => foreign(name, MAX_NAME));
  return `${foreign(title)}: ${names.join(", ")} ${result(first[0]?.result ?? 0, { by, unit })}`;
}

function table(leaderboard: Leaderboard): TableBlock {
  const what = leaderboard.by === "share" ? "Share of goal" : "Result";
  return {
    type: "table",
    column_settings: [{ is_wrapped: true }, { align: "right" }],
    rows: [[cell("Rep"), cell(what)], ...leaderboard.sections.flatMap((board) => boardCells(board, leaderboard))],
  };
}

function boardCells({ title, unit, rows, more }: LeaderboardSection, { by }: Leaderboard): TableBlock["rows"] {
  return [
    [bold(title), cell(shownOf(rows.length, more))],
    ...rows.map((row) => [cell(who(row, plainForeign(row.name, MAX_NAME))), cell(result(row.result, { by, unit }))]),
  ];
}

function plainBoard({ title, unit, rows, more }: LeaderboardSection, { by }: Leaderboard): string {
  const lines = rows.map((row) => `${who(row, foreign(row.name, MAX_NAME))} · ${result(row.result, { by, unit })}`);
  return [`*${foreign(title)}* · ${shownOf(rows.length, more)}`, ...lines].join("\n");
}

/** "5 reps", "top 3 of 5". */
function shownOf(shown: number, more: number): string {
  if (more === 0) return counted(shown, "rep");
  return `top ${shown.toLocaleString("en-US")} of ${(shown + more).toLocaleString("en-US")}`;
}

/** "You: 4th of 9 in calls, 1st of 5 in emails"; `null` for whoever has no result. */
export function ownRanks({ sections }: Leaderboard, userId: string): string | null {
  const ranks = sections.flatMap(({ type, ranks: all }) => {
    const rank = all.get(userId);
    return rank === undefined
      ? []
      : [`${ordinal(rank)} of ${all.size.toLocaleString("en-US")} in ${metricOf(type).name}`];
  });
  return ranks.length === 0 ? null : `*You:* ${ranks.join(" · ")}`;
}

/** "1st", "12th", "23rd". */
function ordinal(rank: number): string {
  const last = rank % 100 > 10 && rank % 100 < 14 ? 0 : rank % 10;
  return `${rank.toLocaleString("en-US")}${{ 1: "st", 2: "nd", 3: "rd" }[last] ?? "th"}`;
}

const MEDALS: Readonly<Record<number, string>> = { 1: "🥇", 2: "🥈", 3: "🥉" };

/** "🥇 Ana Torres", "4. Ben Okafor (away)". */
function who({ rank, away, isNew }: LeaderboardRow, name: string): string {
  const marks = [...(away ? ["away"] : []), ...(isNew ? ["new"] : [])];
  return `${MEDALS[rank] ?? `${rank}.`} ${name}${marks.length === 0 ? "" : ` (${marks.join(", ")})`}`;
}

function result(value: number, { by, unit }: Pick<Leaderboard, "by"> & Pick<LeaderboardSection, "unit">): string {
  return by === "share" ? percent(value, 1) : figure(value, unit);
}

function footer({ leaderboard, freshness, ...reading }: BoardValues): string {
  const moments = freshness.map((one) => asOfInWords(one, reading));
  const how = leaderboard.by === "share" ? "Ranked by percent of each rep's own goal for these days." : null;
  return [...(how === null ? [] : [how]), ...moments].join(" · ") || `From ${sourceTitles()}`;
}

function cell(text: string): TableBlock["rows"][number][number] {
  return { type: "raw_text", text };
}

function bold(text: string): TableBlock["rows"][number][number] {
  const elements = [{ type: "text" as const, text, style: { bold: true } }];
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements }] };
}

import type { KnownBlock, SectionBlock } from "@slack/types";
import type { DayRange } from "../../../time/day";
import { monthInWords, monthName, rangeInWords, shortRange } from "../../../words/dates";
import { context, fits, header, type Message, section, sections } from "../../ui/blocks";
import { counted, foreign, plainLabel, unbrokenParts } from "../../ui/text";
import { whyButton } from "../../why/button-view";
import type { Other } from "../list-view";
import type { MonthHistory } from "./history";
import { type HistoryGroup, type HistoryRow, historyGroups } from "./history-rows-view";
import { headlineInWords, summaryBlocks, unreadPart } from "./summary-view";

/** What goals came to in a month, and how those that go on stand. */
export interface ShownHistory extends Omit<MonthHistory, "freshness"> {
  /** As of when the sources of these goals are: "Copper and JustCall as of 2:05 PM EDT". */
  readonly asOf: string | null;
  /** Who has the goals; the reader where it is unset. */
  readonly other?: Other;
}

/** So many headings and rows with a button each are within the 100 blocks that Slack takes in a page, beside what else is on it. */
const MAX_ROWS = 85;
const MAX_LINES = 200;
const NOTHING = "No goals that month.";

/** Beside which results *Why?* stands: each, or in a message without room for that what was missed or is behind. */
type Asking = "each" | "missed" | "none";

interface Drawing {
  readonly asking?: Asking;
  /** Stands where there is nothing to tell. */
  readonly nothing?: string;
  /** Stands below the last results that lack days, else below all; where one result alone lacks days, its button stands beside that. */
  readonly unsynced?: readonly KnownBlock[];
}

/** Says of each goal what its periods did in the month and how the one that goes on stands. */
export function periodBlocks(
  { month, histories, running, unread, elsewhere, asOf, other }: ShownHistory,
  { asking = "each", nothing = NOTHING, unsynced = [] }: Drawing = {},
): readonly KnownBlock[] {
  const groups = historyGroups(histories, running);
  const many = groups.reduce((sum, { rows }) => sum + 1 + rows.length, 0) > MAX_ROWS;
  const sync = syncOfOne(groups, { unread, unsynced });
  const ask = withWhy(other?.userId, asking === "each");
  const row = (one: HistoryRow) => (one.isUnread && sync !== undefined ? { ...ask(one), accessory: sync } : ask(one));
  const lastUnread = groups.findLastIndex(({ rows }) => rows.some(({ isUnread }) => isUnread));
  const draw = ({ head, rows }: HistoryGroup) => [header(head), ...rows.map(row)];
  const drawn = () => [
    ...groups.slice(0, lastUnread + 1).flatMap(draw),
    ...(lastUnread === -1 || sync !== undefined ? [] : unsynced),
    ...groups.slice(lastUnread + 1).flatMap(draw),
    ...(lastUnread === -1 ? unsynced : []),
  ];
  return [
    ...(groups.length === 0 && elsewhere === undefined ? [section(nothing)] : []),
    ...(asking !== "none" && !many ? drawn() : [...inWords(groups), ...unsynced]),
    ...(elsewhere === undefined ? [] : [context(elsewhereInWords(elsewhere, month))]),
    ...(running.length === 0 || asOf === null ? [] : [context(`⏳ So far: ${asOf}`)]),
  ];
}

/** The button that syncs days, where one result alone lacks them and says which they are; *Why?* can wait for its records. */
function syncOfOne(
  groups: readonly HistoryGroup[],
  { unread, unsynced }: Pick<ShownHistory, "unread"> & { readonly unsynced: readonly KnownBlock[] },
): SectionBlock["accessory"] {
  const [row, ...others] = groups.flatMap(({ rows }) => rows.filter(({ isUnread }) => isUnread));
  const [line, ...more] = unsynced;
  if (row === undefined || others.length > 0 || line?.type !== "section" || more.length > 0) return undefined;
  const says = ({ from, to }: DayRange) => row.of.from <= from && to <= row.of.to;
  return unread.every(says) ? line.accessory : undefined;
}

/** "The week Oct 26 – Nov 1 belongs to October, where most of its days are". */
function elsewhereInWords(week: DayRange, month: DayRange): string {
  const other = monthName(week.from < month.from ? week.from : week.to);
  return `⏳ The week ${rangeInWords(week, month.from)} belongs to ${other}, where most of its days are`;
}

/** Answers a command: first what the month came to, then the same, then which days are not synced; `end` below all that fits beside it. */
export function historyMessage(history: ShownHistory, end: readonly KnownBlock[] = []): Message {
  const { month, running, other } = history;
  const whose = other === undefined ? "Your goals" : `${foreign(other.name)}'s goals`;
  const title = `${whose} in ${monthInWords(month.from)}${running.length === 0 ? "" : " so far"}`;
  const headline = headlineInWords(history);
  const text = `${title}${headline === null ? "" : `: ${headline}`}`;
  const of = (asking: Asking): Message => ({
    text,
    blocks: [
      section(`*${title}*`),
      ...summaryBlocks(history),
      ...periodBlocks(history, { asking, unsynced: unreadPart(history) }),
      ...end,
    ],
  });
  return (["each", "missed"] as const).map(of).find(fits) ?? of("none");
}

/** A row with its button, whose name says which row it is of; where not each has one, of what was missed or is behind. */
function withWhy(whose: string | undefined, each: boolean) {
  return ({ text, of, isMissed }: HistoryRow): SectionBlock => {
    const words = section(unbrokenParts(text));
    if (!isMissed && !each) return words;
    const why = whyButton(of, whose);
    const label = plainLabel(`${why.accessibility_label ?? ""}, ${shortRange(of)}`);
    return { ...words, accessory: { ...why, accessibility_label: label } };
  };
}

/** Says all in lines, where there is no room for buttons. */
function inWords(groups: readonly HistoryGroup[]): readonly KnownBlock[] {
  const lines = groups.flatMap(({ head, rows }) => [`*${foreign(head)}*`, ...rows.map(({ text }) => text)]);
  const more = lines.length - MAX_LINES;
  return [...sections(lines.slice(0, MAX_LINES)), ...(more > 0 ? [context(`and ${counted(more, "more line")}`)] : [])];
}

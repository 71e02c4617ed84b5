import type { Button, KnownBlock, SectionBlock } from "@slack/types";
import type { DayRange } from "../../../time/day";
import { monthInWords } from "../../../words/dates";
import { actions, context, fits, header, type Message, section, sections } from "../../ui/blocks";
import { counted, foreign, plainForeign, unbrokenParts } from "../../ui/text";
import { whyButtonOf } from "../../why/button-view";
import type { Other } from "../list-view";
import { goingOnPart, monthsOnly } from "./going-on-view";
import type { MonthHistory } from "./history";
import type { HistoryRow } from "./history-row";
import { type HistoryGroup, historyGroups } from "./history-rows-view";
import { headlineInWords, summaryBlocks, unreadPart } from "./summary-view";

/** What goals came to in a month, and how those that go on stand. */
export interface ShownHistory extends Omit<MonthHistory, "freshness"> {
  /** As of when the sources of these goals are: "Copper and JustCall as of 2:05 PM EDT". */
  readonly asOf: string | null;
  /** Who has the goals; the reader where it is unset. */
  readonly other?: Other;
}

/** So many headings with what stands below them are within the 100 blocks that Slack takes in a page, beside what else is on it. */
const MAX_GROUPS = 40;
const MAX_LINES = 200;
const NOTHING = "No goals that month.";
/** Stands in a month that goes on, of which nothing is over. */
export const NOTHING_ENDED = "Nothing has ended yet this month.";

interface Drawing {
  /** Whether headings are lines, where there is no room for blocks. */
  readonly plain?: boolean;
  /** Stands where there is nothing to tell. */
  readonly nothing?: string;
  /** Stands below the last results that lack days, else below all; where one result alone lacks days, its button stands beside that. */
  readonly unsynced?: readonly KnownBlock[];
}

/** Says of each goal what its periods did in the month and how the one that goes on stands. */
export function periodBlocks(
  history: ShownHistory,
  { plain = false, nothing = NOTHING, unsynced = [] }: Drawing = {},
): readonly KnownBlock[] {
  const { unread } = history;
  const groups = groupsOf(history);
  const sync = syncOfOne(groups, { unread, unsynced });
  const lastUnread = groups.findLastIndex(({ rows }) => rows.some(({ isUnread }) => isUnread));
  const draw = ({ head, rows }: HistoryGroup) => [header(head), ...rowBlocks(rows, sync)];
  const drawn = () => [
    ...groups.slice(0, lastUnread + 1).flatMap(draw),
    ...(lastUnread === -1 || sync !== undefined ? [] : unsynced),
    ...groups.slice(lastUnread + 1).flatMap(draw),
    ...(lastUnread === -1 ? unsynced : []),
  ];
  return [
    ...(groups.length === 0 ? [section(nothing)] : []),
    ...(!plain && groups.length <= MAX_GROUPS ? drawn() : [...inWords(groups), ...unsynced]),
  ];
}

function groupsOf({ histories, running, holidays }: ShownHistory): readonly HistoryGroup[] {
  return historyGroups(histories, { running, holidays });
}

/** Lines in one block, so that they read as a list; a row that lacks days stands apart with its button. */
function rowBlocks(rows: readonly HistoryRow[], sync: SectionBlock["accessory"]): readonly KnownBlock[] {
  const words = ({ text }: HistoryRow) => unbrokenParts(text);
  const at = sync === undefined ? -1 : rows.findIndex(({ isUnread }) => isUnread);
  const lacking = rows[at];
  if (lacking === undefined || sync === undefined) return sections(rows.map(words));
  return [
    ...sections(rows.slice(0, at).map(words)),
    { ...section(words(lacking)), accessory: sync },
    ...sections(rows.slice(at + 1).map(words)),
  ];
}

/** One *Why?* for all results, in the order in which they stand, but first the first that was missed or is behind. */
export function historyWhy(history: ShownHistory): readonly Button[] {
  const rows = groupsOf(history).flatMap((group) => group.rows);
  const first = rows.find(({ isMissed }) => isMissed);
  const ordered = first === undefined ? rows : [first, ...rows.filter((row) => row !== first)];
  return whyButtonOf(
    ordered.map(({ of }) => of),
    history.other?.userId,
  );
}

/** The button that syncs days, where one result alone lacks them and says which they are. */
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

/** A heading takes 150 characters. */
const MAX_NAME = 100;

/**
 * Answers a command: first what the month came to, with *Why?* and other buttons below it, then the same, then which days are not synced. The week and
 * the day that go on are in `/goals`.
 */
export function historyMessage(history: ShownHistory, buttons: readonly Button[] = []): Message {
  const { month, running, other } = history;
  const titled = (whose: string) => `${whose} in ${monthInWords(month.from)}${running.length === 0 ? "" : " so far"}`;
  const title = titled(other === undefined ? "Your goals" : `${foreign(other.name)}'s goals`);
  const told = monthsOnly(history);
  const headline = headlineInWords(told);
  const text = `${title}${headline === null ? "" : `: ${headline}`}`;
  const pressed = [...historyWhy(told), ...buttons];
  const nothing = running.length === 0 ? {} : { nothing: NOTHING_ENDED };
  const of = (plain: boolean): Message => ({
    text,
    blocks: [
      header(titled(other === undefined ? "Your goals" : `${plainForeign(other.name, MAX_NAME)}'s goals`)),
      ...summaryBlocks(told),
      ...(pressed.length === 0 ? [] : [actions(pressed)]),
      ...periodBlocks(told, { plain, unsynced: unreadPart(told), ...nothing }),
      ...goingOnPart(history, { where: () => (other === undefined ? ": `/goals`" : "") }),
    ],
  });
  const drawn = of(false);
  return fits(drawn) ? drawn : of(true);
}

/** Says all in lines, where there is no room for buttons. */
function inWords(groups: readonly HistoryGroup[]): readonly KnownBlock[] {
  const lines = groups.flatMap(({ head, rows }) => [`*${foreign(head)}*`, ...rows.map(({ text }) => text)]);
  const more = lines.length - MAX_LINES;
  return [...sections(lines.slice(0, MAX_LINES)), ...(more > 0 ? [context(`and ${counted(more, "more line")}`)] : [])];
}

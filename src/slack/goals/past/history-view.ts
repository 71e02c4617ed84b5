import type { Button, KnownBlock } from "@slack/types";
import type { DayRange } from "../../../time/day";
import { monthInWords } from "../../../words/dates";
import { actions, context, fits, header, type Message, section, sections } from "../../ui/blocks";
import { counted, foreign, plainForeign, unbrokenParts } from "../../ui/text";
import { whyButtonOf } from "../../why/button-view";
import type { Other } from "../list-view";
import { goingOnPart, monthsOnly } from "./going-on-view";
import type { MonthHistory } from "./history";
import { type HistoryGroup, historyGroups } from "./history-rows-view";
import { headlineInWords, summaryBlocks, unreadPart } from "./summary-view";

/** What goals came to in a month, and how those that go on stand. */
export interface ShownHistory extends Omit<MonthHistory, "freshness" | "isPast"> {
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
  /** Stands below the last results that lack days, else below all; of one result alone that lacks them just the button. */
  readonly unsynced?: readonly KnownBlock[];
}

/** Says of each goal what its periods did in the month and how the one that goes on stands. */
export function periodBlocks(
  history: ShownHistory,
  { plain = false, nothing = NOTHING, unsynced = [] }: Drawing = {},
): readonly KnownBlock[] {
  const { unread } = history;
  const groups = groupsOf(history);
  const buttons = isSaid(groups, unread) ? unsynced.filter(({ type }) => type === "actions") : [];
  const lastUnread = groups.findLastIndex(({ rows }) => rows.some(({ isUnread }) => isUnread));
  const at = lastUnread === -1 ? groups.length : lastUnread + 1;
  const draw = ({ head, rows }: HistoryGroup) => [
    header(head),
    ...sections(rows.map(({ text }) => unbrokenParts(text))),
  ];
  const drawn = () => [
    ...groups.slice(0, at).flatMap(draw),
    ...(buttons.length === 0 ? unsynced : buttons),
    ...groups.slice(at).flatMap(draw),
  ];
  return [
    ...(groups.length === 0 ? [section(nothing)] : []),
    ...(!plain && groups.length <= MAX_GROUPS ? drawn() : [...inWords(groups), ...unsynced]),
  ];
}

function groupsOf({ histories, running, holidays }: ShownHistory): readonly HistoryGroup[] {
  return historyGroups(histories, { running, holidays });
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

/** Tells whether one result alone lacks days and says which they are, so that only their button stands below it. */
function isSaid(groups: readonly HistoryGroup[], unread: readonly DayRange[]): boolean {
  const [row, ...others] = groups.flatMap(({ rows }) => rows.filter(({ isUnread }) => isUnread));
  if (row === undefined || others.length > 0) return false;
  return unread.every(({ from, to }) => row.of.from <= from && to <= row.of.to);
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
      ...goingOnPart(history, { where: () => (other === undefined ? ": see `/goals`" : "") }),
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

import type { KnownBlock, SectionBlock } from "@slack/types";
import type { DayRange } from "../../../time/day";
import { monthInWords, monthName, rangeInWords, shortRange } from "../../../words/dates";
import { actions, context, fits, header, type Message, section, sections } from "../../ui/blocks";
import { counted, foreign, plainForeign, plainLabel, unbrokenParts } from "../../ui/text";
import { whyButton, whyPicker } from "../../why/button-view";
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

/**
 * Says first what the month came to, then of each goal what its periods did and how the one that goes on stands, with *Why?* beside what was
 * missed or is behind and in one menu for all else, last which days are not synced.
 */
export function historyBlocks(history: ShownHistory, { buttons }: { readonly buttons: boolean } = { buttons: true }) {
  return [...summaryBlocks(history), ...periodBlocks(history, { buttons }), ...unreadPart(history)];
}

/** Renders the same without what it says first and last; `nothing` stands where there is none of it. */
export function periodBlocks(
  { month, histories, running, elsewhere, asOf, other }: ShownHistory,
  { buttons = true, nothing = NOTHING }: { readonly buttons?: boolean; readonly nothing?: string } = {},
): readonly KnownBlock[] {
  const groups = historyGroups(histories, running);
  const many = groups.reduce((sum, { rows }) => sum + 1 + rows.length, 0) > MAX_ROWS;
  const row = withWhy(other?.userId);
  const drawn = () => [
    ...groups.flatMap(({ head, rows }) => [header(head), ...rows.map(row)]),
    ...otherWhys(groups, other?.userId),
  ];
  return [
    ...(groups.length === 0 && elsewhere === undefined ? [section(nothing)] : []),
    ...(buttons && !many ? drawn() : inWords(groups)),
    ...(elsewhere === undefined ? [] : [context(elsewhereInWords(elsewhere, month))]),
    ...(running.length === 0 || asOf === null ? [] : [context(`⏳ So far: ${asOf}`)]),
  ];
}

/** "The week Oct 26 – Nov 1 belongs to October, where most of its days are". */
function elsewhereInWords(week: DayRange, month: DayRange): string {
  const other = monthName(week.from < month.from ? week.from : week.to);
  return `⏳ The week ${rangeInWords(week, month.from)} belongs to ${other}, where most of its days are`;
}

/** Renders the same as an answer to a command. */
export function historyMessage(history: ShownHistory): Message {
  const { month, running, other } = history;
  const whose = other === undefined ? "Your goals" : `${foreign(other.name)}'s goals`;
  const title = `${whose} in ${monthInWords(month.from)}${running.length === 0 ? "" : " so far"}`;
  const headline = headlineInWords(history);
  const text = `${title}${headline === null ? "" : `: ${headline}`}`;
  const of = (buttons: boolean) => ({ text, blocks: [section(`*${title}*`), ...historyBlocks(history, { buttons })] });
  const full = of(true);
  return fits(full) ? full : of(false);
}

/** A row, and of what was missed or is behind the button, whose name says which row it is of. */
function withWhy(whose: string | undefined) {
  return ({ text, of, isMissed }: HistoryRow): SectionBlock => {
    const words = section(unbrokenParts(text));
    if (!isMissed) return words;
    const why = whyButton(of, whose);
    const label = plainLabel(`${why.accessibility_label ?? ""}, ${shortRange(of)}`);
    return { ...words, accessory: { ...why, accessibility_label: label } };
  };
}

/** The menu of the rows without a button: "Calls, Oct 19–25". */
function otherWhys(groups: readonly HistoryGroup[], whose: string | undefined): readonly KnownBlock[] {
  const fine = groups.flatMap(({ rows }) => rows.filter(({ isMissed }) => !isMissed).map(({ of }) => of));
  const label = (one: HistoryRow["of"]) => `${plainForeign(one.title, MAX_TITLE)}, ${shortRange(one)}`;
  return fine.length === 0 ? [] : [actions([whyPicker(fine, { whose, ask: "Why? Pick a result", label })])];
}

const MAX_TITLE = 40;

/** Says all in lines, where there is no room for buttons. */
function inWords(groups: readonly HistoryGroup[]): readonly KnownBlock[] {
  const lines = groups.flatMap(({ head, rows }) => [`*${foreign(head)}*`, ...rows.map(({ text }) => text)]);
  const more = lines.length - MAX_LINES;
  return [...sections(lines.slice(0, MAX_LINES)), ...(more > 0 ? [context(`and ${counted(more, "more line")}`)] : [])];
}

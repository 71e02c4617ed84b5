import type { KnownBlock, SectionBlock } from "@slack/types";
import type { DayRange } from "../../../time/day";
import { monthInWords, monthName, rangeInWords } from "../../../words/dates";
import { context, fits, type Message, section, sections } from "../../ui/blocks";
import { counted, foreign } from "../../ui/text";
import { whyButton } from "../../why/button-view";
import type { Other } from "../list-view";
import type { MonthHistory } from "./history";
import { type GoalRows, goalRows, type ShownGoal, shownGoals } from "./history-rows-view";
import { summaryInWords, worthKnowing } from "./summary-view";

/** What goals came to in a month, and how those that go on stand. */
export interface ShownHistory extends Omit<MonthHistory, "freshness"> {
  /** As of when the sources of these goals are: "Copper and JustCall as of 2:05 PM EDT". */
  readonly asOf: string | null;
  /** Who has the goals; the reader where it is unset. */
  readonly other?: Other;
}

const MAX_GOALS = 40;
/** Slack takes ten fields in a section, which it sets in two columns. */
const ROWS_A_SECTION = 5;
const NOTHING = "No goals that month.";

/** Says first how many goals were reached, then of each what its periods came to and how the one that goes on stands. */
export function historyBlocks(
  { month, histories, running, elsewhere, asOf, other }: ShownHistory,
  { buttons }: { readonly buttons: boolean } = { buttons: true },
): readonly KnownBlock[] {
  const goals = shownGoals(histories, running);
  const more = goals.length - MAX_GOALS;
  const summary = summaryInWords(histories);
  const shown = goals.slice(0, MAX_GOALS);
  const rows = buttons
    ? shown.flatMap((goal) => goalBlocks(goal, { month, whose: other?.userId }))
    : sections(shown.map((goal) => inWords(goalRows(goal, month))));
  const known = worthKnowing(histories, running);
  return [
    ...(goals.length === 0 && elsewhere === undefined ? [section(NOTHING)] : []),
    ...(summary === null && known === null ? [] : [section([summary, known].filter((one) => one !== null).join("\n"))]),
    ...rows,
    ...(more > 0 ? [context(`and ${counted(more, "more goal")}`)] : []),
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
  const { month, histories, running, other } = history;
  const whose = other === undefined ? "Your goals" : `${foreign(other.name)}'s goals`;
  const title = `${whose} in ${monthInWords(month.from)}${running.length === 0 ? "" : " so far"}`;
  const summary = summaryInWords(histories);
  const text = `${title}${summary === null ? "" : `: ${summary.replaceAll("*", "")}`}`;
  const of = (buttons: boolean) => ({ text, blocks: [section(`*${title}*`), ...historyBlocks(history, { buttons })] });
  const full = of(true);
  return fits(full) ? full : of(false);
}

/** A goal as a heading with its button, and below it a row of two columns a period: beside a button columns would be narrower, and not in line. */
function goalBlocks(
  goal: ShownGoal,
  { month, whose }: { readonly month: DayRange; readonly whose: string | undefined },
): readonly KnownBlock[] {
  const { head, rows } = goalRows(goal, month);
  const asked = goal.period === "monthly" ? (goal.periods[0] ?? goal.now) : goal.now;
  const why = asked === undefined ? {} : { accessory: whyButton(asked, whose) };
  const parts = Array.from({ length: Math.ceil(rows.length / ROWS_A_SECTION) }, (_, at) =>
    rows.slice(at * ROWS_A_SECTION, (at + 1) * ROWS_A_SECTION),
  );
  const table = parts.map((part) => columns(part.map(({ when, result }) => [when, result])));
  return [{ ...section(head), ...why }, ...table];
}

/** Sets rows in two columns. */
function columns(rows: readonly (readonly [string, string])[]): SectionBlock {
  const fields = rows.flat().map((text) => ({ type: "mrkdwn", text, verbatim: true }) as const);
  return { type: "section", fields };
}

/** Says a goal in lines, where there is no room for columns. */
function inWords({ head, rows }: GoalRows): string {
  return [head, ...rows.map(({ when, result }) => `${when} · ${result}`)].join("\n");
}

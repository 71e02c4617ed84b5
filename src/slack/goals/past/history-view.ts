import type { KnownBlock } from "@slack/types";
import { byRank } from "../../../goals/figures";
import type { GoalLine } from "../../../goals/overview";
import type { GoalHistory } from "../../../goals/trends/history";
import type { PastPeriod } from "../../../goals/trends/past-period";
import type { DayRange } from "../../../time/day";
import { monthInWords, monthName, rangeInWords } from "../../../words/dates";
import { exactFigure, figure, neededFigure, percent } from "../../../words/figures";
import { context, fits, type Message, section, sections } from "../../ui/blocks";
import { counted, foreign } from "../../ui/text";
import { whyButton } from "../../why/button-view";
import type { Other } from "../list-view";
import { verdictWords } from "../pace-view";
import { OUTCOMES } from "../status-words";
import type { MonthHistory } from "./history";
import { summaryInWords } from "./summary-view";

/** What goals came to in a month, and how those that go on stand. */
export interface ShownHistory extends Omit<MonthHistory, "freshness"> {
  /** As of when the sources of these goals are: "Copper and JustCall as of 2:05 PM EDT". */
  readonly asOf: string | null;
  /** Who has the goals; the reader where it is unset. */
  readonly other?: Other;
}

const MAX_GOALS = 40;
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
    ? shown.map((goal) => goalSection(goal, { month, whose: other?.userId }))
    : sections(shown.map((goal) => goalRows(goal, month).join("\n")));
  return [
    ...(goals.length === 0 && elsewhere === undefined ? [section(NOTHING)] : []),
    ...(summary === null ? [] : [section(summary)]),
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

/** One goal with its periods that have ended, and the one that goes on. */
interface ShownGoal extends Pick<GoalLine, "goalId" | "type" | "title" | "period"> {
  readonly periods: readonly PastPeriod[];
  readonly now: GoalLine | undefined;
}

function shownGoals(histories: readonly GoalHistory[], running: readonly GoalLine[]): readonly ShownGoal[] {
  const past = histories.flatMap(({ periods }): ShownGoal[] => {
    const [first] = periods;
    if (first === undefined) return [];
    return [{ ...first, periods, now: running.find(({ goalId }) => goalId === first.goalId) }];
  });
  const known = new Set(past.map(({ now }) => now));
  const begun = running.filter((line) => !known.has(line)).map((now): ShownGoal => ({ ...now, periods: [], now }));
  return [...past, ...begun].sort(byRank);
}

/**
 * A goal with a line a period, its days before the result: columns would be as wide as the button beside them lets them. A daily goal
 * is one line, since nobody reads thirty.
 */
function goalSection(
  goal: ShownGoal,
  { month, whose }: { readonly month: DayRange; readonly whose: string | undefined },
): KnownBlock {
  const { period, periods, now } = goal;
  const text = section(goalRows(goal, month).join("\n"));
  const shown = period === "monthly" ? (periods[0] ?? now) : now;
  return shown === undefined ? text : { ...text, accessory: whyButton(shown, whose) };
}

function goalRows({ title, period, periods, now }: ShownGoal, month: DayRange): readonly string[] {
  return [
    `*${foreign(title)}*, ${period}`,
    ...(period === "daily" ? daysInWords(periods) : periods.map((one) => pastRow(one, month))),
    ...(now === undefined ? [] : [runningRow(now, month)]),
  ];
}

/** "❌ Oct 5 – Oct 11 · *40 of 45* · 89%, missed by 5"; a zero that days not synced may hide is not said. */
function pastRow(one: PastPeriod, month: DayRange): string {
  const { sign, words } = OUTCOMES[one.outcome];
  const when = `${sign} ${rangeInWords(one, month.from)}`;
  if (one.outcome === "unread" && one.value === 0) {
    return `${when} · goal of *${exactFigure(one.target, one.unit)}* · ${words}`;
  }
  const result = `${when} · *${figures(one.value, one)}*`;
  const share = percent(one.value, one.target);
  switch (one.outcome) {
    case "reached":
      return `${result} · ${share}, ${words}`;
    case "missed":
      return `${result} · ${share}, ${words} by ${neededFigure(one.target - one.value, one.unit)}`;
    default:
      return `${result} · ${words}`;
  }
}

/** "⏳ Oct 26 – Nov 1 · *21 of 45* · 47% so far · 🔴 behind by 12". */
function runningRow(line: GoalLine, month: DayRange): string {
  const share = `${percent(line.current, line.target)} so far`;
  const when = line.period === "daily" ? "Today" : rangeInWords(line, month.from);
  return `⏳ ${when} · *${figures(line.current, line)}* · ${share} · ${verdictWords(line)}`;
}

/** "40 of 45". */
function figures(value: number, { target, unit }: Pick<PastPeriod, "target" | "unit">): string {
  return `${figure(value, unit)} of ${exactFigure(target, unit)}`;
}

/** "Reached on 12 of 15 days · 2 days not synced". */
function daysInWords(periods: readonly PastPeriod[]): readonly string[] {
  if (periods.length === 0) return [];
  const judged = periods.filter(({ outcome }) => outcome === "reached" || outcome === "missed");
  const reached = judged.filter(({ outcome }) => outcome === "reached").length;
  const unread = periods.filter(({ outcome }) => outcome === "unread").length;
  const rest = unread > 0 ? ` · ${counted(unread, "day")} not synced` : "";
  return [`Reached on ${reached.toLocaleString("en-US")} of ${counted(judged.length, "day")}${rest}`];
}

import { byRank } from "../../../goals/figures";
import type { GoalLine } from "../../../goals/overview";
import { PERIODS } from "../../../goals/range-sums";
import type { GoalHistory } from "../../../goals/trends/history";
import type { PastPeriod } from "../../../goals/trends/past-period";
import type { DayRange } from "../../../time/day";
import { rangeInWords } from "../../../words/dates";
import { exactFigure, figure, neededFigure, percent } from "../../../words/figures";
import { counted, foreign } from "../../ui/text";
import { standing } from "../pace-view";
import { OUTCOMES } from "../status-words";

/** One goal with its periods that have ended, and the one that goes on. */
export interface ShownGoal extends Pick<GoalLine, "goalId" | "type" | "title" | "period"> {
  readonly periods: readonly PastPeriod[];
  readonly now: GoalLine | undefined;
}

/** Puts each goal's periods together: monthly goals first, then weekly and daily ones, each in the order of the METRICS table. */
export function shownGoals(histories: readonly GoalHistory[], running: readonly GoalLine[]): readonly ShownGoal[] {
  const past = histories.flatMap(({ periods }): ShownGoal[] => {
    const [first] = periods;
    if (first === undefined) return [];
    return [{ ...first, periods, now: running.find(({ goalId }) => goalId === first.goalId) }];
  });
  const known = new Set(past.map(({ now }) => now));
  const begun = running.filter((line) => !known.has(line)).map((now): ShownGoal => ({ ...now, periods: [], now }));
  const order = (goal: ShownGoal) => -PERIODS.indexOf(goal.period);
  return [...past, ...begun].sort((a, b) => order(a) - order(b) || byRank(a, b));
}

/** What is said of a goal, as mrkdwn: its name, and a row a period. */
export interface GoalRows {
  readonly head: string;
  /** The days of a period with its sign; then what it came to. */
  readonly rows: readonly { readonly when: string; readonly result: string }[];
}

/** Says what a goal's periods came to, a row each; of a daily goal all that ended in one, since nobody reads thirty days. */
export function goalRows({ title, period, periods, now }: ShownGoal, month: DayRange): GoalRows {
  const ended =
    period === "daily"
      ? daysRow(periods, month)
      : periods.map((one) => ({
          when: `${OUTCOMES[one.outcome].sign} ${rangeInWords(one, month.from)}`,
          result: resultOf(one),
        }));
  const going = now === undefined ? [] : [runningRow(now, month)];
  return { head: `*${foreign(title)}*, ${period}`, rows: [...ended, ...going] };
}

/** "🔴 Oct 26 – Nov 1", "*21 of 45* · 47% so far, behind by 12". */
function runningRow(line: GoalLine, month: DayRange): GoalRows["rows"][number] {
  const { sign, words } = standing(line);
  const when = line.period === "daily" ? "Today" : rangeInWords(line, month.from);
  const share = `${percent(line.current, line.target)} so far`;
  return { when: `${sign} ${when}`, result: `*${figures(line.current, line)}* · ${share}, ${words}` };
}

/** "*40 of 45* · 89%, missed by 5"; a zero that days not synced may hide is not said. */
function resultOf(one: PastPeriod): string {
  const { words } = OUTCOMES[one.outcome];
  if (one.outcome === "unread" && one.value === 0) return `goal of *${exactFigure(one.target, one.unit)}* · ${words}`;
  const result = `*${figures(one.value, one)}*`;
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

/** "40 of 45". */
function figures(value: number, { target, unit }: Pick<PastPeriod, "target" | "unit">): string {
  return `${figure(value, unit)} of ${exactFigure(target, unit)}`;
}

/** "📅 Oct 1 – Oct 27", "*12 of 15 days* reached · 2 days not synced". */
function daysRow(periods: readonly PastPeriod[], month: DayRange): GoalRows["rows"] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return [];
  const judged = periods.filter(({ outcome }) => outcome === "reached" || outcome === "missed");
  const reached = judged.filter(({ outcome }) => outcome === "reached").length;
  const unread = periods.filter(({ outcome }) => outcome === "unread").length;
  const result = [
    `*${reached.toLocaleString("en-US")} of ${counted(judged.length, "day")}* reached`,
    ...(unread > 0 ? [`${counted(unread, "day")} not synced`] : []),
  ];
  return [{ when: `📅 ${rangeInWords({ from: first.from, to: last.to }, month.from)}`, result: result.join(" · ") }];
}

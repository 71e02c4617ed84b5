import type { Period } from "../../goals/goal";
import type { MetricGoals } from "../../goals/metric-goals";
import { isMet, type PlannedAmount } from "../../goals/metric-goals";
import type { GoalLine } from "../../goals/overview";
import { isBehind, isOutOfReach } from "../../goals/status";
import { figure, neededFigure, shortBar } from "../../words/figures";
import { NEEDING, outOfReachWords, withAfterToday } from "../ui/after-today";
import { isSign, markAlone, type StaleMark } from "../ui/stale-marks";
import { counted, foreign } from "../ui/text";
import {
  afterTodayWords,
  datedAheadNote,
  doneInWords,
  goalFigures,
  lastDayNote,
  standing,
  verdictWords,
} from "./pace-view";

/** Nobody has more than three goals of a metric: one a period. */
const MAX_GOALS = 6;

const NAMES: Readonly<Record<Period, string>> = { daily: "Daily goal", weekly: "Week", monthly: "Month" };

/** What a row says besides figures and states. */
interface RowOptions<T extends GoalLine> {
  /** Right behind a goal's figures, in the row's head where a daily goal is told there. */
  readonly note?: (goal: T) => string;
  /** Whether it is said above that everything starts at 0, so that no row says so of its goals. */
  readonly fresh?: boolean;
  /** Whether what today asks has no bar, as in the morning, when nearly all would be empty. */
  readonly barless?: boolean;
}

/**
 * Tells a metric once with all its goals, a line each below what today asks:
 *
 *     *Calls* · ▰▰▱▱▱ *3 of 9 needed today*
 *     🟢 Week: 21 of 45, on pace; if nothing more today: 12 a day
 *     🔴 Month: *80 of 180*, behind by 12; 10 a day after today
 *     ⚠️ JustCall last read Fri 10:10 PM EDT
 *
 * Beside a goal that is behind, figures of what is not are plain, so that what to look at stands out.
 *
 * Of what is out of reach nothing is asked: "🔴 Month: *$14,301 of $100,000*, $85,699 to go, out of reach at this rate".
 *
 * A mark that is a sign alone stands behind the name, where what it means is said above.
 */
export function metricRow<T extends GoalLine>(
  metric: MetricGoals<T>,
  mark: StaleMark,
  { note = () => "", fresh = false, barless = false }: RowOptions<T> = {},
): string {
  const lines = ownGoals(metric).map((goal) => {
    const done = metric.behind && !isBehind(goal) ? goalFigures(goal) : `*${goalFigures(goal)}*`;
    const figures = `${standing(goal).sign} ${NAMES[goal.period]}: ${done}${note(goal)}`;
    const { state, after } = stateInWords(goal, { plan: metric.plan, fresh });
    const words = [figures, ...datedAheadNote(goal), ...state].join(", ");
    return after === null ? words : withAfterToday(words, after);
  });
  const stale = markOf(metric, mark);
  const sign = isSign(stale) ? stale : "";
  const first = head(metric, { note, fresh, barless, sign }).join(" · ");
  return [first, ...lines, ...moreLine(metric), ...(stale === sign ? [] : [markAlone(stale)])].join("\n");
}

/** Tells it in one line: "*Calls* · 3 of 9 needed today; 🟢 week 21 of 45 on pace; 🔵 month 90 of 180 ahead". */
export function metricLine(metric: MetricGoals, mark: StaleMark): string {
  const own = ownGoals(metric).map((goal) => {
    const { state, after } = stateInWords(goal, { plan: metric.plan });
    const figures = `${standing(goal).sign} ${NAMES[goal.period].toLowerCase()} ${goalFigures(goal)}`;
    if (isOutOfReach(goal)) return `${figures} (${outOfReachWords(goal)})`;
    const [first, then] = [...state, ...(after === null ? [] : [after])];
    return `${figures} ${first ?? ""}${then === undefined ? "" : ` (${then})`}`;
  });
  const [name, ...asked] = head(metric, {});
  return `${[name, [...asked, ...own].join("; ")].join(" · ")}${markOf(metric, mark)}`;
}

/**
 * "behind by 12", "10 a day after today": how a goal stands and what the days after today ask; of what is out of reach how far it is, and
 * where all start at 0 only what is asked.
 */
function stateInWords(
  goal: GoalLine,
  { plan, fresh = false }: Pick<MetricGoals, "plan"> & { readonly fresh?: boolean },
): { readonly state: readonly string[]; readonly after: string | null } {
  if (isOutOfReach(goal)) return { state: [outOfReachWords(goal)], after: null };
  const state = fresh ? [] : [standing(goal).words];
  return { state, after: afterInWords(goal, plan) };
}

/** "*Calls*", "▰▰▱▱▱ *3 of 9 needed today* for the month"; a daily goal that asks for just that is told here, with how it stands: "⚪ not started". */
function head<T extends GoalLine>(
  metric: MetricGoals<T>,
  { note = () => "", fresh = false, barless = false, sign = "" }: RowOptions<T> & { readonly sign?: string },
): readonly string[] {
  const { title, plan, goals } = metric;
  const told = goals.find((goal) => isTold(goal, plan));
  const name = `*${foreign(title)}*${sign}`;
  if (plan === null) return [name];
  if (plan.outOfReach && !isMet(plan)) return [name, ...(plan.done === 0 ? [] : [`*${doneInWords(plan)}*`])];
  const today = todayInWords(plan, { note: told === undefined ? "" : note(told), barless, told: told !== undefined });
  const state = told === undefined || fresh || isMet(plan) ? [] : [verdictWords(told)];
  return [name, today, ...state];
}

/** What the days after today ask: "if nothing today: 8 a day", also of a goal that asks less of today than the amount the row begins with. */
function afterInWords(goal: GoalLine, plan: PlannedAmount | null): string | null {
  return afterTodayWords(goal, plan?.target) ?? lastDayNote(goal);
}

/** How old the figures of a metric are, which is the same of all its goals; below them, since what is done comes first. */
function markOf({ goals: [first] }: MetricGoals, mark: StaleMark): string {
  return first === undefined ? "" : mark(first);
}

interface TodayOptions {
  readonly note: string;
  readonly barless: boolean;
  /** Whether a daily goal has no other line, so that its figures are said here. */
  readonly told: boolean;
}

/** "▰▱▱▱▱ *3 of 9 needed today*", and "… for the month" where another goal of the metric asks for something else; once it is met "*9 of 9 today* ✅ done". */
function todayInWords(plan: PlannedAmount, { note, barless, told }: TodayOptions): string {
  const { done, target, unit, asked } = plan;
  const [first] = asked;
  const isShared = asked.every((one) => one.target === target);
  const whose = isMet(plan) || isShared || first === undefined ? "" : ` for ${NEEDING[first.period]}`;
  const met = isMet(plan) ? " ✅ done" : "";
  const needed = neededFigure(target, unit);
  const amount = barless && !told && done === 0 ? needed : `${figure(done, unit)} of ${needed}`;
  const asks = isMet(plan) ? "today" : "needed today";
  return `${barless ? "" : `${shortBar(done, target)} `}*${amount} ${asks}*${note}${met}${whose}`;
}

/** Tells whether a goal is a daily one whose target is what today asks of the metric, which the row begins with. */
function isTold({ period, pace }: GoalLine, plan: PlannedAmount | null): boolean {
  return plan !== null && period === "daily" && pace.today?.target === plan.target;
}

/** The goals with a line of their own. */
function ownGoals<T extends GoalLine>({ goals, plan }: MetricGoals<T>): readonly T[] {
  return goals.filter((goal) => !isTold(goal, plan)).slice(0, MAX_GOALS);
}

function moreLine({ goals }: MetricGoals): readonly string[] {
  const more = goals.length - MAX_GOALS;
  return more > 0 ? [`and ${counted(more, "more goal")}`] : [];
}

import type { Period } from "../../goals/goal";
import type { MetricGoals } from "../../goals/metric-goals";
import { isIncluded, isMet, type PlannedAmount } from "../../goals/metric-goals";
import type { GoalLine } from "../../goals/overview";
import { goalStatus, isBehind, isOutOfReach } from "../../goals/status";
import { amountOfDay, shortBar, shownAmount } from "../../words/figures";
import { outOfReachWords, withAfterToday } from "../ui/after-today";
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
import { PRAISED } from "./status-words";
import { dayInPlan, isWholePlan } from "./today/day-in-plan-view";

/** Nobody has more than three goals of a metric: one a period. */
const MAX_GOALS = 6;

const NAMES: Readonly<Record<Period, string>> = { daily: "Daily goal", weekly: "Week", monthly: "Month" };

/** What a row says besides figures and states. */
interface RowOptions {
  /** Whether it is said above that everything starts at 0, so that no row says so of its goals. */
  readonly fresh?: boolean;
  /** Whether it praises a goal that is reached: "🏆 Month: 113 of 110, reached. Nice work!". */
  readonly praises?: (goal: GoalLine) => boolean;
}

/**
 * Tells a metric once with all its goals, a line each below the one amount that today asks:
 *
 *     *Calls*: ▰▰▱▱▱ *3 of 9 today* (daily goal of 5, plus 4 for the month)
 *     🔴 Month: *80 of 180*, behind by 12; if nothing more today: 12 a day
 *     🟢 Week: 21 of 45, on pace; if nothing more today: 11 a day
 *     ⚠️ JustCall last read Fri 10:10 PM EDT
 *
 * A daily goal has no line where today asks for as much or more: it would be read as another task of the same day.
 *
 * Beside a goal that is behind, figures of what is not are plain, so that what to look at stands out.
 *
 * Of what is out of reach nothing is asked, and the first line says so: "*Wholesale sales*: not in today's plan", below it "🔴 Month: *$14,301 of
 * $100,000*, $85,699 to go, out of reach at this rate".
 *
 * A mark that is a sign alone stands behind the name, where what it means is said above.
 */
export function metricRow(metric: MetricGoals, mark: StaleMark, options: RowOptions = {}): string {
  const { fresh = false, praises = () => false } = options;
  const lines = ownGoals(metric).map((goal) => {
    const done = metric.behind && !isBehind(goal) ? goalFigures(goal) : `*${goalFigures(goal)}*`;
    const figures = `${(praises(goal) ? PRAISED : standing(goal)).sign} ${NAMES[goal.period]}: ${done}`;
    const { state, after } = praises(goal)
      ? { state: [PRAISED.words], after: null }
      : stateInWords(goal, { plan: metric.plan, fresh });
    const words = [figures, ...datedAheadNote(goal), ...state].join(", ");
    return after === null ? words : withAfterToday(words, after);
  });
  const stale = markOf(metric, mark);
  const sign = isSign(stale) ? stale : "";
  return [
    headLine(metric, { fresh, sign }),
    ...lines,
    ...moreLine(metric),
    ...(stale === sign ? [] : [markAlone(stale)]),
  ].join("\n");
}

/** Tells it in one line: "*Calls*: 3 of 9 today; 🟢 week 21 of 45 on pace; 🔵 month 90 of 180 ahead". */
export function metricLine(metric: MetricGoals, mark: StaleMark): string {
  const own = ownGoals(metric).map((goal) => {
    const { state, after } = stateInWords(goal, { plan: metric.plan });
    const figures = `${standing(goal).sign} ${NAMES[goal.period].toLowerCase()} ${goalFigures(goal)}`;
    if (isOutOfReach(goal)) return `${figures} (${outOfReachWords(goal)})`;
    const [first, then] = [...state, ...(after === null ? [] : [after])];
    return `${figures} ${first ?? ""}${then === undefined ? "" : ` (${then})`}`;
  });
  const said = [...todayAsks(metric, {}), ...own].join("; ");
  return `*${foreign(metric.title)}*: ${said}${markOf(metric, mark)}`;
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

/** "*Calls*: ▰▰▱▱▱ *3 of 9 today*", "*Wholesale sales*: *$4,850 done today*, not in today's plan" of what is out of reach. */
function headLine(metric: MetricGoals, { fresh, sign }: { readonly fresh: boolean; readonly sign: string }): string {
  const isLeftOut = metric.plan?.outOfReach === true && !isMet(metric.plan);
  const asks = todayAsks(metric, { fresh });
  const said = isLeftOut ? [...asks, together("not in today's plan")].join(", ") : asks.join(" · ");
  return `*${foreign(metric.title)}*${sign}${said === "" ? "" : `: ${said}`}`;
}

/** "▰▰▱▱▱ *3 of 9 today*"; a daily goal that asks for just that is told here, with how it stands: "⚪ not started". */
function todayAsks({ plan, goals }: MetricGoals, { fresh = false }: RowOptions): readonly string[] {
  if (plan === null) return [];
  if (plan.outOfReach && !isMet(plan)) return plan.done === 0 ? [] : [`*${doneInWords(plan)}*`];
  const day = goals.find((goal) => isInPlan(goal, plan));
  const told = day !== undefined && isWholePlan(day, plan);
  const state = !told || fresh || isMet(plan) ? [] : [verdictWords(day)];
  return [todayInWords(plan, day), ...state];
}

/**
 * What the days after today ask: "if nothing today: 8 a day", also of a goal that asks less of today than the amount the row begins with; but
 * not where that one is ahead, which nobody has to look after.
 */
function afterInWords(goal: GoalLine, plan: PlannedAmount | null): string | null {
  if (plan !== null && goalStatus(goal) === "ahead" && (goal.pace.today?.target ?? 0) < plan.target) return null;
  return afterTodayWords(goal, plan?.target) ?? lastDayNote(goal);
}

/** How old the figures of a metric are, which is the same of all its goals; below them, since what is done comes first. */
function markOf({ goals: [first] }: MetricGoals, mark: StaleMark): string {
  return first === undefined ? "" : mark(first);
}

/**
 * "▰▱▱▱▱ *3 of 9 today* (daily goal of 5, plus 4 for the month)"; once it is met "*9 of 9 today* ✅ done". While nothing is done "*9 needed
 * today*": in the morning nearly all bars would be empty.
 *
 * @param day the daily goal that has no line of its own, so that it is said here.
 */
function todayInWords(plan: PlannedAmount, day: GoalLine | undefined): string {
  const { done, target, unit } = plan;
  const drawn = shownAmount(done, unit) === 0 ? "" : `${shortBar(done, target)} `;
  const asks = `${together(`*${amountOfDay(plan)}*`)}${isMet(plan) ? " ✅ done" : ""}`;
  return `${drawn}${asks}${day === undefined ? "" : dayInPlan(plan, day)}`;
}

/** Keeps words on one line of a phone, formatted ones, too. */
function together(words: string): string {
  return words.replaceAll(" ", "\u00a0");
}

/** Tells whether a goal is a daily one that is met by what today asks of the metric, which the row begins with. */
function isInPlan(goal: GoalLine, plan: PlannedAmount | null): boolean {
  return isIncluded(goal, plan) || (plan !== null && goal.period === "daily" && isWholePlan(goal, plan));
}

/** The goals with a line of their own. */
function ownGoals({ goals, plan }: MetricGoals): readonly GoalLine[] {
  return goals.filter((goal) => !isInPlan(goal, plan)).slice(0, MAX_GOALS);
}

function moreLine({ goals }: MetricGoals): readonly string[] {
  const more = goals.length - MAX_GOALS;
  return more > 0 ? [`and ${counted(more, "more goal")}`] : [];
}

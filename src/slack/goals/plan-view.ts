import type { Period } from "../../goals/goal";
import { dayPlan, type GoalLine, isMet, type PlannedAmount } from "../../goals/overview";
import { figure, neededFigure, shortBar } from "../../words/figures";
import { metricNoun } from "../ui/text";

/** Tells whether the team's day of a reader's date has ended, so that it asks for nothing more. */
interface DayState {
  readonly ended: boolean;
}

/**
 * Says in one line what today asks for, the same on every surface: "Today: 6 emails · 15 calls · $2,603 wholesale", and once
 * something of it is done what is left: "Left today: 3 emails · $2,603 wholesale · ✅ calls done"; `null` where the team's day has
 * ended or there is no goal, so that today asks for nothing.
 */
export function planInWords(lines: readonly GoalLine[], { ended }: DayState): string | null {
  if (lines.length === 0 || ended) return null;
  const plan = dayPlan(lines);
  const open = plan.filter((one) => !isMet(one));
  if (open.length === 0) return `Today: ${nothingAsked(lines)}`;
  const begun = plan.some(({ done }) => done !== 0);
  const met = plan.filter(isMet).map(({ type }) => `✅ ${metricNoun(type, 0)} done`);
  return `${begun ? "Left today" : "Today"}: ${[...open.map(leftInWords), ...met].join(" · ")}`;
}

/**
 * What today asks for and has brought, a line a metric: "▰▰▱▱▱ 6 of 15 calls", with what each goal asks where they differ; nothing
 * where today asks for nothing.
 */
export function planLines(lines: readonly GoalLine[], { ended }: DayState): readonly string[] {
  if (lines.length === 0 || ended) return [];
  return dayPlan(lines).map((one) => {
    const { done, unit, target, type } = one;
    const asked = `${figure(done, unit)} of ${neededFigure(target, unit)} ${metricNoun(type, target)}`;
    return [`${shortBar(one.done, one.target)} *${asked}*${isMet(one) ? " ✅" : ""}`, ...eachAsks(one)].join(" · ");
  });
}

function nothingAsked(lines: readonly GoalLine[]): string {
  if (lines.every(({ pace }) => pace.today === null)) return "not a workday";
  return dayPlan(lines).length > 0 ? "all targets met" : "nothing more to do, every goal is reached";
}

/** "15 calls", "1 call", "$2,603 wholesale", "2h 15m talk time", "3 Fact Finding". */
function leftInWords({ type, unit, left }: PlannedAmount): string {
  return `${neededFigure(left, unit)} ${metricNoun(type, left)}`;
}

/** "the month needs 5, the daily goal 3"; nothing once all is done, or where all goals of the metric ask for the same. */
function eachAsks(plan: PlannedAmount): readonly string[] {
  const { asked, target, unit } = plan;
  if (isMet(plan) || asked.every((one) => one.target === target)) return [];
  const [first, ...others] = asked.map((one) => ({
    whose: ASKING[one.period],
    amount: neededFigure(one.target, unit),
  }));
  if (first === undefined) return [];
  return [[`${first.whose} needs ${first.amount}`, ...others.map((one) => `${one.whose} ${one.amount}`)].join(", ")];
}

const ASKING: Readonly<Record<Period, string>> = { daily: "the daily goal", weekly: "the week", monthly: "the month" };

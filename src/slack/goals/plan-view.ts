import { WEEK } from "../../goals/calendar";
import { dayPlan, isMet, type PlannedAmount } from "../../goals/metric-goals";
import type { GoalLine, Overview } from "../../goals/overview";
import { goalStatus } from "../../goals/status";
import { addDays, type Day, daysBetween, weekday } from "../../time/day";
import { figure, neededFigure } from "../../words/figures";
import { metricNoun } from "../ui/text";
import { OUT_OF_REACH } from "./pace-view";
import { STATUSES } from "./status-words";

/** Tells whether the team's day of a reader's date has ended, so that it asks for nothing more. */
interface DayState {
  readonly ended: boolean;
}

/**
 * Says in one line what today asks for, the same on every surface: "Today: $2,603 wholesale · 15 calls · 6 emails", and once
 * something of it is done what is left: "Left today: $2,603 wholesale · 3 emails · ✅ calls done" (not "3 of 5", which the rows say of
 * what is done); what is out of reach behind the rest, last what it may ask for that nobody knows: "❔ wholesale not synced". `null` where the team's day has ended or there is no goal, so that today asks for nothing.
 */
export function planInWords(lines: readonly GoalLine[], { ended }: DayState): string | null {
  if (lines.length === 0 || ended) return null;
  const asked = askedToday(lines);
  if (asked === null) return `Today: ${NOTHING[nothingAsked(lines)]}`;
  return `${asked.begun ? "Left today" : "Today"}: ${asked.parts.join(" · ")}`;
}

/** Says the same to whoever leads somebody: "🎯 Needs today: $2,603 wholesale · 15 calls"; nothing where today asks for nothing more. */
export function theirNeedToday({ goals, ended }: Pick<Overview, "goals" | "ended">): readonly string[] {
  const asked = ended ? null : askedToday(goals);
  return asked === null ? [] : [`🎯 ${asked.begun ? "Still needs" : "Needs"} today: ${asked.needs.join(" · ")}`];
}

/** Says the same to whoever reads beside what is of others: "You need today: $1,053 wholesale · 1 call", "All your targets met today". */
export function ownNeedToday({ goals, ended }: Pick<Overview, "goals" | "ended">): string | null {
  const asked = ended ? null : askedToday(goals);
  if (asked !== null) return `You ${asked.begun ? "still need" : "need"} today: ${asked.needs.join(" · ")}`;
  return ended || goals.length === 0 ? null : NOTHING_OF_YOURS[nothingAsked(goals)];
}

/** What today asks for, or once something of it is done what is left; `null` where that is nothing. */
interface AskedToday {
  readonly begun: boolean;
  readonly parts: readonly string[];
  /** Without what is done of it. */
  readonly needs: readonly string[];
}

function askedToday(lines: readonly GoalLine[]): AskedToday | null {
  const plan = dayPlan(lines);
  const unmet = plan.filter((one) => !isMet(one));
  const open = [...unmet.filter(({ outOfReach }) => !outOfReach), ...unmet.filter(({ outOfReach }) => outOfReach)];
  const unknown = unreadInWords(lines, plan);
  if (open.length + unknown.length === 0) return null;
  const met = plan.filter(isMet).map(({ type }) => `✅ ${metricNoun(type, 0)} done`);
  const needs = open.map(leftInWords);
  const begun = plan.some(({ done }) => done !== 0);
  return { begun, parts: [...needs, ...met, ...unknown], needs: [...needs, ...unknown] };
}

/** "❔ wholesale not synced", of each metric that today asks for in no goal that is known. */
function unreadInWords(lines: readonly GoalLine[], plan: readonly PlannedAmount[]): readonly string[] {
  const planned = new Set(plan.map(({ type }) => type));
  const unread = lines.filter((line) => goalStatus(line) === "unread" && !planned.has(line.type));
  const { sign, words } = STATUSES.unread;
  return [...new Set(unread.map(({ type }) => type))].map((type) => `${sign} ${metricNoun(type, 0)} ${words}`);
}

/** Why today asks for nothing more. */
type NothingAsked = "off" | "met" | "reached";

const NOTHING: Readonly<Record<NothingAsked, string>> = {
  off: "not a workday",
  met: "all targets met",
  reached: "nothing more to do, every goal is reached",
};
/** What is said of it to a reader beside what is of others. */
const NOTHING_OF_YOURS: Readonly<Record<NothingAsked, string>> = {
  off: "Not a workday for you",
  met: "All your targets met today",
  reached: "Every goal of yours is reached",
};

function nothingAsked(lines: readonly GoalLine[]): NothingAsked {
  if (lines.every(({ pace }) => pace.today === null)) return "off";
  return dayPlan(lines).length > 0 ? "met" : "reached";
}

/** "15 calls", "1 call", "$2,603 wholesale", "3 Fact Finding", "$45,988 wholesale (out of reach)". */
function leftInWords({ type, unit, left, outOfReach }: PlannedAmount): string {
  return `${neededFigure(left, unit)} ${metricNoun(type, left)}${outOfReach ? ` (${OUT_OF_REACH})` : ""}`;
}

/**
 * "Also done today: 30m talk time · 1 Fact Finding": what was done today where today asks for nothing; `null` where there is none. What may
 * be missing in it is said above.
 */
export function alsoToday({ goals, glance }: Pick<Overview, "goals" | "glance">): string | null {
  const planned = new Set(dayPlan(goals).map(({ type }) => type));
  const done = glance.filter(({ type, today }) => today !== 0 && !planned.has(type));
  const parts = done.map(({ type, unit, today }) => `${figure(today, unit)} ${metricNoun(type, today)}`);
  return parts.length === 0 ? null : `Also done today: ${parts.join(" · ")}`;
}

/**
 * "New week and month: everything starts at 0": said once of goals that all begin today, instead of each; `null` where any goes on or
 * something is done. Daily goals begin every day, which is no news. Whoever was away till now, or begins in the middle of a period, has
 * not started either, but nothing is new.
 */
export function freshStart({ goals, today }: Pick<Overview, "goals" | "today">): string | null {
  const asking = goals.filter((goal) => goalStatus(goal) !== "off");
  const begin = (period: GoalLine["period"]) => asking.some((goal) => goal.period === period);
  const begun = [...(begin("weekly") ? ["week"] : []), ...(begin("monthly") ? ["month"] : [])];
  if (begun.length === 0 || !asking.every((goal) => goalStatus(goal) === "not-started" && beginsOn(goal, today))) {
    return null;
  }
  return `New ${begun.join(" and ")}: everything starts at 0`;
}

/** Tells whether all goals that ask something begin today, whatever is done by now; daily ones, which begin every day, are passed over. */
export function allBegin({ goals, today }: Pick<Overview, "goals" | "today">): boolean {
  const asking = goals.filter((goal) => goal.period !== "daily" && goalStatus(goal) !== "off");
  return asking.length > 0 && asking.every((goal) => beginsOn(goal, today));
}

/** Tells whether today is the first day of a goal's period, or the first after a weekend with which it began. */
function beginsOn({ from, paceDays }: GoalLine, today: Day): boolean {
  const before = Array.from({ length: Math.max(0, daysBetween(from, today)) }, (_, at) => addDays(from, at));
  return before.every((one) => paceDays === "working" && !WEEK.includes(weekday(one)));
}

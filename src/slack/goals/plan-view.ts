import { byMetric, dayPlan, isMet, type PlannedAmount } from "../../goals/metric-goals";
import type { GoalLine, Overview } from "../../goals/overview";
import { goalStatus } from "../../goals/status";
import { addDays, type Day, daysBetween } from "../../time/day";
import type { ReaderDay } from "../../time/reader-day";
import { isWeekday, WEEK } from "../../time/work-schedule";
import { weekdayInWords } from "../../words/dates";
import { figure, neededFigure } from "../../words/figures";
import { OUT_OF_REACH } from "../ui/after-today";
import { capitalized, listed, metricNoun } from "../ui/text";
import { STATUSES } from "./status-words";
import { isBeforeWork, type LocalClock } from "./team/local-clocks";

/** Tells whether the team's day of a reader's date has ended, so that it asks for nothing more. */
interface DayState {
  readonly ended: boolean;
}

interface PlanDay extends DayState {
  /** What the line begins with while nothing is done; a digest, which is for the whole day, says "Today" of it. */
  readonly lead?: string;
}

/**
 * Says in one line what today asks for, the same on every surface and in the order of the rows: "To do today: $2,603 wholesale · 15 calls · 6 emails", and once
 * something of it is done what is left: "Left today: $2,603 wholesale · 3 emails · ✅ calls done" (not "3 of 5", which the rows say of
 * what is done); last what it may ask for that nobody knows: "❔ wholesale not synced". What is out of reach is no work for today and is named
 * only where there is nothing else to do; its row says so. `null` where the team's day has ended or there is no goal, so that today asks for nothing.
 */
export function planInWords(lines: readonly GoalLine[], { ended, lead = "To do today" }: PlanDay): string | null {
  if (lines.length === 0 || ended) return null;
  const asked = askedToday(lines);
  if (asked === null) return `Today: ${NOTHING[nothingAsked(lines)]}`;
  const toDo = asked.needs.length + asked.unknown.length === 0 ? "Today" : lead;
  return `${asked.begun ? "Left today" : toDo}: ${asked.parts.join(" · ")}`;
}

/** Says why today asks for nothing more of a reader whose clock is behind the team's; nothing while their day goes on. */
export function endedNote({ today, ended }: ReaderDay): readonly string[] {
  if (!ended) return [];
  const [over, next] = [today, addDays(today, 1)].map(weekdayInWords);
  return [`${over} is over for the team. What you do now counts toward ${next}.`];
}

/**
 * Says to whoever leads somebody what today asks and what is done of it, since it may be evening there: "🎯 Today: $0 of $2,603 wholesale,
 * 15 of 15 calls ✅"; by the weekday of whoever is in another day. While nothing is done it says what the day needs, "🎯 Needs today: 7 calls", and late what
 * is done of it, and how long it goes on: "🎯 2h 30m left of Mon: 3 of 7 calls", "🎯 Nothing done, 2h 30m left of Mon: 7 calls". Nothing where that day asks for nothing, or all of it is out of reach.
 */
export function theirToday(
  { goals, ended }: Pick<Overview, "goals" | "ended">,
  clock: LocalClock | null = null,
): readonly string[] {
  if (ended) return [];
  const plan = byMetric(goals).flatMap((metric) => metric.plan ?? []);
  const asked = plan.filter((one) => isMet(one) || !one.outOfReach);
  if (asked.length === 0) return [];
  const day = clock?.weekday ?? "today";
  const left = clock?.left ?? null;
  const unknown = unreadInWords(goals, plan);
  const isBegun = asked.some(({ done }) => done > 0);
  if (left === null && !isBegun) return [`🎯 Needs ${day}: ${[...asked.map(leftInWords), ...unknown].join(", ")}`];
  // What was not read may be done.
  const isIdle = !isBegun && unknown.length === 0;
  const amounts = asked.map((one) =>
    isIdle || isBeforeWork({ clock, done: one.done }) ? leftInWords(one) : doneInWords(one),
  );
  const when = left === null ? capitalized(day) : `${isIdle ? "Nothing done, " : ""}${left} left of ${day}`;
  return [`🎯 ${when}: ${[...amounts, ...unknown].join(", ")}`];
}

/** "0 of 7 calls", "15 of 15 calls ✅". */
function doneInWords(one: PlannedAmount): string {
  const { type, unit, done, target } = one;
  return `${figure(done, unit)} of ${neededFigure(target, unit)} ${metricNoun(type, target)}${isMet(one) ? " ✅" : ""}`;
}

/** Says the same to whoever reads beside what is of others: "You need today: $1,053 wholesale, 1 call", "You need nothing more today". */
export function ownNeedToday({ goals, ended }: Pick<Overview, "goals" | "ended">): string | null {
  const asked = ended ? null : askedToday(goals);
  if (asked !== null && asked.needs.length === 0) return `For you today: ${asked.parts.join(", ")}`;
  if (asked !== null)
    return `You ${asked.begun ? "still need" : "need"} today: ${[...asked.needs, ...asked.unknown].join(", ")}`;
  return ended || goals.length === 0 ? null : NOTHING_OF_YOURS[nothingAsked(goals)];
}

/** What today asks for, or once something of it is done what is left; `null` where that is nothing. */
interface AskedToday {
  readonly begun: boolean;
  readonly parts: readonly string[];
  /** Without what is done of it, and what nobody knows. */
  readonly needs: readonly string[];
  /** What it may ask for that nobody knows. */
  readonly unknown: readonly string[];
}

function askedToday(lines: readonly GoalLine[]): AskedToday | null {
  // As the rows below have them: what is behind first.
  const plan = byMetric(lines).flatMap((metric) => metric.plan ?? []);
  const unmet = plan.filter((one) => !isMet(one));
  const far = unmet.filter(({ outOfReach }) => outOfReach).map(({ type }) => metricNoun(type, 0));
  const needs = unmet.filter(({ outOfReach }) => !outOfReach).map(leftInWords);
  const unknown = unreadInWords(lines, plan);
  const open = needs.length + unknown.length;
  if (open + far.length === 0) return null;
  const met = plan.filter(isMet).map(({ type }) => `✅ ${metricNoun(type, 0)} done`);
  if (open === 0) return { begun: false, parts: [...met, `${listed(far)} ${OUT_OF_REACH}`], needs, unknown };
  const begun = plan.some(({ done }) => done !== 0);
  return { begun, parts: [...needs, ...met, ...unknown], needs, unknown };
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
  // A week's or a month's goals go on, so that it is not said that targets are met.
  met: "You need nothing more today",
  reached: "Every goal of yours is reached",
};

function nothingAsked(lines: readonly GoalLine[]): NothingAsked {
  if (lines.every(({ pace }) => pace.today === null)) return "off";
  return dayPlan(lines).length > 0 ? "met" : "reached";
}

/** "15 calls", "1 call", "$2,603 wholesale", "3 Fact Finding". */
function leftInWords({ type, unit, left }: PlannedAmount): string {
  return `${neededFigure(left, unit)} ${metricNoun(type, left)}`;
}

/**
 * "Also done today: 30m talk time, 1 Fact Finding": what was done today where today asks for nothing; nothing where there is none. What may
 * be missing in it is said above.
 */
export function alsoToday({ goals, glance }: Pick<Overview, "goals" | "glance">): readonly string[] {
  const planned = new Set(dayPlan(goals).map(({ type }) => type));
  const done = glance.filter(({ type, today }) => today !== 0 && !planned.has(type));
  const parts = done.map(({ type, unit, today }) => `${figure(today, unit)} ${metricNoun(type, today)}`);
  return parts.length === 0 ? [] : [`Also done today: ${parts.join(", ")}`];
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
  return before.every((one) => paceDays === "working" && !isWeekday(one, { team: WEEK }));
}

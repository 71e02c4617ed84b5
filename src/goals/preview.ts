import { addDays, type Day, type DayRange } from "../time/day";
import { type GoalKey, targetInForce } from "./edit";
import { type GoalFigures, goalLine } from "./figures";
import { type Goal, type Period, periodOf, targetOn } from "./goal";
import type { GoalLine, TeamMember } from "./overview";
import type { PlannedEdit } from "./plan-edit";

/** What an edit would change, before it is made: "from 92% to 102% of pace" is the `pace.share` of the two lines. */
export interface EditPreview {
  /** As it stands today; `null` where no target is in force. */
  readonly before: GoalLine | null;
  readonly after: GoalLine | null;
  /** What the log will say. */
  readonly change: Extract<PlannedEdit, { ok: true }>["change"];
  /** The other target with which this one cannot be meant; absent where there is none. */
  readonly clash?: TargetClash;
}

/** A week's and a month's target of one metric of which one asks for more than the other, in its unit. */
export interface TargetClash {
  readonly weekly: number;
  readonly monthly: number;
  /** Which of them asks for more than the other allows. */
  readonly more: "weekly" | "monthly";
  /** Whether it asks for over half more, so that both cannot be meant; less may be a stretch. */
  readonly tooMuch: boolean;
  /** The month's first day. */
  readonly month: Day;
  /** The weeks that lie in the month as a whole, where the week asks for more; else all that have a day in it. */
  readonly weeks: number;
}

/**
 * Shows where a planned edit leaves a goal today.
 *
 * @param member whose goal it is; a team's goal has no schedule and goes by the team's date.
 */
export function editPreview(
  {
    key,
    before,
    planned,
  }: { readonly key: GoalKey; readonly before: Goal | null; readonly planned: Extract<PlannedEdit, { ok: true }> },
  { member, figures }: { readonly member: Pick<TeamMember, "schedule" | "tz">; readonly figures: GoalFigures },
): EditPreview {
  const day = key.userId === undefined ? figures.days.team : figures.days.of(member);
  const line = (goal: Goal | null): GoalLine | null => {
    const target = goal?.active === true ? targetOn(goal, day.today) : null;
    if (goal === null || target === null) return null;
    const schedule = goal.team === undefined ? member.schedule : undefined;
    return goalLine({ goal, goalId: goal._id, target, schedule, day }, figures);
  };
  const { change, goal } = planned;
  const clash = change.kind === "set" ? targetClash({ goal, since: change.since }, figures.goals) : null;
  return { before: line(before), after: line(goal), change, ...(clash !== null && { clash }) };
}

const OTHER: Readonly<Record<Period, Period | null>> = { daily: null, weekly: "monthly", monthly: "weekly" };
/** A target that asks for over so many times what the other allows cannot be meant beside it. */
const TOO_MUCH = 1.5;

/**
 * Finds whether a target from its first day on and that of the same metric's week or month disagree: the whole weeks of the
 * month bring more than the month asks for, or the month asks for more than all weeks with a day in it bring. `null`
 * where they agree, where there is no other, and of a day's target, which days off decide.
 *
 * @param others goals of whomever; that of the same person or team is compared.
 */
export function targetClash(
  { goal, since }: { readonly goal: Goal; readonly since: Day },
  others: readonly Goal[],
): TargetClash | null {
  const other = others.find(({ userId, team, type, period, active }) => {
    const isSame = userId === goal.userId && team === goal.team && type === goal.type;
    return active && isSame && period === OTHER[goal.period];
  });
  // A week is of the month that most of its days lie in.
  const month = periodOf("monthly", goal.period === "weekly" ? addDays(since, 3) : since);
  const isWeekly = goal.period === "weekly";
  const [own, its] = [
    targetInForce(goal, since),
    targetInForce(other ?? null, isWeekly ? month.from : addDays(month.from, 14)),
  ];
  if (own === null || its === null) return null;
  const [weekly, monthly] = isWeekly ? [own, its] : [its, own];
  const mondays = weeksOf(month);
  const whole = mondays.filter((monday) => monday >= month.from && addDays(monday, 6) <= month.to).length;
  const both = { weekly, monthly, month: month.from };
  const [least, most] = [weekly * whole, weekly * mondays.length];
  if (least > monthly) return { ...both, more: "weekly", weeks: whole, tooMuch: least > TOO_MUCH * monthly };
  if (monthly <= most) return null;
  return { ...both, more: "monthly", weeks: mondays.length, tooMuch: monthly > TOO_MUCH * most };
}

/** The Mondays of the weeks that have a day in a month. */
function weeksOf(month: DayRange): readonly Day[] {
  const first = periodOf("weekly", month.from).from;
  return Array.from({ length: 6 }, (_, at) => addDays(first, 7 * at)).filter((monday) => monday <= month.to);
}

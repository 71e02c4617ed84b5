import { applyEdit, type GoalEdit, type GoalKey, goalAfter } from "./edit";
import { type GoalFigures, goalLine } from "./figures";
import { type Goal, targetOn } from "./goal";
import type { GoalLine, TeamMember } from "./overview";

/** What an edit would change, before it is made: "from 92 % to 102 % of pace" is the `pace.share` of the two lines. */
export interface EditPreview {
  /** As it stands today; `null` where no target is in force. */
  readonly before: GoalLine | null;
  readonly after: GoalLine | null;
  /** What the log will say. */
  readonly change: ReturnType<typeof applyEdit>;
}

/**
 * Shows an edit that has no fault.
 *
 * @param member whose goal it is; a team's goal has no schedule and goes by the team's date.
 */
export function editPreview(
  asked: { readonly goal: Goal | null; readonly key: GoalKey; readonly edit: GoalEdit },
  { member, figures }: { member: Pick<TeamMember, "schedule" | "tz">; figures: GoalFigures },
): EditPreview {
  const day = asked.key.userId === undefined ? figures.days.team : figures.days.of(member);
  const { today } = day;
  const line = (goal: Goal | null): GoalLine | null => {
    const target = goal?.active === true ? targetOn(goal, today) : null;
    if (goal === null || target === null) return null;
    const schedule = goal.team === undefined ? member.schedule : undefined;
    return goalLine({ goal, goalId: goal._id, target, schedule, day }, figures);
  };
  return { before: line(asked.goal), after: line(goalAfter(asked)), change: applyEdit({ ...asked, today }) };
}

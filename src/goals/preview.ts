import type { GoalKey } from "./edit";
import { type GoalFigures, goalLine } from "./figures";
import { type Goal, targetOn } from "./goal";
import type { GoalLine, TeamMember } from "./overview";
import type { PlannedEdit } from "./plan-edit";

/** What an edit would change, before it is made: "from 92% to 102% of pace" is the `pace.share` of the two lines. */
export interface EditPreview {
  /** As it stands today; `null` where no target is in force. */
  readonly before: GoalLine | null;
  readonly after: GoalLine | null;
  /** What the log will say. */
  readonly change: Extract<PlannedEdit, { ok: true }>["change"];
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
  return { before: line(before), after: line(planned.goal), change: planned.change };
}

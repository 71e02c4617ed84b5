import type { Overview, StartingGoal } from "../../goals/overview";
import type { Actor } from "../../people/permissions";
import { can } from "../../people/permissions";
import { weekdayInWords } from "../../words/dates";
import { exactFigure } from "../../words/figures";
import { type Message, sectionMessage } from "../ui/blocks";
import { foreign } from "../ui/text";

/** Says to whoever sets no goals that there are none, and who sets them. */
export const NO_GOALS = "No goals yet. Your manager sets them; once you have one, you'll see it here.";

/** The people whose goals somebody may set: nobody, others, or oneself, too. */
export type SettableGoals = "none" | "others" | "own";

/** Tells whose goals somebody may set. */
export function settableGoals(actor: Actor): SettableGoals {
  if (can(actor, { does: "edit-goals", of: actor.userId })) return "own";
  return can(actor, { does: "edit-goals" }) ? "others" : "none";
}

const SET_OTHERS = "`/goals set calls daily 20 @rep`, or `/goals set` for a form. Everybody's goals: `/goals team`.";
const NONE_OF_MINE: Readonly<Record<SettableGoals, string>> = {
  none: NO_GOALS,
  others: `You have no goals of your own yet. Set the first one for your team: ${SET_OTHERS}`,
  own: `You have no goals of your own yet. Set the first one: \`/goals set calls daily 20\`. For somebody else: ${SET_OTHERS}`,
};

/**
 * Says that somebody has no goal in force: which start later, else who sets the first one.
 *
 * @param name whose they are; `null` where they are the reader's.
 */
export function noGoalsMessage(
  { starting }: Pick<Overview, "starting">,
  { name, sets }: { readonly name: string | null; readonly sets: SettableGoals },
): Message {
  if (starting.length === 0)
    return sectionMessage(name === null ? NONE_OF_MINE[sets] : `${foreign(name)} has no goals yet.`);
  const none = name === null ? "No goal yet today." : `${foreign(name)} has no goal yet today.`;
  return sectionMessage([none, ...starting.slice(0, MAX_STARTING).map(startingLine)].join("\n"));
}

/** As many as one section holds. */
const MAX_STARTING = 30;

/** "Calls, weekly: 40 starts Mon, Nov 30." */
function startingLine({ title, period, target, unit, from }: StartingGoal): string {
  return `${foreign(title)}, ${period}: ${exactFigure(target, unit)} starts ${weekdayInWords(from)}.`;
}

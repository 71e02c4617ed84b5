import type { Day } from "../../time/day";
import { currentGoals } from "../figures";
import type { Goal } from "../goal";
import { byPerson } from "./team-figures";

/** Who has a goal of their own, and on which days: where a goal begins today, it has begun by some clocks and not by others. */
export interface GoalOwners {
  /** Slack ids of whoever has an active goal, also where its first target lies ahead. */
  readonly all: ReadonlySet<string>;
  /** Whether somebody has a goal in force on this day of their own calendar. */
  hasOn(userId: string, day: Day): boolean;
}

/** Answers it of these goals; those of teams are nobody's own. */
export function goalOwners(goals: readonly Goal[]): GoalOwners {
  const own = byPerson(goals.filter(({ active }) => active));
  return {
    all: new Set(own.keys()),
    hasOn: (userId, day) => currentGoals(own.get(userId) ?? [], day).length > 0,
  };
}

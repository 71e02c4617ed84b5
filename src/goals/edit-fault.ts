import { metricOf } from "../metrics/metrics";
import { addDays } from "../time/day";
import { type EditFault, type EditInput, effectiveDay, type GoalKey, targetInForce } from "./edit";
import { type Period, periodOf } from "./goal";

const MAX_TARGET = { count: 1_000_000, minutes: 1_000_000, dollars: 1_000_000_000 } as const;
const MAX_DAYS_AHEAD = 731;
/** Refuses an edit that is made already. */
export const SAME_TARGET = "That's already the target.";

/** Why an edit cannot be made; `null` when it can. */
export function editFault(input: EditInput): EditFault | null {
  const { goal, key, edit } = input;
  switch (edit.kind) {
    case "set":
      return targetFault(edit.target, key) ?? beginFault(input) ?? sameFault(input);
    case "withdraw":
      return withdrawFault(input);
    case "archive":
      return goal?.active === true ? null : goalFault("There's no active goal to archive.");
    case "reactivate":
      if (goal === null) return goalFault("That goal doesn't exist yet. Set a target.");
      return goal.active ? goalFault("This goal is already active.") : null;
  }
}

function targetFault(target: number, { type }: GoalKey): EditFault | null {
  const { unit } = metricOf(type);
  const fault = (message: string): EditFault => ({ field: "target", message });
  if (!(target > 0)) return fault("Enter a target above zero.");
  if (target > MAX_TARGET[unit]) return fault(`The highest target is ${MAX_TARGET[unit].toLocaleString("en-US")}.`);
  if (unit === "dollars") return Math.round(target * 100) / 100 === target ? null : fault("Use at most two decimals.");
  return Number.isInteger(target) ? null : fault("Use a whole number.");
}

const RUNNING: Readonly<Record<Period, string>> = { daily: "day", weekly: "week", monthly: "month" };

/** Periods that are over keep their targets, and so does one that runs with a target, but on its first day. */
function beginFault(input: EditInput): EditFault | null {
  const { goal, key, today } = input;
  const fault = (message: string): EditFault => ({ field: "from", message });
  const since = effectiveDay(input);
  if (since > addDays(today, MAX_DAYS_AHEAD)) return fault("Pick a day within two years.");
  if (since >= today) return null;
  if (since < periodOf(key.period, today).from) {
    return fault("Past periods keep their targets. Pick today or later.");
  }
  if (targetInForce(goal, since) === null) return null;
  return fault(`This ${RUNNING[key.period]} keeps its target. Pick today or later.`);
}

function sameFault(input: EditInput): EditFault | null {
  const { goal, edit } = input;
  if (edit.kind !== "set" || targetInForce(goal, effectiveDay(input)) !== edit.target) return null;
  return { field: "target", message: SAME_TARGET };
}

function withdrawFault(input: EditInput): EditFault | null {
  const { goal, edit } = input;
  if (edit.kind !== "withdraw") return null;
  const planned = goal?.active === true && goal.targets.some(({ from }) => from === edit.from);
  if (!planned) return goalFault("There's no such target to remove.");
  return beginFault({ ...input, goal: { ...goal, targets: goal.targets.filter(({ from }) => from !== edit.from) } });
}

function goalFault(message: string): EditFault {
  return { field: "goal", message };
}

import { metricOf } from "../metrics/metrics";
import { addDays } from "../time/day";
import { type EditFault, type EditInput, effectiveDay, type GoalKey, targetInForce } from "./edit";
import { type Period, periodOf } from "./goal";

const MAX_TARGET = { count: 1_000_000, minutes: 1_000_000, dollars: 1_000_000_000 } as const;
const MAX_DAYS_AHEAD = 731;

/** Why an edit cannot be made; `null` when it can. */
export function editFault(input: EditInput): EditFault | null {
  const { goal, key, edit } = input;
  switch (edit.kind) {
    case "set":
      return targetFault(edit.target, key) ?? beginFault(input) ?? sameFault(input);
    case "withdraw":
      return withdrawFault(input);
    case "archive":
      return goal?.active === true ? null : goalFault("There is no active goal to archive.");
    case "reactivate":
      if (goal === null) return goalFault("There is no such goal yet: set its target.");
      return goal.active ? goalFault("This goal is active already.") : null;
  }
}

function targetFault(target: number, { type }: GoalKey): EditFault | null {
  const { unit } = metricOf(type);
  const fault = (message: string): EditFault => ({ field: "target", message });
  if (!(target > 0)) return fault("A target must be above zero.");
  if (target > MAX_TARGET[unit]) return fault(`A target is at most ${MAX_TARGET[unit].toLocaleString("en-US")}.`);
  if (unit === "dollars") return Math.round(target * 100) / 100 === target ? null : fault("A target has whole cents.");
  return Number.isInteger(target) ? null : fault("A target is a whole number.");
}

const RUNNING: Readonly<Record<Period, string>> = { daily: "day", weekly: "week", monthly: "month" };

/** Periods that are over keep their targets, and so does one that runs with a target, but on its first day. */
function beginFault(input: EditInput): EditFault | null {
  const { goal, key, today } = input;
  const fault = (message: string): EditFault => ({ field: "from", message });
  const since = effectiveDay(input);
  if (since > addDays(today, MAX_DAYS_AHEAD)) return fault("A target takes effect within two years.");
  if (since >= today) return null;
  if (since < periodOf(key.period, today).from) {
    return fault("Periods that are over keep their targets: pick today or a later day.");
  }
  if (targetInForce(goal, since) === null) return null;
  return fault(`This ${RUNNING[key.period]} keeps the target it began with: pick today or a later day.`);
}

function sameFault(input: EditInput): EditFault | null {
  const { goal, edit } = input;
  if (edit.kind !== "set" || targetInForce(goal, effectiveDay(input)) !== edit.target) return null;
  return { field: "target", message: "It is that already: nothing to change." };
}

function withdrawFault(input: EditInput): EditFault | null {
  const { goal, edit } = input;
  if (edit.kind !== "withdraw") return null;
  const planned = goal?.active === true && goal.targets.some(({ from }) => from === edit.from);
  if (!planned) return goalFault("There is no such target to take back.");
  return beginFault({ ...input, goal: { ...goal, targets: goal.targets.filter(({ from }) => from !== edit.from) } });
}

function goalFault(message: string): EditFault {
  return { field: "goal", message };
}

import { sha256 } from "../lib/sha256";
import { type MetricType, metricOf } from "../metrics/metrics";
import { addDays, type Day } from "../time/day";
import { type DatedTarget, type Goal, type Period, periodOf, targetOn } from "./goal";

/** The person, or the team, that a goal belongs to. */
export type Subject =
  | { readonly userId: string; readonly team?: undefined }
  | { readonly team: string; readonly userId?: undefined };

/** Which goal: there is one for each subject, metric and period, archived or not. */
export type GoalKey = Subject & { readonly type: MetricType; readonly period: Period };

/** `set` makes the goal where there is none, and brings an archived one back. */
export type GoalEdit =
  | { readonly kind: "set"; readonly target: number; readonly from: Day }
  | { readonly kind: "archive" }
  | { readonly kind: "reactivate" };

/** What an edit changed, for the log. */
export interface EditResult {
  readonly kind: GoalEdit["kind"];
  /** The day it takes effect. */
  readonly since: Day;
  /** The target in force on that day before the edit and after it; `null` for none. */
  readonly from: number | null;
  readonly to: number | null;
}

/** One document of `goal_changes`. */
export type GoalChange = GoalKey &
  EditResult & {
    readonly _id: string;
    readonly goalId: string;
    readonly at: Date;
    /** Slack's member id. */
    readonly by: string;
  };

/** Which field of a form a fault belongs to. */
export interface EditFault {
  readonly field: "target" | "from" | "goal";
  /** A sentence for whoever typed it. */
  readonly message: string;
}

interface EditInput {
  /** As it is stored; `null` when there is none. */
  readonly goal: Goal | null;
  readonly key: GoalKey;
  readonly edit: GoalEdit;
  readonly today: Day;
}

const MAX_TARGET = { count: 1_000_000, minutes: 1_000_000, dollars: 1_000_000_000 } as const;
const MAX_DAYS_AHEAD = 731;

/** Why an edit cannot be made; `null` when it can. */
export function editFault({ goal, key, edit, today }: EditInput): EditFault | null {
  switch (edit.kind) {
    case "set":
      return targetFault(edit.target, key) ?? fromFault(edit.from, { key, today });
    case "archive":
      return goal?.active === true ? null : { field: "goal", message: "There is no active goal to archive." };
    case "reactivate":
      if (goal === null) return { field: "goal", message: "There is no such goal yet: set its target." };
      return goal.active ? { field: "goal", message: "This goal is active already." } : null;
  }
}

/**
 * The goal after an edit that has no fault. Setting a target adds a row from its day; one of the same day gives way,
 * earlier and later ones stay, so past periods keep theirs and planned changes still come.
 *
 * @throws {RangeError} where there is no goal to archive or to bring back.
 */
export function goalAfter({ goal, key, edit }: Omit<EditInput, "today">): Goal {
  if (edit.kind === "set") {
    const targets = withRow(goal?.targets ?? [], { from: edit.from, target: edit.target });
    return goal === null ? newGoal(key, targets) : { ...goal, targets, active: true };
  }
  if (goal === null) throw new RangeError("There is no goal to archive or to bring back");
  return { ...goal, active: edit.kind === "reactivate" };
}

/** Says what an edit changes, for the log. */
export function applyEdit({ goal, key, edit, today }: EditInput): EditResult {
  const since = edit.kind === "set" ? edit.from : today;
  const after = goalAfter({ goal, key, edit });
  return { kind: edit.kind, since, from: targetInForce(goal, since), to: targetInForce(after, since) };
}

function targetInForce(goal: Goal | null, on: Day): number | null {
  return goal?.active === true ? targetOn(goal, on) : null;
}

function withRow(rows: readonly DatedTarget[], row: DatedTarget): readonly DatedTarget[] {
  const others = rows.filter(({ from }) => from !== row.from);
  return [...others, row].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Its id says whose it is, so that two who make the same goal at once make one. */
function newGoal(key: GoalKey, targets: readonly DatedTarget[]): Goal {
  const { userId, team, type, period } = key;
  const whose = userId === undefined ? { team } : { userId };
  return {
    _id: `${userId ?? `team:${team}`} ${type} ${period}`,
    ...whose,
    type,
    period,
    targets,
    current: 0,
    active: true,
  };
}

function targetFault(target: number, { type }: GoalKey): EditFault | null {
  const { unit } = metricOf(type);
  const fault = (message: string): EditFault => ({ field: "target", message });
  if (!(target > 0)) return fault("A target must be above zero.");
  if (target > MAX_TARGET[unit]) return fault(`A target is at most ${MAX_TARGET[unit].toLocaleString("en-US")}.`);
  if (unit === "dollars") return Math.round(target * 100) / 100 === target ? null : fault("A target has whole cents.");
  return Number.isInteger(target) ? null : fault("A target is a whole number.");
}

/** Periods that are over keep their targets. */
function fromFault(from: Day, { key, today }: { key: GoalKey; today: Day }): EditFault | null {
  const earliest = periodOf(key.period, today).from;
  if (from < earliest) {
    return {
      field: "from",
      message: `A target takes effect on ${earliest} or later: periods that are over keep theirs.`,
    };
  }
  if (from <= addDays(today, MAX_DAYS_AHEAD)) return null;
  return { field: "from", message: "A target takes effect within two years." };
}

/**
 * The edit that sets a goal back to what it was before a change; `null` where none does: it had no target in force
 * then, only one that lies ahead.
 */
export function inverseEdit({ before, change }: { before: Goal | null; change: EditResult }): GoalEdit | null {
  if (change.kind === "archive") return { kind: "reactivate" };
  if (before?.active !== true) return { kind: "archive" };
  return change.from === null ? null : { kind: "set", target: change.from, from: change.since };
}

/** Identifies the version of a goal that somebody looked at: it is another once a target changes or the goal is archived; `none` for no goal. */
export function goalVersion(goal: Pick<Goal, "targets" | "active"> | null): string {
  if (goal === null) return "none";
  const rows = goal.targets.map(({ from, target }) => [from, target]);
  return sha256(JSON.stringify([rows, goal.active])).slice(0, 16);
}

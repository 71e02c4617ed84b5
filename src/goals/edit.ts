import { sha256 } from "../lib/sha256";
import type { MetricType } from "../metrics/metrics";
import type { Day, DayRange } from "../time/day";
import { firstBegin, type Goal, type Period, targetOn } from "./goal";

/** The person, or the team, that a goal belongs to. */
export type Subject =
  | { readonly userId: string; readonly team?: undefined }
  | { readonly team: string; readonly userId?: undefined };

/** Which goal: there is one for each subject, metric and period, archived or not. */
export type GoalKey = Subject & { readonly type: MetricType; readonly period: Period };

/**
 * `set` makes the goal where there is none, and begins an archived one anew; `withdraw` takes back the target of a day;
 * `reactivate` brings an archived goal back as it was.
 */
export type GoalEdit =
  | { readonly kind: "set"; readonly target: number; readonly from: Day }
  | { readonly kind: "withdraw"; readonly from: Day }
  | { readonly kind: "archive" }
  | { readonly kind: "reactivate" };

/** What an edit changed, for the log. */
export interface EditResult {
  readonly kind: GoalEdit["kind"];
  /** The day it takes effect: of a target the first day of its first period. */
  readonly since: Day;
  /** The target in force on that day before the edit and after it; `null` for none. */
  readonly from: number | null;
  readonly to: number | null;
  /** The period that was running and stays as it is, with its target or `null` for none; absent where none does. */
  readonly keeps?: DayRange & { readonly target: number | null };
}

/** One document of `goal_changes`. */
export type GoalChange = GoalKey &
  EditResult & {
    readonly _id: string;
    readonly goalId: string;
    readonly at: Date;
    /** Slack's member id. */
    readonly by: string;
    /**
     * The delivery whose digest tells the rep, `null` while none does; absent where nobody is to be told: of a team's
     * goal, of one's own change, and of changes from before digests told any.
     */
    readonly toldIn?: string | null;
    /** The save in which it was made with others; absent of one made alone. */
    readonly batch?: string;
    /** What undoing it with the others of its batch takes: the goal as it was, `null` for none, and its `goalVersion` after. */
    readonly undo?: { readonly was: EditedParts | null; readonly seen: string };
    /** The batch that it set back with others. */
    readonly undoes?: string;
  };

/** The line of the log that an edit of a goal leaves; it is told to a rep whose goal somebody else changed. */
export function goalChange(
  goalId: string,
  line: {
    readonly id: string;
    readonly key: GoalKey;
    readonly result: EditResult;
    readonly by: string;
    readonly at: Date;
  },
): GoalChange {
  const { id, key, result, by, at } = line;
  const told = key.userId === undefined || key.userId === by ? {} : { toldIn: null };
  return { _id: id, goalId, ...key, ...result, at, by, ...told };
}

/** Which field of a form a fault belongs to. */
export interface EditFault {
  readonly field: "target" | "from" | "goal";
  /** A sentence for whoever typed it. */
  readonly message: string;
}

export interface EditInput {
  /** As it is stored; `null` when there is none. */
  readonly goal: Goal | null;
  readonly key: GoalKey;
  readonly edit: GoalEdit;
  /** The first day that has not ended, by the clock of whose goal it is. */
  readonly today: Day;
}

/** The day an edit takes effect. */
export function effectiveDay({ key, edit, today }: Pick<EditInput, "key" | "edit" | "today">): Day {
  return edit.kind === "set" || edit.kind === "withdraw" ? firstBegin(key.period, edit.from) : today;
}

/** The target of the period that a day lies in; `null` for none, and of a goal that is archived. */
export function targetInForce(goal: Goal | null, on: Day): number | null {
  return goal?.active === true ? targetOn(goal, on) : null;
}

/** The edit that sets a goal back to what it was before a change. */
export function inverseEdit({
  before,
  change,
}: {
  readonly before: Goal | null;
  readonly change: EditResult;
}): GoalEdit {
  if (change.kind === "archive") return { kind: "reactivate" };
  if (before?.active !== true) return { kind: "archive" };
  const replaced = before.targets.find(({ from }) => from === change.since);
  if (replaced === undefined) return { kind: "withdraw", from: change.since };
  return { kind: "set", target: replaced.target, from: change.since };
}

/** The parts of a goal that edits change. */
export type EditedParts = Pick<Goal, "targets" | "active" | "archivedOn" | "pauses">;

/** The parts of a goal that edits change, without those that it lacks. */
export function editedParts({ targets, active, archivedOn, pauses }: EditedParts): EditedParts {
  return { targets, active, ...(archivedOn !== undefined && { archivedOn }), ...(pauses !== undefined && { pauses }) };
}

/** Identifies the version of a goal that somebody looked at: it is another once a target changes or the goal is archived; `none` for no goal. */
export function goalVersion(goal: Omit<EditedParts, "archivedOn"> | null): string {
  if (goal === null) return "none";
  const { targets, active, pauses = [] } = goal;
  const rows = targets.map(({ from, target }) => [from, target]);
  const days = pauses.map(({ from, to }) => [from, to]);
  return sha256(JSON.stringify([rows, active, ...(days.length === 0 ? [] : [days])])).slice(0, 16);
}

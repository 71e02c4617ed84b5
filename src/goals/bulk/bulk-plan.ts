import { sha256 } from "../../lib/sha256";
import type { MetricType } from "../../metrics/metrics";
import type { Day } from "../../time/day";
import { type EditResult, type GoalEdit, type GoalKey, goalVersion, targetInForce } from "../edit";
import { type Goal, type Period, periodOf } from "../goal";
import { planEdit } from "../plan-edit";
import { lastMonthTarget } from "./last-month";

/** What is to be done for several people at once: one target for all, or what each had last month. */
export type BulkRequest =
  | {
      readonly kind: "set";
      readonly type: MetricType;
      readonly period: Period;
      /** In the metric's unit. */
      readonly target: number;
      /** `null` for each person's own today. */
      readonly from: Day | null;
    }
  | { readonly kind: "last-month" };

/** Somebody whose goals are to be set. */
export interface BulkPerson {
  /** Slack's member id. */
  readonly userId: string;
  /** The first day that has not ended, by their own clock. */
  readonly today: Day;
  /** A sentence that says why nothing may be set for them; `null` where it may. */
  readonly refusal: string | null;
  /** All of their goals, archived or not. */
  readonly goals: readonly Goal[];
}

/** A goal that is changed: as it is stored, `null` for none, and as it will be. */
export interface BulkChange {
  readonly kind: "change";
  readonly userId: string;
  readonly before: Goal | null;
  readonly goal: Goal;
  readonly result: EditResult;
}

/** What saving does for one person, or for one goal of theirs. */
export type BulkOutcome =
  | BulkChange
  /** It has a target this month, which stays, whatever last month's was. */
  | {
      readonly kind: "stays";
      readonly userId: string;
      readonly goal: Goal;
      readonly target: number;
      readonly lastMonth: number;
    }
  /** A sentence says why. */
  | { readonly kind: "refused"; readonly userId: string; readonly message: string };

interface BulkInput {
  readonly people: readonly BulkPerson[];
  /** The day from which each archived goal counted no more, by the goals' ids. */
  readonly archivedOn: ReadonlyMap<string, Day>;
  /** The company's date, by which a form names last month: it is that one for whoever's clock shows its last day yet. */
  readonly teamToday: Day;
}

/** Plans goals of several people, in their order, each by `planEdit`. What is shown before saving and what is written are both this. */
export function bulkPlan(request: BulkRequest, { people, ...input }: BulkInput): readonly BulkOutcome[] {
  return people.flatMap((person): readonly BulkOutcome[] => {
    const { userId, refusal } = person;
    if (refusal !== null) return [{ kind: "refused", userId, message: refusal }];
    return request.kind === "set" ? [setOutcome(person, request)] : lastMonthOutcomes(person, input);
  });
}

function setOutcome(
  { userId, today, goals }: BulkPerson,
  { type, period, target, from }: Extract<BulkRequest, { kind: "set" }>,
): BulkOutcome {
  const before = meant(goals).find((goal) => goal.type === type && goal.period === period) ?? null;
  return edited({ userId, type, period }, { before, today, edit: { kind: "set", target, from: from ?? today } });
}

const NONE = "Had no goals last month.";

function lastMonthOutcomes(
  { userId, today: own, goals }: BulkPerson,
  { archivedOn, teamToday }: Omit<BulkInput, "people">,
): readonly BulkOutcome[] {
  const today = own < teamToday ? teamToday : own;
  const outcomes = meant(goals).flatMap((goal): readonly BulkOutcome[] => {
    const { type, period } = goal;
    const target = lastMonthTarget(goal, { today, archivedOn: archivedOn.get(goal._id) ?? null });
    if (target === null) return [];
    const now = targetInForce(goal, today);
    if (now !== null) return [{ kind: "stays", userId, goal, target: now, lastMonth: target }];
    const edit = { kind: "set", target, from: periodOf(period, today).from } as const;
    return [edited({ userId, type, period }, { before: goal, today: own, edit })];
  });
  return outcomes.length === 0 ? [{ kind: "refused", userId, message: NONE }] : outcomes;
}

function edited(
  key: GoalKey & { readonly userId: string },
  { before, today, edit }: { readonly before: Goal | null; readonly today: Day; readonly edit: GoalEdit },
): BulkOutcome {
  const { userId } = key;
  const planned = planEdit({ goal: before, key, edit, today });
  if (!planned.ok) return { kind: "refused", userId, message: planned.fault.message };
  return { kind: "change", userId, before, goal: planned.goal, result: planned.change };
}

/** The goals without doubles: written by hand there may be several of one metric and period, of which the active one is meant. */
function meant(goals: readonly Goal[]): readonly Goal[] {
  const order = (a: Goal, b: Goal) => Number(b.active) - Number(a.active) || (a._id < b._id ? -1 : 1);
  return [...goals]
    .sort(order)
    .filter(
      (goal, index, all) => all.findIndex((one) => one.type === goal.type && one.period === goal.period) === index,
    );
}

/** Identifies what a plan does and to which versions of which goals: it is another once any of it changes. */
export function planVersion(outcomes: readonly BulkOutcome[]): string {
  return sha256(JSON.stringify(outcomes.map(outcomeParts))).slice(0, 16);
}

function outcomeParts(outcome: BulkOutcome): readonly unknown[] {
  const { kind, userId } = outcome;
  if (kind === "refused") return [kind, userId, outcome.message];
  const { type, period } = outcome.goal;
  if (kind === "stays") return [kind, userId, type, period, outcome.target, outcome.lastMonth];
  return [kind, userId, type, period, outcome.result, goalVersion(outcome.before)];
}

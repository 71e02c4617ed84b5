import type { GoalEdit, GoalKey } from "../../goals/edit";
import { type Period, TEAM } from "../../goals/goal";
import { isMetricType } from "../../metrics/metrics";
import { plainWords } from "../commands/plain-words";
import { writtenAmount } from "../commands/written-amount";
import { dayEntry, entry, type Filled, ticked } from "../entries";
import type { GoalField } from "../views/goal-form";
import type { PrepareFault } from "./prepare";

/** What was filled into the form of a goal: a change, or a sentence beside each field that is wrong. */
export type FormEntries =
  | { readonly kind: "edit"; readonly key: GoalKey; readonly edit: GoalEdit }
  | { readonly kind: "faults"; readonly faults: Readonly<Record<string, string>> };

/** Where a fault that was found later stands in the form. */
export const FIELD_OF: Readonly<Record<PrepareFault["field"], GoalField>> = {
  goal: "metric",
  whose: "whose",
  target: "target",
  from: "from",
};

const PERIODS: Readonly<Record<string, Period>> = { daily: "daily", weekly: "weekly", monthly: "monthly" };

export function formEntries(filled: Filled): FormEntries {
  const subject = subjectOf(filled);
  const type = entry(filled, "metric") ?? "";
  const period = PERIODS[entry(filled, "period") ?? ""];
  const target = targetOf(entry(filled, "target") ?? "");
  const from = dayEntry(filled, "from");
  if (typeof subject === "object" && isMetricType(type) && period && typeof target === "number" && from) {
    return { kind: "edit", key: { ...subject, type, period }, edit: { kind: "set", target, from } };
  }
  const faults: Partial<Readonly<Record<GoalField, string>>> = {
    ...(typeof subject === "string" ? { whose: subject } : {}),
    ...(isMetricType(type) ? {} : { metric: "Choose what is counted." }),
    ...(period === undefined ? { period: "Choose a period." } : {}),
    ...(typeof target === "string" ? { target } : {}),
    ...(from === null ? { from: "Choose the day it takes effect." } : {}),
  };
  return { kind: "faults", faults: { ...faults } };
}

function subjectOf(filled: Filled): { userId: string } | { team: string } | string {
  const userId = entry(filled, "whose");
  const team = ticked(filled, "team").includes("team");
  if (userId !== null && team) return "Choose a person, or tick the team's box: not both.";
  if (team) return { team: TEAM };
  return userId === null ? "Choose a person, or tick the box below for the team's goal." : { userId };
}

function targetOf(typed: string): number | string {
  const written = writtenAmount(plainWords(typed));
  if (written === null) return "This is no number.";
  return written.kind === "fault" ? written.fault : written.amount;
}

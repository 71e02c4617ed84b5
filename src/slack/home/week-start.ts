import type { Day } from "../../time/day";
import { weekStartFault } from "../../time/work-schedule";
import type { SlackDeps } from "../deps";
import { dayValue, type FormState } from "../middleware/form-values";
import { WEEK_SINCE } from "./views/week-fields";

/** Reads from which day on a week was set, in the team's zone; a form that was opened before it asked this means today. */
export function weekStart(
  form: FormState,
  { days, now }: Pick<SlackDeps, "days" | "now">,
): { readonly ok: true; readonly from: Day } | { readonly ok: false; readonly fault: string } {
  const today = days.dayOf(now());
  const from = dayValue(form, WEEK_SINCE) ?? today;
  const fault = weekStartFault(from, today);
  return fault === null ? { ok: true, from } : { ok: false, fault };
}

import type { ViewOutput } from "@slack/bolt";
import { type Day, parseDay } from "../../time/day";

/** What was filled in, of a modal whose fields are named as their blocks. */
export type FormState = Pick<ViewOutput, "state" | "private_metadata">;

/** The one thing in a field: what was typed, or the day, time, option or person that was chosen; `null` for nothing. */
export function fieldValue({ state }: FormState, name: string): string | null {
  const held = state.values[name]?.[name];
  const one =
    held?.value ??
    held?.selected_date ??
    held?.selected_time ??
    held?.selected_user ??
    held?.selected_option?.value ??
    null;
  return one === "" ? null : one;
}

/** All options that were ticked in a field. */
export function checkedValues({ state }: FormState, name: string): readonly string[] {
  return (state.values[name]?.[name]?.selected_options ?? []).map(({ value }) => value);
}

/** The day in a field; `null` for nothing, or for what is no day. */
export function dayValue(form: FormState, name: string): Day | null {
  return parseDay(fieldValue(form, name) ?? "");
}

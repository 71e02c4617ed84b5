import type { ViewOutput } from "@slack/bolt";
import { type Day, parseDay } from "../../time/day";

/** The values of a submitted modal, whose fields have the names of their blocks. */
export type FormState = Pick<ViewOutput, "state" | "private_metadata">;

/** Reads a field: the text, or the day, time, option, person or channel that was chosen; `null` for an empty one. */
export function fieldValue({ state }: FormState, name: string): string | null {
  const held = state.values[name]?.[name];
  const one =
    held?.value ??
    held?.selected_date ??
    held?.selected_time ??
    held?.selected_user ??
    held?.selected_conversation ??
    held?.selected_option?.value ??
    null;
  return one === "" ? null : one;
}

/** Tells whether a form has a field at all, filled in or not. */
export function hasField({ state }: FormState, name: string): boolean {
  return state.values[name]?.[name] !== undefined;
}

/** Reads the options that are checked in a field. */
export function checkedValues({ state }: FormState, name: string): readonly string[] {
  return (state.values[name]?.[name]?.selected_options ?? []).map(({ value }) => value);
}

/** Reads the Slack ids of the people who are picked in a field; none where it is empty or was not shown. */
export function pickedPeople({ state }: FormState, name: string): readonly string[] {
  return state.values[name]?.[name]?.selected_users ?? [];
}

/** Reads the day in a field; `null` for none, or for a text that is no day. */
export function dayValue(form: FormState, name: string): Day | null {
  return parseDay(fieldValue(form, name) ?? "");
}

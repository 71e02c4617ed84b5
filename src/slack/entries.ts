import type { ViewOutput } from "@slack/bolt";
import { type Day, day } from "../metrics/day";

/** What was filled in, of a modal whose fields are named as their blocks. */
export type Filled = Pick<ViewOutput, "state" | "private_metadata">;

/** The one thing in a field: what was typed, or the day, time, option or person that was chosen; `null` for nothing. */
export function entry({ state }: Filled, name: string): string | null {
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
export function ticked({ state }: Filled, name: string): readonly string[] {
  return (state.values[name]?.[name]?.selected_options ?? []).map(({ value }) => value);
}

/** The day in a field; `null` for nothing, or for what is no day. */
export function dayEntry(filled: Filled, name: string): Day | null {
  try {
    return day(entry(filled, name) ?? "");
  } catch {
    return null;
  }
}

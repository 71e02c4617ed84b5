import { textOf } from "../../slack/json";
import type { Choice, choicesOf } from "./entry";

/** The options of a menu by the groups that they stand in; single ones have no label. */
export type ChoiceGroups = ReturnType<typeof choicesOf>;

/** The options whose words have what is typed, in any case; groups without any are left out. */
export function matching(groups: ChoiceGroups, typed: string): ChoiceGroups {
  const wanted = typed.trim().toLowerCase();
  const fits = ({ text }: Choice) => (textOf(text.text) ?? "").toLowerCase().includes(wanted);
  return groups
    .map(({ label, choices }) => ({ label, choices: choices.filter(fits) }))
    .filter(({ choices }) => choices.length > 0);
}

/** The options that are chosen, in the order in which they were. */
export function chosenOf(groups: ChoiceGroups, values: readonly string[]): readonly Choice[] {
  const all = groups.flatMap(({ choices }) => choices);
  return values.flatMap((value) => all.find((one) => one.value === value) ?? []);
}

/** The values with one more, or without it where it is among them. */
export function toggled(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

/** The place in a list that an arrow key, Home or End leads to; `null` for every other key. */
export function steppedTo(key: string, { at, count }: { readonly at: number; readonly count: number }): number | null {
  if (count === 0) return null;
  const places: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % count,
    ArrowUp: (at - 1 + count) % count,
    Home: 0,
    End: count - 1,
  };
  return places[key] ?? null;
}

import { type Json, jsonOf, objectsOf, textOf } from "../../slack/json";

/** What stands in a field: the text typed, the value or values chosen, `null` for nothing. */
export type Entry = string | readonly string[] | null;

/** What is entered: by block, then by action. */
export type Entries = Readonly<Record<string, Readonly<Record<string, Entry>>>>;

/** What a field holds, from Slack's own words about it: `{ selected_option: { value: "7d" } }` is `7d`. */
export function entryOf(value: unknown): Entry {
  const { type: _, ...held } = jsonOf(value);
  const [first] = Object.values(held);
  if (Array.isArray(first)) return first.map(single).filter((each) => each !== null);
  return single(first);
}

/** What an element begins with. */
export function initialEntry(element: Json): Entry {
  const initial = Object.entries(element).filter(([field]) => field.startsWith("initial_"));
  return entryOf(Object.fromEntries(initial));
}

/** One more entry among the others. */
export function withEntry(
  entries: Entries,
  { blockId, actionId, entry }: { readonly blockId: string; readonly actionId: string; readonly entry: Entry },
): Entries {
  return { ...entries, [blockId]: { ...entries[blockId], [actionId]: entry } };
}

/** An option as it is drawn. */
export interface Choice {
  readonly value: string;
  readonly text: Json;
  readonly description: Json | null;
}

/** The options of a menu, those of groups under their group's label; single ones under `null`. */
export function choicesOf(
  element: Json,
): readonly { readonly label: string | null; readonly choices: readonly Choice[] }[] {
  const groups = objectsOf(element.option_groups).map(({ label, options }) => ({
    label: textOf(jsonOf(label).text) ?? "",
    choices: objectsOf(options).map(choice),
  }));
  const single = objectsOf(element.options).map(choice);
  return [...(single.length > 0 ? [{ label: null, choices: single }] : []), ...groups];
}

function choice(option: Json): Choice {
  const described = option.description === undefined ? null : jsonOf(option.description);
  return { value: textOf(option.value) ?? "", text: jsonOf(option.text), description: described };
}

function single(held: unknown): string | null {
  if (typeof held === "string") return held;
  if (typeof held === "number") return String(held);
  return textOf(jsonOf(held).value) ?? null;
}

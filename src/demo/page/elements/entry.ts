import { type Json, jsonOf, objectsOf, textOf } from "../../slack/json";

/** The content of a field: the typed text, the chosen value or values, `null` for nothing. */
export type Entry = string | readonly string[] | null;

/** All entries, by block, then by action. */
export type Entries = Readonly<Record<string, Readonly<Record<string, Entry>>>>;

/** Reads an entry from Slack's state of a field: `{ selected_option: { value: "7d" } }` is `7d`. */
export function entryOf(value: unknown): Entry {
  const { type: _, ...held } = jsonOf(value);
  const [first] = Object.values(held);
  if (Array.isArray(first)) return first.map(single).filter((each) => each !== null);
  return single(first);
}

/** An element's initial entry. */
export function initialEntry(element: Json): Entry {
  const initial = Object.entries(element).filter(([field]) => field.startsWith("initial_"));
  return entryOf(Object.fromEntries(initial));
}

/** The entries with one more. */
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

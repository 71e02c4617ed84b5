import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { isJson, type Json, jsonOf, textOf } from "../../slack/json";
import { type Entries, type Entry, entryOf, initialEntry } from "../elements/entry";

/** What is entered into the fields of one message, Home or modal. */
export interface Fields {
  readonly entries: Entries;
  /** What the workspace holds of them, by block, then by action. */
  readonly values: Json;
  enter(entered: { readonly blockId: string; readonly actionId: string; readonly entry: Entry }): void;
}

const Context = createContext<Fields>({ entries: {}, values: {}, enter: () => {} });

export const FieldsProvider = Context.Provider;

/** Where an element stands. */
export interface FieldRef {
  readonly element: Json;
  readonly blockId: string;
}

/** What a field holds: what was entered here, else what the workspace has, else what it begins with. */
export function useField({ element, blockId }: FieldRef): readonly [Entry, (entry: Entry) => void] {
  const { entries, values, enter } = useContext(Context);
  const actionId = textOf(element.action_id) ?? "";
  const held = jsonOf(values[blockId])[actionId];
  const here = entries[blockId]?.[actionId];
  const initial = isJson(held) ? entryOf(held) : initialEntry(element);
  return [here === undefined ? initial : here, (entry) => enter({ blockId, actionId, entry })];
}

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { isJson, type Json, jsonOf, textOf } from "../../slack/json";
import { type Entries, type Entry, entryOf, initialEntry } from "../elements/entry";

/** The entries in the fields of one message, Home or modal. */
export interface Fields {
  readonly entries: Entries;
  /** The workspace's state of the fields, by block, then by action. */
  readonly values: Json;
  enter(entered: { readonly blockId: string; readonly actionId: string; readonly entry: Entry }): void;
}

const Context = createContext<Fields>({ entries: {}, values: {}, enter: () => {} });

export const FieldsProvider = Context.Provider;

/** An element and the block it is in. */
export interface FieldRef {
  readonly element: Json;
  readonly blockId: string;
}

/** A field's entry: the one made here, otherwise the workspace's, otherwise its initial one. */
export function useField({ element, blockId }: FieldRef): readonly [Entry, (entry: Entry) => void] {
  const { entries, values, enter } = useContext(Context);
  const actionId = textOf(element.action_id) ?? "";
  const held = jsonOf(values[blockId])[actionId];
  const here = entries[blockId]?.[actionId];
  const initial = isJson(held) ? entryOf(held) : initialEntry(element);
  return [here === undefined ? initial : here, (entry) => enter({ blockId, actionId, entry })];
}

import { isJson, type Json, jsonOf, listOf, objectsOf, textOf } from "../json";
import { optionsOf } from "../rules/options";

/** The values of the fields of a view or a message, by block, then by action. */
export interface Values {
  readonly [blockId: string]: { readonly [actionId: string]: Json };
}

/** What a person enters: the typed text, the chosen value or values, `null` for nothing. */
export type Entry = string | readonly string[] | null;

/** The field of an element's state that holds the entry, by element type. Other types have no state. */
const FIELDS: Readonly<Record<string, string>> = {
  plain_text_input: "value",
  number_input: "value",
  email_text_input: "value",
  url_text_input: "value",
  static_select: "selected_option",
  external_select: "selected_option",
  radio_buttons: "selected_option",
  checkboxes: "selected_options",
  multi_static_select: "selected_options",
  multi_external_select: "selected_options",
  users_select: "selected_user",
  multi_users_select: "selected_users",
  conversations_select: "selected_conversation",
  multi_conversations_select: "selected_conversations",
  channels_select: "selected_channel",
  multi_channels_select: "selected_channels",
  datepicker: "selected_date",
  timepicker: "selected_time",
  datetimepicker: "selected_date_time",
};

/** The elements of a block. */
export function elementsOf(block: Json): readonly Json[] {
  return [block.accessory, block.element, ...listOf(block.elements), ...listOf(block.actions)].filter(isJson);
}

/** The blocks that hold elements: in place of a container its blocks, in place of a carousel its cards. */
export function unfolded(blocks: readonly Json[]): readonly Json[] {
  return blocks.flatMap((block) => {
    if (block.type === "container") return unfolded(objectsOf(block.child_blocks));
    return block.type === "carousel" ? objectsOf(block.elements) : [block];
  });
}

/** The blocks as Slack stores them: each with a block_id, each interactive element with an action_id. */
export function withIds(blocks: readonly Json[], nextId: () => string): readonly Json[] {
  const named = (element: unknown): unknown => {
    const isInteractive = isJson(element) && (element.type === "button" || fieldOf(element) !== null);
    return isInteractive && element.action_id === undefined ? { ...element, action_id: nextId() } : element;
  };
  const inner = (block: Json): Json => {
    if (block.type === "container") return { child_blocks: withIds(objectsOf(block.child_blocks), nextId) };
    return block.type === "carousel" ? { elements: withIds(objectsOf(block.elements), nextId) } : {};
  };
  return blocks.map((block) => ({
    ...block,
    block_id: block.block_id ?? nextId(),
    ...(block.accessory === undefined ? {} : { accessory: named(block.accessory) }),
    ...(block.element === undefined ? {} : { element: named(block.element) }),
    ...(Array.isArray(block.elements) ? { elements: block.elements.map(named) } : {}),
    ...(Array.isArray(block.actions) ? { actions: block.actions.map(named) } : {}),
    ...inner(block),
  }));
}

/** The values of the fields: earlier entries into the same fields, otherwise their initial values. */
export function valuesOf(blocks: readonly Json[], entered: Values): Values {
  const values: Record<string, Record<string, Json>> = {};
  for (const block of unfolded(blocks)) {
    for (const element of elementsOf(block)) {
      const [blockId, actionId, field] = [textOf(block.block_id), textOf(element.action_id), fieldOf(element)];
      if (blockId === undefined || actionId === undefined || field === null) continue;
      const earlier = entered[blockId]?.[actionId];
      const same = earlier !== undefined && earlier.type === element.type;
      values[blockId] = { ...values[blockId], [actionId]: same ? earlier : initial(element, field) };
    }
  }
  return values;
}

/**
 * Slack's state of an element after this entry.
 *
 * @throws {Error} when the element does not offer what is entered.
 */
export function entered(element: Json, entry: Entry): Json {
  const field = element.type === "overflow" ? "selected_option" : fieldOf(element);
  if (field === null) throw new Error(`Nothing can be entered into ${String(element.type)}`);
  if (entry === null) return { type: element.type, [field]: field.endsWith("s") ? [] : null };
  if (field === "selected_options")
    return { type: element.type, [field]: listed(entry).map((each) => option(element, each)) };
  if (field === "selected_option") return { type: element.type, [field]: option(element, single(entry)) };
  if (field === "selected_date_time") return { type: element.type, [field]: Number(single(entry)) };
  return { type: element.type, [field]: field.endsWith("s") ? listed(entry) : single(entry) };
}

/** The element with that action_id, and its block. */
export function elementNamed(
  blocks: readonly Json[],
  { actionId, blockId }: { readonly actionId: string; readonly blockId?: string },
): { readonly block: Json; readonly element: Json } | undefined {
  for (const block of unfolded(blocks)) {
    const element = elementsOf(block).find((each) => each.action_id === actionId);
    if (element !== undefined && (blockId === undefined || block.block_id === blockId)) return { block, element };
  }
  return undefined;
}

/** Whether nothing was entered. */
export function isBlank(value: Json | undefined): boolean {
  const held = value === undefined ? null : Object.entries(value).find(([field]) => field !== "type")?.[1];
  return held === null || held === undefined || held === "" || (Array.isArray(held) && held.length === 0);
}

function fieldOf(element: Json): string | null {
  return FIELDS[String(element.type)] ?? null;
}

function initial(element: Json, field: string): Json {
  const initialValue = element[field.replace(/^selected_|^(?=value$)/, "initial_")];
  return { type: element.type, [field]: initialValue ?? (field.endsWith("s") ? [] : null) };
}

function option(element: Json, value: string): Json {
  const found = optionsOf(element).find((each) => each.value === value);
  if (found !== undefined) return found;
  if (String(element.type).includes("external")) return { text: { type: "plain_text", text: value }, value };
  const offered = optionsOf(element).map((each) => String(each.value));
  throw new Error(`${String(jsonOf(element).action_id)} does not offer ${value}, only ${offered.join(", ")}`);
}

function listed(entry: string | readonly string[]): readonly string[] {
  return typeof entry === "string" ? [entry] : entry;
}

function single(entry: string | readonly string[]): string {
  return typeof entry === "string" ? entry : (entry[0] ?? "");
}

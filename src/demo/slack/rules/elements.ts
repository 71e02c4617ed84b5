import { isJson, type Json } from "../json";
import { checkKeys, checkString, checkText, type Note, type Surface } from "./check";
import { checkButton, checkConfirm, checkForm, checkImage, checkNumberInput, checkPlainInput } from "./element-checks";
import { LIMITS } from "./limits";
import { checkOptions } from "./options";

/** Where an element stands: in an actions block, beside a section, in an input, or in a context line. */
export type Seat = "actions" | "section" | "input" | "context" | "context_actions";

interface ElementRule {
  readonly seats: readonly Seat[];
  readonly surfaces?: readonly Surface[];
  readonly keys: readonly string[];
  check?(note: Note, place: string, element: Json): void;
}

const ANYWHERE: readonly Seat[] = ["actions", "section", "input"];
const MENU = ["placeholder", "confirm", "focus_on_load"];
const INPUT = ["placeholder", "initial_value", "dispatch_action_config", "focus_on_load"];

/** Every element that is known, where it may stand, and its own limits. */
const ELEMENTS: Readonly<Record<string, ElementRule>> = {
  button: {
    seats: ["actions", "section"],
    keys: ["text", "url", "value", "style", "confirm", "accessibility_label"],
    check: checkButton,
  },
  static_select: {
    seats: ANYWHERE,
    keys: [...MENU, "options", "option_groups", "initial_option"],
    check: (note, place, it) => checkOptions(note, place, it, { max: LIMITS.options, groups: true, plain: true }),
  },
  multi_static_select: {
    seats: ["section", "input"],
    keys: [...MENU, "options", "option_groups", "initial_options", "max_selected_items"],
    check: (note, place, it) => checkOptions(note, place, it, { max: LIMITS.options, groups: true, plain: true }),
  },
  external_select: { seats: ANYWHERE, keys: [...MENU, "initial_option", "min_query_length"] },
  multi_external_select: {
    seats: ["section", "input"],
    keys: [...MENU, "initial_options", "min_query_length", "max_selected_items"],
  },
  users_select: { seats: ANYWHERE, keys: [...MENU, "initial_user"] },
  multi_users_select: { seats: ["section", "input"], keys: [...MENU, "initial_users", "max_selected_items"] },
  conversations_select: {
    seats: ANYWHERE,
    keys: [...MENU, "initial_conversation", "default_to_current_conversation", "response_url_enabled", "filter"],
  },
  multi_conversations_select: {
    seats: ["section", "input"],
    keys: [...MENU, "initial_conversations", "default_to_current_conversation", "max_selected_items", "filter"],
  },
  channels_select: { seats: ANYWHERE, keys: [...MENU, "initial_channel", "response_url_enabled"] },
  multi_channels_select: { seats: ["section", "input"], keys: [...MENU, "initial_channels", "max_selected_items"] },
  overflow: {
    seats: ["actions", "section"],
    keys: ["options", "confirm"],
    check: (note, place, it) => checkOptions(note, place, it, { max: LIMITS.overflowOptions, plain: true }),
  },
  radio_buttons: {
    seats: ANYWHERE,
    keys: ["options", "initial_option", "confirm", "focus_on_load"],
    check: (note, place, it) => checkOptions(note, place, it, { max: LIMITS.choices, plain: false }),
  },
  checkboxes: {
    seats: ANYWHERE,
    keys: ["options", "initial_options", "confirm", "focus_on_load"],
    check: (note, place, it) => checkOptions(note, place, it, { max: LIMITS.choices, plain: false }),
  },
  datepicker: {
    seats: ANYWHERE,
    keys: [...MENU, "initial_date"],
    check: checkForm("initial_date", /^\d{4}-\d\d-\d\d$/),
  },
  timepicker: {
    seats: ANYWHERE,
    keys: [...MENU, "initial_time", "timezone"],
    check: checkForm("initial_time", /^([01]\d|2[0-3]):[0-5]\d$/),
  },
  datetimepicker: {
    seats: ["actions", "input"],
    surfaces: ["message", "modal"],
    keys: ["initial_date_time", "confirm", "focus_on_load"],
  },
  plain_text_input: {
    seats: ["input"],
    keys: [...INPUT, "multiline", "min_length", "max_length"],
    check: checkPlainInput,
  },
  number_input: {
    seats: ["input"],
    surfaces: ["modal"],
    keys: [...INPUT, "is_decimal_allowed", "min_value", "max_value"],
    check: checkNumberInput,
  },
  email_text_input: { seats: ["input"], surfaces: ["modal"], keys: INPUT },
  url_text_input: { seats: ["input"], surfaces: ["modal"], keys: INPUT },
  file_input: { seats: ["input"], surfaces: ["modal"], keys: ["filetypes", "max_files"] },
  rich_text_input: { seats: ["input"], surfaces: ["modal", "home"], keys: INPUT },
  workflow_button: {
    seats: ["actions", "section"],
    surfaces: ["message"],
    keys: ["text", "workflow", "style", "accessibility_label"],
  },
  feedback_buttons: { seats: ["context_actions"], surfaces: ["message"], keys: ["positive_button", "negative_button"] },
  icon_button: {
    seats: ["context_actions"],
    surfaces: ["message"],
    keys: ["icon", "text", "value", "confirm", "accessibility_label", "visible_to_user_ids"],
  },
};

/** One element in its seat: known, allowed there and on the surface, within its limits. */
export function checkElement(
  note: Note,
  place: string,
  element: unknown,
  where: { readonly seat: Seat; readonly surface: Surface },
): void {
  if (!isJson(element)) {
    note(place, "must be an object");
    return;
  }
  if (element.type === "image" && (where.seat === "context" || where.seat === "section")) {
    checkImage(note, place, element);
    return;
  }
  if (where.seat === "context") {
    checkText(note, place, element, { max: LIMITS.sectionText });
    return;
  }
  const rule = typeof element.type === "string" ? ELEMENTS[element.type] : undefined;
  if (rule === undefined) {
    note(place, `unsupported type: ${String(element.type)}`);
    return;
  }
  if (!rule.seats.includes(where.seat)) note(place, `${String(element.type)} is not allowed in ${where.seat}`);
  if (rule.surfaces !== undefined && !rule.surfaces.includes(where.surface)) {
    note(place, `${String(element.type)} is not allowed in ${where.surface}`);
  }
  checkKeys(note, place, element, ["type", "action_id", ...rule.keys]);
  if (element.action_id !== undefined)
    checkString(note, `${place}/action_id`, element.action_id, { min: 1, max: LIMITS.id });
  if (element.placeholder !== undefined) {
    checkText(note, `${place}/placeholder`, element.placeholder, { max: LIMITS.placeholder, plain: true });
  }
  if (element.confirm !== undefined) checkConfirm(note, `${place}/confirm`, element.confirm);
  rule.check?.(note, place, element);
}

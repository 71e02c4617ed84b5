import { isJson, type Json } from "../json";
import { checkKeys, checkString, checkText, type ReportFault, type Surface } from "./check";
import {
  checkButton,
  checkConfirm,
  checkFormat,
  checkImage,
  checkNumberInput,
  checkPlainInput,
} from "./element-checks";
import { LIMITS } from "./limits";
import { checkOptions } from "./options";

/** The block that an element is in; in a section it is the accessory. */
export type ParentBlock = "actions" | "section" | "input" | "context" | "context_actions";

interface ElementRule {
  readonly parents: readonly ParentBlock[];
  readonly surfaces?: readonly Surface[];
  readonly keys: readonly string[];
  check?(report: ReportFault, pointer: string, element: Json): void;
}

const ANYWHERE: readonly ParentBlock[] = ["actions", "section", "input"];
const MENU = ["placeholder", "confirm", "focus_on_load"];
const INPUT = ["placeholder", "initial_value", "dispatch_action_config", "focus_on_load"];

/** All known elements, the blocks they may be in, and their own limits. */
const ELEMENTS: Readonly<Record<string, ElementRule>> = {
  button: {
    parents: ["actions", "section"],
    keys: ["text", "url", "value", "style", "confirm", "accessibility_label"],
    check: checkButton,
  },
  static_select: {
    parents: ANYWHERE,
    keys: [...MENU, "options", "option_groups", "initial_option"],
    check: (report, pointer, it) =>
      checkOptions(report, pointer, it, { max: LIMITS.options, groups: true, plain: true }),
  },
  multi_static_select: {
    parents: ["section", "input"],
    keys: [...MENU, "options", "option_groups", "initial_options", "max_selected_items"],
    check: (report, pointer, it) =>
      checkOptions(report, pointer, it, { max: LIMITS.options, groups: true, plain: true }),
  },
  external_select: { parents: ANYWHERE, keys: [...MENU, "initial_option", "min_query_length"] },
  multi_external_select: {
    parents: ["section", "input"],
    keys: [...MENU, "initial_options", "min_query_length", "max_selected_items"],
  },
  users_select: { parents: ANYWHERE, keys: [...MENU, "initial_user"] },
  multi_users_select: { parents: ["section", "input"], keys: [...MENU, "initial_users", "max_selected_items"] },
  conversations_select: {
    parents: ANYWHERE,
    keys: [...MENU, "initial_conversation", "default_to_current_conversation", "response_url_enabled", "filter"],
  },
  multi_conversations_select: {
    parents: ["section", "input"],
    keys: [...MENU, "initial_conversations", "default_to_current_conversation", "max_selected_items", "filter"],
  },
  channels_select: { parents: ANYWHERE, keys: [...MENU, "initial_channel", "response_url_enabled"] },
  multi_channels_select: { parents: ["section", "input"], keys: [...MENU, "initial_channels", "max_selected_items"] },
  overflow: {
    parents: ["actions", "section"],
    keys: ["options", "confirm"],
    check: (report, pointer, it) => checkOptions(report, pointer, it, { max: LIMITS.overflowOptions, plain: true }),
  },
  radio_buttons: {
    parents: ANYWHERE,
    keys: ["options", "initial_option", "confirm", "focus_on_load"],
    check: (report, pointer, it) => checkOptions(report, pointer, it, { max: LIMITS.choices, plain: false }),
  },
  checkboxes: {
    parents: ANYWHERE,
    keys: ["options", "initial_options", "confirm", "focus_on_load"],
    check: (report, pointer, it) => checkOptions(report, pointer, it, { max: LIMITS.choices, plain: false }),
  },
  datepicker: {
    parents: ANYWHERE,
    keys: [...MENU, "initial_date"],
    check: checkFormat("initial_date", /^\d{4}-\d\d-\d\d$/),
  },
  timepicker: {
    parents: ANYWHERE,
    keys: [...MENU, "initial_time", "timezone"],
    check: checkFormat("initial_time", /^([01]\d|2[0-3]):[0-5]\d$/),
  },
  datetimepicker: {
    parents: ["actions", "input"],
    surfaces: ["message", "modal"],
    keys: ["initial_date_time", "confirm", "focus_on_load"],
  },
  plain_text_input: {
    parents: ["input"],
    keys: [...INPUT, "multiline", "min_length", "max_length"],
    check: checkPlainInput,
  },
  number_input: {
    parents: ["input"],
    surfaces: ["modal"],
    keys: [...INPUT, "is_decimal_allowed", "min_value", "max_value"],
    check: checkNumberInput,
  },
  email_text_input: { parents: ["input"], surfaces: ["modal"], keys: INPUT },
  url_text_input: { parents: ["input"], surfaces: ["modal"], keys: INPUT },
  file_input: { parents: ["input"], surfaces: ["modal"], keys: ["filetypes", "max_files"] },
  rich_text_input: { parents: ["input"], surfaces: ["modal", "home"], keys: INPUT },
  workflow_button: {
    parents: ["actions", "section"],
    surfaces: ["message"],
    keys: ["text", "workflow", "style", "accessibility_label"],
  },
  feedback_buttons: {
    parents: ["context_actions"],
    surfaces: ["message"],
    keys: ["positive_button", "negative_button"],
  },
  icon_button: {
    parents: ["context_actions"],
    surfaces: ["message"],
    keys: ["icon", "text", "value", "confirm", "accessibility_label", "visible_to_user_ids"],
  },
};

/** Checks that an element is known, allowed in its block and on the surface, and within its limits. */
export function checkElement(
  report: ReportFault,
  pointer: string,
  element: unknown,
  where: { readonly parent: ParentBlock; readonly surface: Surface },
): void {
  if (!isJson(element)) {
    report(pointer, "must be an object");
    return;
  }
  if (element.type === "image" && (where.parent === "context" || where.parent === "section")) {
    checkImage(report, pointer, element);
    return;
  }
  if (where.parent === "context") {
    checkText(report, pointer, element, { max: LIMITS.sectionText });
    return;
  }
  const rule = typeof element.type === "string" ? ELEMENTS[element.type] : undefined;
  if (rule === undefined) {
    report(pointer, `unsupported type: ${String(element.type)}`);
    return;
  }
  if (!rule.parents.includes(where.parent))
    report(pointer, `${String(element.type)} is not allowed in ${where.parent}`);
  if (rule.surfaces !== undefined && !rule.surfaces.includes(where.surface)) {
    report(pointer, `${String(element.type)} is not allowed in ${where.surface}`);
  }
  checkKeys(report, pointer, element, ["type", "action_id", ...rule.keys]);
  if (element.action_id !== undefined)
    checkString(report, `${pointer}/action_id`, element.action_id, { min: 1, max: LIMITS.id });
  if (element.accessibility_label !== undefined) {
    const spoken = `${pointer}/accessibility_label`;
    checkString(report, spoken, element.accessibility_label, { min: 1, max: LIMITS.accessibilityLabel });
  }
  if (element.placeholder !== undefined) {
    checkText(report, `${pointer}/placeholder`, element.placeholder, { max: LIMITS.placeholder, plain: true });
  }
  if (element.confirm !== undefined) checkConfirm(report, `${pointer}/confirm`, element.confirm);
  rule.check?.(report, pointer, element);
}

import { isJson, type Json, listOf } from "../json";
import { checkEach, checkKeys, checkString, checkText, type ReportFault } from "./check";
import { LIMITS } from "./limits";

/** Checks the options of a menu or of choices, single or in groups, and the initial choice. */
export function checkOptions(
  report: ReportFault,
  pointer: string,
  element: Json,
  rule: { readonly max: number; readonly groups?: boolean; readonly plain: boolean },
): void {
  if (element.option_groups !== undefined && rule.groups === true) {
    if (element.options !== undefined) report(pointer, "takes options or option_groups, not both");
    const groups = { of: element.option_groups, max: LIMITS.optionGroups };
    checkEach(report, `${pointer}/option_groups`, groups, (itemPointer, group) => {
      checkText(report, `${itemPointer}/label`, group.label, { max: LIMITS.optionText, plain: true });
      checkMenu(report, `${itemPointer}/options`, group.options, rule);
    });
  } else {
    checkMenu(report, `${pointer}/options`, element.options, rule);
  }
  checkInitial(report, pointer, element);
}

/** All options of a menu, in groups or not. */
export function optionsOf(element: Json): readonly Json[] {
  const grouped = listOf(element.option_groups).flatMap((group) => (isJson(group) ? listOf(group.options) : []));
  return [...listOf(element.options), ...grouped].filter(isJson);
}

function checkMenu(
  report: ReportFault,
  pointer: string,
  options: unknown,
  rule: { readonly max: number; readonly plain: boolean },
): void {
  const seen = new Set<unknown>();
  checkEach(report, pointer, { of: options, max: rule.max }, (itemPointer, option) => {
    checkKeys(report, itemPointer, option, ["text", "value", "description", "url"]);
    checkText(report, `${itemPointer}/text`, option.text, { max: LIMITS.optionText, plain: rule.plain });
    checkString(report, `${itemPointer}/value`, option.value, { min: 1, max: LIMITS.optionValue });
    if (option.description !== undefined) {
      checkText(report, `${itemPointer}/description`, option.description, {
        max: LIMITS.optionDescription,
        plain: rule.plain,
      });
    }
    if (option.url !== undefined) checkString(report, `${itemPointer}/url`, option.url, { max: LIMITS.optionUrl });
    if (seen.has(option.value)) report(itemPointer, "has the value of an earlier option");
    seen.add(option.value);
  });
}

/** Checks that the initial choice equals one of the options exactly, as Slack requires. */
function checkInitial(report: ReportFault, pointer: string, element: Json): void {
  const known = new Set(optionsOf(element).map(textAndValue));
  const single = element.initial_option === undefined ? [] : [element.initial_option];
  for (const option of [...single, ...listOf(element.initial_options)]) {
    if (!isJson(option) || !known.has(textAndValue(option))) report(pointer, "initial_option is none of the options");
  }
  if (element.initial_options !== undefined && listOf(element.initial_options).length === 0) {
    report(`${pointer}/initial_options`, "no fewer than 1 items allowed");
  }
}

function textAndValue(option: Json): string {
  return JSON.stringify([isJson(option.text) ? [option.text.type, option.text.text] : null, option.value]);
}

import { isJson, type Json, listOf } from "../json";
import { checkEach, checkKeys, checkString, checkText, type Note } from "./check";
import { LIMITS } from "./limits";

/** The options of a menu or of choices, single or in groups, and what is chosen to begin with. */
export function checkOptions(
  note: Note,
  place: string,
  element: Json,
  rule: { readonly max: number; readonly groups?: boolean; readonly plain: boolean },
): void {
  if (element.option_groups !== undefined && rule.groups === true) {
    if (element.options !== undefined) note(place, "takes options or option_groups, not both");
    const groups = { of: element.option_groups, max: LIMITS.optionGroups };
    checkEach(note, `${place}/option_groups`, groups, (here, group) => {
      checkText(note, `${here}/label`, group.label, { max: LIMITS.optionText, plain: true });
      checkMenu(note, `${here}/options`, group.options, rule);
    });
  } else {
    checkMenu(note, `${place}/options`, element.options, rule);
  }
  checkInitial(note, place, element);
}

/** Every option a menu offers, whether in groups or not. */
export function optionsOf(element: Json): readonly Json[] {
  const grouped = listOf(element.option_groups).flatMap((group) => (isJson(group) ? listOf(group.options) : []));
  return [...listOf(element.options), ...grouped].filter(isJson);
}

function checkMenu(
  note: Note,
  place: string,
  options: unknown,
  rule: { readonly max: number; readonly plain: boolean },
): void {
  const seen = new Set<unknown>();
  checkEach(note, place, { of: options, max: rule.max }, (here, option) => {
    checkKeys(note, here, option, ["text", "value", "description", "url"]);
    checkText(note, `${here}/text`, option.text, { max: LIMITS.optionText, plain: rule.plain });
    checkString(note, `${here}/value`, option.value, { min: 1, max: LIMITS.optionValue });
    if (option.description !== undefined) {
      checkText(note, `${here}/description`, option.description, { max: LIMITS.optionDescription, plain: rule.plain });
    }
    if (option.url !== undefined) checkString(note, `${here}/url`, option.url, { max: LIMITS.optionUrl });
    if (seen.has(option.value)) note(here, "has the value of an earlier option");
    seen.add(option.value);
  });
}

/** Slack wants what is chosen to begin with to be one of the options to the letter. */
function checkInitial(note: Note, place: string, element: Json): void {
  const known = new Set(optionsOf(element).map(textAndValue));
  const single = element.initial_option === undefined ? [] : [element.initial_option];
  for (const option of [...single, ...listOf(element.initial_options)]) {
    if (!isJson(option) || !known.has(textAndValue(option))) note(place, "initial_option is none of the options");
  }
  if (element.initial_options !== undefined && listOf(element.initial_options).length === 0) {
    note(`${place}/initial_options`, "no fewer than 1 items allowed");
  }
}

function textAndValue(option: Json): string {
  return JSON.stringify([isJson(option.text) ? [option.text.type, option.text.text] : null, option.value]);
}

import { isJson, type Json } from "../json";
import { checkKeys, checkString, checkText, type ReportFault } from "./check";
import { LIMITS } from "./limits";

/** Checks an image, as a block or as an element: a URL or a Slack file, and an alternative text. */
export function checkImage(report: ReportFault, pointer: string, image: Json): void {
  if ((image.image_url === undefined) === (image.slack_file === undefined)) {
    report(pointer, "takes image_url or slack_file");
  }
  if (image.image_url !== undefined)
    checkString(report, `${pointer}/image_url`, image.image_url, { min: 1, max: LIMITS.url });
  checkString(report, `${pointer}/alt_text`, image.alt_text, { min: 1, max: LIMITS.imageAlt });
}

/** Checks a button's text, value, URL and style. */
export function checkButton(report: ReportFault, pointer: string, button: Json): void {
  checkText(report, `${pointer}/text`, button.text, { max: LIMITS.buttonText, plain: true });
  if (button.value !== undefined) checkString(report, `${pointer}/value`, button.value, { max: LIMITS.buttonValue });
  if (button.url !== undefined) checkString(report, `${pointer}/url`, button.url, { max: LIMITS.url });
  checkStyle(report, pointer, button);
}

/** Checks the confirmation dialog of an action. */
export function checkConfirm(report: ReportFault, pointer: string, confirm: unknown): void {
  if (!isJson(confirm)) {
    report(pointer, "must be an object");
    return;
  }
  checkKeys(report, pointer, confirm, ["title", "text", "confirm", "deny", "style"]);
  checkText(report, `${pointer}/title`, confirm.title, { max: LIMITS.confirmTitle, plain: true });
  checkText(report, `${pointer}/text`, confirm.text, { max: LIMITS.confirmText });
  checkText(report, `${pointer}/confirm`, confirm.confirm, { max: LIMITS.confirmButton, plain: true });
  checkText(report, `${pointer}/deny`, confirm.deny, { max: LIMITS.confirmButton, plain: true });
  checkStyle(report, pointer, confirm);
}

function checkStyle(report: ReportFault, pointer: string, it: Json): void {
  if (it.style !== undefined && it.style !== "primary" && it.style !== "danger") {
    report(`${pointer}/style`, "must be primary or danger");
  }
}

/** Checks a text field's lengths. */
export function checkPlainInput(report: ReportFault, pointer: string, input: Json): void {
  for (const field of ["min_length", "max_length"]) {
    const length = input[field];
    if (length !== undefined && !(typeof length === "number" && length >= 0 && length <= LIMITS.inputText)) {
      report(`${pointer}/${field}`, `must be a number from 0 to ${LIMITS.inputText}`);
    }
  }
  if (input.initial_value !== undefined) {
    checkString(report, `${pointer}/initial_value`, input.initial_value, { max: LIMITS.inputText });
  }
}

/** Checks a number field, whose numbers Slack wants as strings. */
export function checkNumberInput(report: ReportFault, pointer: string, input: Json): void {
  if (typeof input.is_decimal_allowed !== "boolean") report(`${pointer}/is_decimal_allowed`, "must be a boolean");
  for (const field of ["min_value", "max_value", "initial_value"]) {
    const value = input[field];
    if (value !== undefined && !(typeof value === "string" && value !== "" && Number.isFinite(Number(value)))) {
      report(`${pointer}/${field}`, "must be a number as a string");
    }
  }
}

/** Makes a check that a field, if present, has this format. */
export function checkFormat(
  field: string,
  format: RegExp,
): (report: ReportFault, pointer: string, element: Json) => void {
  return (report, pointer, element) => {
    const value = element[field];
    if (value !== undefined && !(typeof value === "string" && format.test(value))) {
      report(`${pointer}/${field}`, "has the wrong form");
    }
  };
}

import { isJson, type Json } from "../json";
import { checkKeys, checkString, checkText, type Note } from "./check";
import { LIMITS } from "./limits";

/** An image, as a block or as an element: a web address or a file of Slack's, and words for those who do not see it. */
export function checkImage(note: Note, place: string, image: Json): void {
  if ((image.image_url === undefined) === (image.slack_file === undefined)) {
    note(place, "takes image_url or slack_file");
  }
  if (image.image_url !== undefined)
    checkString(note, `${place}/image_url`, image.image_url, { min: 1, max: LIMITS.url });
  checkString(note, `${place}/alt_text`, image.alt_text, { min: 1, max: LIMITS.imageAlt });
}

/** A button's text, value, address and colour. */
export function checkButton(note: Note, place: string, button: Json): void {
  checkText(note, `${place}/text`, button.text, { max: LIMITS.buttonText, plain: true });
  if (button.value !== undefined) checkString(note, `${place}/value`, button.value, { max: LIMITS.buttonValue });
  if (button.url !== undefined) checkString(note, `${place}/url`, button.url, { max: LIMITS.url });
  checkStyle(note, place, button);
}

/** The question asked before an action counts. */
export function checkConfirm(note: Note, place: string, confirm: unknown): void {
  if (!isJson(confirm)) {
    note(place, "must be an object");
    return;
  }
  checkKeys(note, place, confirm, ["title", "text", "confirm", "deny", "style"]);
  checkText(note, `${place}/title`, confirm.title, { max: LIMITS.confirmTitle, plain: true });
  checkText(note, `${place}/text`, confirm.text, { max: LIMITS.confirmText });
  checkText(note, `${place}/confirm`, confirm.confirm, { max: LIMITS.confirmButton, plain: true });
  checkText(note, `${place}/deny`, confirm.deny, { max: LIMITS.confirmButton, plain: true });
  checkStyle(note, place, confirm);
}

function checkStyle(note: Note, place: string, it: Json): void {
  if (it.style !== undefined && it.style !== "primary" && it.style !== "danger") {
    note(`${place}/style`, "must be primary or danger");
  }
}

/** A text field's lengths. */
export function checkPlainInput(note: Note, place: string, input: Json): void {
  for (const field of ["min_length", "max_length"]) {
    const length = input[field];
    if (length !== undefined && !(typeof length === "number" && length >= 0 && length <= LIMITS.inputText)) {
      note(`${place}/${field}`, `must be a number from 0 to ${LIMITS.inputText}`);
    }
  }
  if (input.initial_value !== undefined) {
    checkString(note, `${place}/initial_value`, input.initial_value, { max: LIMITS.inputText });
  }
}

/** A number field, whose numbers Slack wants as strings. */
export function checkNumberInput(note: Note, place: string, input: Json): void {
  if (typeof input.is_decimal_allowed !== "boolean") note(`${place}/is_decimal_allowed`, "must be a boolean");
  for (const field of ["min_value", "max_value", "initial_value"]) {
    const value = input[field];
    if (value !== undefined && !(typeof value === "string" && value !== "" && Number.isFinite(Number(value)))) {
      note(`${place}/${field}`, "must be a number as a string");
    }
  }
}

/** A field that must be written in a certain way when it is there. */
export function checkForm(field: string, form: RegExp): (note: Note, place: string, element: Json) => void {
  return (note, place, element) => {
    const value = element[field];
    if (value !== undefined && !(typeof value === "string" && form.test(value))) {
      note(`${place}/${field}`, "has the wrong form");
    }
  };
}

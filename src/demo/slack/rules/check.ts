import { isJson, type Json } from "../json";

/** Where blocks are shown. */
export type Surface = "message" | "modal" | "home";

/** Notes one fault of the thing at a place, which is written as a JSON pointer. */
export type Note = (place: string, fault: string) => void;

/** A text object: present, of a kind that is allowed there, with a length Slack takes. */
export function checkText(
  note: Note,
  place: string,
  value: unknown,
  rule: { readonly max: number; readonly plain?: boolean },
): void {
  if (!isJson(value)) {
    note(place, "must be a text object");
    return;
  }
  if (value.type !== "plain_text" && (rule.plain === true || value.type !== "mrkdwn")) {
    note(place, rule.plain === true ? "must be of type plain_text" : "must be of type mrkdwn or plain_text");
  }
  checkKeys(note, place, value, ["type", "text", value.type === "mrkdwn" ? "verbatim" : "emoji"]);
  checkString(note, `${place}/text`, value.text, { min: 1, max: rule.max });
}

/** A plain string with a length Slack takes. */
export function checkString(
  note: Note,
  place: string,
  value: unknown,
  rule: { readonly min?: number; readonly max: number },
): void {
  if (typeof value !== "string") {
    note(place, "must be a string");
    return;
  }
  if (value.length < (rule.min ?? 0)) note(place, `must be more than ${(rule.min ?? 0) - 1} characters`);
  if (value.length > rule.max) note(place, `must be less than ${rule.max + 1} characters`);
}

/** A list with a size Slack takes, and each of its objects; a member that is no object is a fault. */
export function checkEach(
  note: Note,
  place: string,
  list: { readonly of: unknown; readonly min?: number; readonly max: number },
  each: (place: string, member: Json) => void,
): void {
  const { of: members, min = 1, max } = list;
  if (!Array.isArray(members)) {
    note(place, "must be an array");
    return;
  }
  if (members.length < min) note(place, `no fewer than ${min} items allowed`);
  if (members.length > max) note(place, `no more than ${max} items allowed`);
  for (const [at, member] of members.entries()) {
    if (isJson(member)) each(`${place}/${at}`, member);
    else note(`${place}/${at}`, "must be an object");
  }
}

/** Fields that Slack does not know in that place are refused as the wrong ones are. */
export function checkKeys(note: Note, place: string, value: Json, known: readonly string[]): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) note(place, `invalid additional property: ${key}`);
  }
}

import { isJson, type Json } from "../json";

/** A place that shows blocks. */
export type Surface = "message" | "modal" | "home";

/** Reports a fault at a JSON pointer. */
export type ReportFault = (pointer: string, fault: string) => void;

/** Checks a text object: present, of an allowed type, with an allowed length. */
export function checkText(
  report: ReportFault,
  pointer: string,
  value: unknown,
  rule: { readonly max: number; readonly plain?: boolean },
): void {
  if (!isJson(value)) {
    report(pointer, "must be a text object");
    return;
  }
  if (value.type !== "plain_text" && (rule.plain === true || value.type !== "mrkdwn")) {
    report(pointer, rule.plain === true ? "must be of type plain_text" : "must be of type mrkdwn or plain_text");
  }
  checkKeys(report, pointer, value, ["type", "text", value.type === "mrkdwn" ? "verbatim" : "emoji"]);
  checkString(report, `${pointer}/text`, value.text, { min: 1, max: rule.max });
}

/** Checks a string and its length. */
export function checkString(
  report: ReportFault,
  pointer: string,
  value: unknown,
  rule: { readonly min?: number; readonly max: number },
): void {
  if (typeof value !== "string") {
    report(pointer, "must be a string");
    return;
  }
  if (value.length < (rule.min ?? 0)) report(pointer, `must be more than ${(rule.min ?? 0) - 1} characters`);
  if (value.length > rule.max) report(pointer, `must be less than ${rule.max + 1} characters`);
}

/** Checks a list's size and each of its objects; a member that is not an object is a fault. */
export function checkEach(
  report: ReportFault,
  pointer: string,
  list: { readonly of: unknown; readonly min?: number; readonly max: number },
  each: (pointer: string, member: Json) => void,
): void {
  const { of: members, min = 1, max } = list;
  if (!Array.isArray(members)) {
    report(pointer, "must be an array");
    return;
  }
  if (members.length < min) report(pointer, `no fewer than ${min} items allowed`);
  if (members.length > max) report(pointer, `no more than ${max} items allowed`);
  for (const [at, member] of members.entries()) {
    if (isJson(member)) each(`${pointer}/${at}`, member);
    else report(`${pointer}/${at}`, "must be an object");
  }
}

/** Reports fields that Slack does not know there, which it refuses. */
export function checkKeys(report: ReportFault, pointer: string, value: Json, known: readonly string[]): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) report(pointer, `invalid additional property: ${key}`);
  }
}

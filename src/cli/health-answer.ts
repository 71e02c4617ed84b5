import type { AddressAnswer } from "../doctor/serving-findings";

/** What came back from an address: a text, or why there was none. */
export type Answer =
  | { readonly kind: "answered"; readonly status: number; readonly text: string }
  | { readonly kind: "none"; readonly code: string };

/** The path at which Paceline tells its health. */
export const HEALTH = "/healthz";
const TRY_MS = 5_000;

/** Asks an address, for five seconds at most; never throws. */
export async function answerOf(url: string): Promise<Answer> {
  try {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(TRY_MS) });
    return { kind: "answered", status: response.status, text: (await response.text()).trim() };
  } catch (error) {
    return { kind: "none", code: reasonOf(error) };
  }
}

/** Tells whether a running Paceline's health is what came back. */
export function isPaceline(answer: Answer): boolean {
  return answer.kind === "answered" && /^\{\s*"status":\s*"ok"\s*\}$/.test(answer.text);
}

/** Asks who answers at an address without a path. */
export async function whoAnswers(url: string): Promise<AddressAnswer> {
  const answer = await answerOf(`${url}${HEALTH}`);
  if (isPaceline(answer)) return { kind: "paceline" };
  return answer.kind === "none" ? answer : { kind: "other", status: answer.status };
}

/** `ENOTFOUND` of what caused a failed fetch. */
function reasonOf(error: unknown): string {
  const cause = fieldOf(error, "cause");
  const code = fieldOf(cause, "code");
  return typeof code === "string" ? code : "no answer";
}

/** Reads a field of what may be no object. */
export function fieldOf(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, field) : undefined;
}

import type { Tried } from "../../answer";
import { SourceError } from "../../source-error";

type Answer = Extract<Tried, { kind: "answer" }>;

/** Marks the refusal of a session's token, which a new login mends. */
export const EXPIRED = new Error("The session has expired");

/** What Fishbowl's refusals mean, in the order an admin would meet them; `null` for all others. */
export function loginFault({ status, headers, text }: Answer, path: string): SourceError | null {
  if (path === "/login" && (status === 401 || status === 403)) {
    return new SourceError("fishbowl", "credentials", refusal({ status, headers, text }));
  }
  if (path === "/data-query" && status === 401) {
    const message = "Fishbowl ended the session (401) twice: it is tried again at the next sync";
    return new SourceError("fishbowl", "credentials", message, { cause: EXPIRED });
  }
  if (path !== "/data-query" || status !== 403) return null;
  const message = "Fishbowl user may not query data (403): an admin must give it view access to the Data module";
  return new SourceError("fishbowl", "credentials", message, { status });
}

function refusal({ status, headers, text }: Omit<Answer, "kind">): string {
  if (/required/i.test(headers.mfa ?? "")) {
    return "Fishbowl asks for a second factor (MFA) at login: set FISHBOWL_USERNAME to a user without one";
  }
  if (/approv/i.test(text)) {
    return "Fishbowl has not approved Paceline yet: an admin approves it in Fishbowl under Integrated Apps, once";
  }
  return (
    `Fishbowl login refused (${status}): an admin must check FISHBOWL_USERNAME and FISHBOWL_PASSWORD, and that ` +
    "Paceline is approved in Fishbowl under Integrated Apps"
  );
}

/** Slack's answer to a post, as far as one came. */
export type PostAnswer =
  | { readonly kind: "accepted"; readonly channel: string; readonly ts: string }
  /** `ok: false` with this error. */
  | { readonly kind: "refused"; readonly error: string }
  /** HTTP 429; seconds as Slack asked for them, within bounds. */
  | { readonly kind: "limited"; readonly seconds: number }
  /** Any other status but 200. */
  | { readonly kind: "status"; readonly status: number }
  /** No connection came to be, so nothing was sent. */
  | { readonly kind: "unconnected"; readonly detail: string }
  /** It was sent, and no answer came that can be read. */
  | { readonly kind: "lost"; readonly detail: string };

/** The outcome of a post for its message. */
export type PostOutcome =
  | { readonly kind: "sent"; readonly channel: string; readonly ts: string }
  /** Not posted, and no process posts anything for so long. */
  | { readonly kind: "limited"; readonly waitMs: number }
  /** Not posted, and the same may work later. */
  | { readonly kind: "not-posted"; readonly reason: string }
  /** Not posted, and it never will be. */
  | { readonly kind: "permanent"; readonly reason: string }
  /** Not posted, and nothing else will be until somebody mends the sign-in. */
  | { readonly kind: "signed-out"; readonly reason: string }
  /** Only Slack's history can say. */
  | { readonly kind: "unknown"; readonly reason: string };

/** The workspace no longer lets us in, whoever it is for. */
const SIGNED_OUT = new Set([
  "account_inactive",
  "invalid_auth",
  "missing_scope",
  "not_authed",
  "org_login_required",
  "team_access_not_granted",
  "team_added_to_org",
  "token_expired",
  "token_revoked",
]);

/** Slack says of these that the message may have been posted all the same, or does not say that it was not. */
const UNCERTAIN = new Set(["fatal_error", "internal_error", "request_timeout", "service_unavailable"]);

const LIMITED = new Set(["ratelimited", "rate_limited"]);

/** Slack's 429 without a header, and its errors that say the same, give no time: we take this, in seconds. */
const USUAL_WAIT_SECONDS = 30;

/** Classifies an answer. What is not certain is unknown, never repeated blindly. */
export function classifyPost(answer: PostAnswer): PostOutcome {
  switch (answer.kind) {
    case "accepted":
      return { kind: "sent", channel: answer.channel, ts: answer.ts };
    case "limited":
      return { kind: "limited", waitMs: answer.seconds * 1_000 };
    case "unconnected":
      return { kind: "not-posted", reason: `Slack could not be reached: ${answer.detail}` };
    case "status":
      return { kind: "unknown", reason: `Slack answered with HTTP status ${answer.status}` };
    case "lost":
      return { kind: "unknown", reason: `Slack's answer was lost: ${answer.detail}` };
    case "refused":
      return refused(answer.error);
  }
}

/** Whether an error of Slack's means that nothing works until the sign-in is mended. */
export function isSignedOut(error: string): boolean {
  return SIGNED_OUT.has(error);
}

function refused(error: string): PostOutcome {
  // A page of a proxy comes as an error, too.
  if (!/^[a-z0-9_]+$/.test(error)) return { kind: "unknown", reason: "the answer was none of Slack's" };
  if (LIMITED.has(error)) return { kind: "limited", waitMs: USUAL_WAIT_SECONDS * 1_000 };
  if (error === "message_limit_exceeded") return { kind: "not-posted", reason: error };
  if (UNCERTAIN.has(error)) return { kind: "unknown", reason: error };
  if (isSignedOut(error)) return { kind: "signed-out", reason: error };
  return { kind: "permanent", reason: error };
}

const SHORTEST_WAIT_SECONDS = 1;
const MAX_WAIT_SECONDS = 300;

/** How long a `Retry-After` header asks us to wait: within 1 to 300 seconds, whatever it says. */
export function retrySeconds(header: string | null): number {
  const seconds = header === null || header.trim() === "" ? Number.NaN : Number(header);
  if (Number.isNaN(seconds)) return USUAL_WAIT_SECONDS;
  return Math.min(MAX_WAIT_SECONDS, Math.max(SHORTEST_WAIT_SECONDS, Math.ceil(seconds)));
}

import { z } from "zod";
import type { SlackStatus } from "../../doctor/examination";

const TRY_MS = 10_000;
const Answer = z.object({ ok: z.boolean(), error: z.string().optional() });

/**
 * Calls `auth.test` for what only its headers contain: the token's scopes, and the time at Slack.
 *
 * @param apiUrl with its path; Slack's own when unset.
 */
export async function probeSlack(
  now: () => Date,
  { token, apiUrl = "https://slack.com/api/" }: { readonly token: string; readonly apiUrl?: string | undefined },
): Promise<SlackStatus> {
  const headers = { authorization: `Bearer ${token}` };
  const url = `${apiUrl.replace(/\/+$/, "")}/auth.test`;
  const ask = { method: "POST", headers, redirect: "error", signal: AbortSignal.timeout(TRY_MS) } as const;
  try {
    const response = await fetch(url, ask);
    const at = now();
    const { ok, error } = Answer.parse(await response.json());
    if (!ok) return { kind: "refused", error: error ?? "no reason" };
    const theirs = Date.parse(response.headers.get("date") ?? "");
    const scopes = response.headers.get("x-oauth-scopes");
    return {
      kind: "answered",
      scopes: scopes === null ? null : scopes.split(",").map((scope) => scope.trim()),
      aheadMs: Number.isNaN(theirs) ? null : theirs - Math.floor(at.getTime() / 1_000) * 1_000,
    };
  } catch {
    return { kind: "unreachable" };
  }
}

/** The scopes that the bot needs; `manifest.yml` lists the same. */
export const SCOPES = [
  "commands",
  "chat:write",
  "im:write",
  "im:history",
  "channels:history",
  "groups:history",
  "channels:join",
  "files:read",
  "users:read",
  "users:read.email",
] as const;

/** The scopes that an admin may leave out, with what is missing then; `manifest.yml` lists the same. */
export const OPTIONAL_SCOPES: Readonly<Record<string, string>> = {
  "usergroups:read": "teams cannot follow Slack user groups",
  "files:write": "figures cannot be exported as files",
};

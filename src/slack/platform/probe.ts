import { z } from "zod";
import type { SlackStatus } from "../../doctor/examination";

const TRY_MS = 10_000;
/** The token to ask with, and where. */
interface Probe {
  readonly token: string;
  readonly apiUrl?: string | undefined;
}

const Answer = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  team: z.string().optional(),
  url: z.string().optional(),
});

/**
 * Calls `auth.test` for what only its headers contain: the token's scopes, and the time at Slack.
 *
 * @param apiUrl with its path; Slack's own when unset.
 */
export async function probeSlack(now: () => Date, probe: Probe): Promise<SlackStatus> {
  try {
    const response = await post("auth.test", probe);
    const at = now();
    const { ok, error, ...workspace } = Answer.parse(await response.json());
    if (!ok) return { kind: "refused", error: error ?? "no reason" };
    const theirs = Date.parse(response.headers.get("date") ?? "");
    const scopes = response.headers.get("x-oauth-scopes");
    return {
      kind: "answered",
      workspace: inWords(workspace),
      scopes: scopes === null ? null : scopes.split(",").map((scope) => scope.trim()),
      aheadMs: Number.isNaN(theirs) ? null : theirs - Math.floor(at.getTime() / 1_000) * 1_000,
    };
  } catch {
    return { kind: "unreachable" };
  }
}

/** "Acme (acme.slack.com)", without what would move a terminal's cursor. */
function inWords({
  team,
  url,
}: {
  readonly team?: string | undefined;
  readonly url?: string | undefined;
}): string | null {
  const host = URL.canParse(url ?? "") ? new URL(url ?? "").host : null;
  const name = team?.replace(/[\p{Cc}\p{Cf}]/gu, "") ?? null;
  return name !== null && host !== null ? `${name} (${host})` : (name ?? host);
}

/** Asks Slack for a socket as Socket Mode does, and does not open it. `token` is an app-level one. */
export async function probeSocket(probe: Probe): Promise<Pick<SlackStatus, "kind"> & { readonly error?: string }> {
  try {
    const { ok, error = "no reason" } = Answer.parse(await (await post("apps.connections.open", probe)).json());
    return ok ? { kind: "answered" } : { kind: "refused", error };
  } catch {
    return { kind: "unreachable" };
  }
}

function post(method: string, { token, apiUrl = "https://slack.com/api/" }: Probe): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` };
  const ask = { method: "POST", headers, redirect: "error", signal: AbortSignal.timeout(TRY_MS) } as const;
  return fetch(`${apiUrl.replace(/\/+$/, "")}/${method}`, ask);
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
  "channels:read": "the button that posts a leaderboard doesn't say in which channel, nor how many people see it",
  "groups:read": "that button doesn't say so of private channels",
};

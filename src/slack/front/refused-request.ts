import type { IncomingHttpHeaders } from "node:http";
import type { RefusedRequest } from "../platform/workspace";

/** Longer than any id or token of Slack's. */
const MAX_ID = 32;

/** Reads which app and workspace a command, a press, a form or an event names that was refused, and with which token. */
export function refusedRequest(body: string, headers: IncomingHttpHeaders): RefusedRequest {
  const fields = headers["content-type"] === "application/x-www-form-urlencoded" ? new URLSearchParams(body) : null;
  const payload = fields === null ? body : fields.get("payload");
  const named = fields !== null && payload === null ? Object.fromEntries(fields) : parsed(payload ?? "");
  // One that a proxy has changed comes again and again, and is still one.
  const isRepeated = headers["x-slack-retry-num"] !== undefined;
  return {
    api_app_id: idOf(fieldOf(named, "api_app_id")),
    team_id: idOf(fieldOf(named, "team_id") ?? fieldOf(fieldOf(named, "team"), "id")),
    token: isRepeated ? null : idOf(fieldOf(named, "token")),
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, field) : undefined;
}

function idOf(value: unknown): string | null {
  return typeof value === "string" && value.length <= MAX_ID ? value : null;
}

import type { NamedWorkspace } from "../platform/workspace";

/** Longer than any id of Slack's. */
const MAX_ID = 32;

/**
 * Reads which app and workspace the body of a command, a press, a form or an event names.
 *
 * @param contentType the header.
 */
export function namedWorkspace(body: string, contentType: string | undefined): NamedWorkspace {
  const fields = contentType === "application/x-www-form-urlencoded" ? new URLSearchParams(body) : null;
  const payload = fields === null ? body : fields.get("payload");
  if (fields !== null && payload === null) {
    return { api_app_id: idOf(fields.get("api_app_id")), team_id: idOf(fields.get("team_id")) };
  }
  const named = parsed(payload ?? "");
  return {
    api_app_id: idOf(fieldOf(named, "api_app_id")),
    team_id: idOf(fieldOf(named, "team_id") ?? fieldOf(fieldOf(named, "team"), "id")),
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

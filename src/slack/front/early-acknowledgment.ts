/** What of Slack is acknowledged with an empty body, whatever comes of it. Forms are not: their answer may show faults. */
const EMPTY_WILL_DO: readonly unknown[] = [
  "event_callback",
  "block_actions",
  "shortcut",
  "message_action",
  "view_closed",
];

const PRESSES: readonly unknown[] = ["block_actions", "shortcut", "message_action"];

/** Leave to acknowledge a request before it is answered. */
export interface EarlyAcknowledgment {
  /** Takes what a command is answered after that; `null` where nothing of an answer is shown. */
  readonly responseUrl: string | null;
  /** It may open a form, which Slack allows for three seconds. */
  readonly isPress: boolean;
}

/**
 * Decides whether a signed request of Slack's may be acknowledged with nothing, before it is known what comes of it: a command, a
 * press, a shortcut or an event may; `null` for a form, a question of Slack's own, and whatever else must wait for its answer.
 *
 * @param contentType the header, which Bolt compares as it is.
 */
export function earlyAcknowledgment(body: string, contentType: string | undefined): EarlyAcknowledgment | null {
  if (contentType !== "application/x-www-form-urlencoded") return ofType(typeOf(body));
  const fields = new URLSearchParams(body);
  const payload = fields.get("payload");
  if (payload !== null) return ofType(typeOf(payload));
  if (!fields.has("command") || fields.has("ssl_check")) return null;
  return { responseUrl: fields.get("response_url"), isPress: false };
}

function ofType(type: unknown): EarlyAcknowledgment | null {
  return EMPTY_WILL_DO.includes(type) ? { responseUrl: null, isPress: PRESSES.includes(type) } : null;
}

function typeOf(json: string): unknown {
  try {
    const payload: unknown = JSON.parse(json);
    return typeof payload === "object" && payload !== null ? Reflect.get(payload, "type") : null;
  } catch {
    return null;
  }
}

import type { WebhookEvent } from "../../../src/sources/webhook-event";
import type { WebRoute } from "../../../src/web/endpoint";
import { recordedLog } from "../env/logs/recorded-logs";
import { serve } from "../env/served-routes";

/** What a webhook's endpoint took and logged. */
export function webhookInbox() {
  const taken: WebhookEvent[] = [];
  const logged: object[] = [];
  const keys = new Set<string>();
  const acceptEvent = async (hint: WebhookEvent) => {
    if (hint.key !== null && keys.has(hint.key)) return false;
    if (hint.key !== null) keys.add(hint.key);
    taken.push(hint);
    return true;
  };
  return { taken, logged, acceptEvent, log: recordedLog(({ fields }) => void logged.push(fields)) };
}

/** Posts to a server of its own and closes it again. */
export async function posted(
  route: WebRoute,
  { body, headers }: { readonly body: unknown; readonly headers: Record<string, string> },
): Promise<number> {
  const served = await serve(route);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const { status } = await fetch(served.url, { method: "POST", body: text, headers });
  await served.close();
  return status;
}

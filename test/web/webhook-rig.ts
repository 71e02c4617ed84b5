import type { Hint } from "../../src/sources/hint";
import type { Route } from "../../src/web/route";
import { serve } from "./served";

/** What a webhook's door took and logged. */
export function webhookInbox() {
  const taken: Hint[] = [];
  const logged: object[] = [];
  const keys = new Set<string>();
  const keep = (fields: object) => void logged.push(fields);
  const takeHint = async (hint: Hint) => {
    if (hint.key !== null && keys.has(hint.key)) return false;
    if (hint.key !== null) keys.add(hint.key);
    taken.push(hint);
    return true;
  };
  return { taken, logged, takeHint, log: { debug: keep, info: keep, warn: keep, error: keep } };
}

/** Posts to a door of its own and shuts it again. */
export async function posted(
  route: Route,
  { body, headers }: { readonly body: unknown; readonly headers: Record<string, string> },
): Promise<number> {
  const served = await serve(route);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const { status } = await fetch(served.url, { method: "POST", body: text, headers });
  await served.close();
  return status;
}

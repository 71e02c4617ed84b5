import type { IncomingMessage } from "node:http";
import { isSecret } from "./same-secret";

/**
 * Why a request may not come in: it must carry the API's token. `null` if it does.
 *
 * @param token unset, the door is shut.
 * @param act what the door is for: "sync".
 */
export function unauthorized(
  { headers }: Pick<IncomingMessage, "headers">,
  { token, act }: { readonly token: string | undefined; readonly act: string },
): string | null {
  if (token === undefined) return `API_TOKEN is not set, so nobody may ${act} over HTTP`;
  return isSecret(headers.authorization, `Bearer ${token}`) ? null : "Send Authorization: Bearer with the API_TOKEN";
}

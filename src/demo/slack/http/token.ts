import type { IncomingMessage } from "node:http";

/** The token in a request's header. */
export function bearer(request: IncomingMessage): string | undefined {
  return /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? "")?.[1];
}

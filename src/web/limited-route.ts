import type { IncomingMessage } from "node:http";
import { budget } from "../lib/budget";
import type { Log } from "../log";
import { hasToken } from "./bearer";
import { answer, clientAddress, type WebRoute } from "./endpoint";

const MINUTE_MS = 60_000;
/** Whoever has no secret is answered so many times a minute with why, which the log has too. */
const STRANGERS_A_MINUTE = 60;

/** So many syncs and imports a minute are taken over HTTP. */
const API_A_MINUTE = 60;

interface Limit {
  /** How many requests a minute are taken of whoever has the secret. */
  readonly aMinute: number;
  /** Whether a request carries the secret, or may carry it where only the body tells. */
  readonly isKnown: (request: IncomingMessage) => boolean;
  /** A clock in milliseconds. */
  readonly clock: () => number;
  readonly log: Pick<Log, "warn">;
}

/**
 * Limits an endpoint: beyond so many requests a minute it answers 429 with `Retry-After`, before a body is read. Requests
 * without the secret are counted by the address that they come from, so that they use up nobody else's minute.
 */
export function limitedRoute(route: WebRoute, { aMinute, isKnown, clock, log }: Limit): WebRoute {
  const known = budget({ most: aMinute, windowMs: MINUTE_MS, clock });
  const strangers = budget({ most: STRANGERS_A_MINUTE, windowMs: MINUTE_MS, clock });
  const warned = budget({ most: 1, windowMs: MINUTE_MS, clock });
  return {
    ...route,
    handler: async (request, response) => {
      const hasSecret = isKnown(request);
      const waitMs = hasSecret ? known.take("") : strangers.take(clientAddress(request));
      if (waitMs === 0) return route.handler(request, response);
      request.resume();
      const seconds = Math.ceil(waitMs / 1_000);
      if (warned.take(String(hasSecret)) === 0) {
        log.warn({ path: route.path, hasSecret, seconds }, "An endpoint is asked too often: it answers 429");
      }
      response.setHeader("retry-after", String(seconds));
      answer(response, { status: 429, body: { error: `Too many requests: try again in ${seconds} s` } });
    },
  };
}

/** Limits the endpoints of the API, each to sixty requests a minute of whoever has its token. */
export function limitedApi(
  routes: readonly WebRoute[],
  { token, ...deps }: Pick<Limit, "clock" | "log"> & { readonly token: string | undefined },
): WebRoute[] {
  return routes.map((route) => limitedRoute(route, { aMinute: API_A_MINUTE, isKnown: hasToken(token), ...deps }));
}

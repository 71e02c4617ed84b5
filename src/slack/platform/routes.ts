import type { CustomRoute } from "@slack/bolt";
import type { InFlight } from "../../lib/concurrency";
import type { Log } from "../../log";
import type { WebRoute } from "../../web/endpoint";

/**
 * Turns endpoints into routes of Bolt's receiver. Bolt ignores a promise, so a handler that rejects would leave the
 * request, and then a stop, hanging: here it answers 500 with a reference that is in the log, too.
 */
export function customRoutes(
  routes: readonly WebRoute[],
  { log, inFlight, reference }: { log: Log; inFlight: InFlight; reference: () => string },
): CustomRoute[] {
  return routes.map(({ path, method, handler }) => ({
    path,
    method,
    handler: (request, response) => {
      const served = inFlight.track(async () => handler(request, response));
      served.catch((error: unknown) => {
        const shared = { reference: reference() };
        log.error({ ...shared, error, path, method }, "A route failed");
        if (!response.headersSent) response.writeHead(500, { "content-type": "application/json; charset=utf-8" });
        const text = "Something went wrong here; Paceline's log says what, under this reference";
        response.end(`${JSON.stringify({ error: text, ...shared })}\n`);
      });
    },
  }));
}

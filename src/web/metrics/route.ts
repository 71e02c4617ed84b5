import type { IncomingMessage, ServerResponse } from "node:http";
import { Gauge } from "prom-client";
import { cached } from "../../lib/concurrency";
import type { Log } from "../../log";
import { unauthorized } from "../bearer";
import { answer, type WebRoute } from "../endpoint";
import type { ProcessMeter } from "./process-meter";
import { type StoredFigures, storedGauges } from "./stored-gauges";

export interface MetricsDeps {
  /** If unset, the endpoint refuses every request. */
  readonly token: string | undefined;
  readonly meter: ProcessMeter;
  /** Reads what is stored, in a few queries whose number does not depend on how many people there are. */
  readonly stored: () => Promise<StoredFigures>;
  /** Milliseconds since this process' last tick; `null` before the first. */
  readonly tickAgeMs: () => number | null;
  readonly now: () => Date;
  /** Milliseconds that only rise. */
  readonly clock: () => number;
  readonly log: Log;
}

/** Whoever scrapes more often, or twice, is shown the same stored figures. */
const CACHE_MS = 10_000;

/**
 * `GET /metrics`: what this process did and what the database holds, in Prometheus' format, for whoever has the API's token.
 * Stored figures are read once in ten seconds at most. `README.md` beside this folder has every metric.
 */
export function metricsRoute(deps: MetricsDeps): WebRoute {
  const { registry } = deps.meter;
  const show = storedGauges(registry);
  const tick = new Gauge({
    name: "paceline_tick_age_seconds",
    help: "How long ago this process' last tick was, or before the first its start; above 180 something is wrong",
    registers: [registry],
  });
  const began = deps.clock();
  const stored = cached(() => read(deps), { ms: CACHE_MS, clock: deps.clock });
  const metrics = async () => {
    deps.meter.measureProcess();
    show(await stored(), deps.now());
    const age = deps.tickAgeMs();
    // A first tick that never ends is late like any other.
    tick.set((age ?? deps.clock() - began) / 1_000);
    return registry.metrics();
  };
  return {
    path: "/metrics",
    method: "GET",
    handler: (request, response) => serve({ request, response }, { ...deps, metrics, type: registry.contentType }),
  };
}

/** A database that is away must not hide what the process itself knows. */
async function read({ stored, log }: MetricsDeps): Promise<StoredFigures | null> {
  try {
    return await stored();
  } catch (error) {
    log.warn({ error }, "The stored figures of /metrics could not be read");
    return null;
  }
}

interface Serving extends Pick<MetricsDeps, "token" | "log"> {
  readonly metrics: () => Promise<string>;
  readonly type: string;
}

async function serve(
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
  { token, metrics, type, log }: Serving,
): Promise<void> {
  const why = unauthorized(request, { token, act: "read metrics" });
  request.resume();
  if (why !== null) {
    log.warn({ path: "/metrics", why }, "A request without the API's token was refused");
    return answer(response, { status: 401, body: { error: why } });
  }
  const body = await metrics();
  response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
  response.end(body);
}

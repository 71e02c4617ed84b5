import { deliveryCounts } from "../digests/delivery/delivery-counts-store";
import type { Freshness } from "../sync/state/freshness";
import { inboxStore } from "../sync/webhooks/inbox-store";
import type { WebRoute } from "../web/endpoint";
import { limitedApi } from "../web/limited-route";
import type { ProcessMeter } from "../web/metrics/process-meter";
import { metricsRoute } from "../web/metrics/route";
import type { AppDeps } from "./deps";

export interface MetricsServices {
  readonly meter: ProcessMeter;
  freshness(): Promise<readonly Freshness[]>;
  /** Tells whether a sync is running, in whatever process. */
  readonly syncing: () => Promise<boolean>;
  /** Milliseconds since the last tick; `null` before the first. */
  readonly tickAgeMs: () => number | null;
}

const DAY_MS = 86_400_000;

/** Assembles `/metrics`: four queries a scrape, whatever the size of the team. */
export function assembleMetrics(
  { meter, freshness, syncing, tickAgeMs }: MetricsServices,
  { config, database: { db }, now, clock, log }: AppDeps,
): readonly WebRoute[] {
  const [counts, inbox] = [deliveryCounts(db), inboxStore(db)];
  const stored = async () => {
    const until = now();
    const after = new Date(until.getTime() - DAY_MS);
    const [fresh, deliveries, waitingEvents, running] = await Promise.all([
      freshness(),
      counts.dueWithin({ after, until }),
      inbox.waiting(),
      syncing(),
    ]);
    return { freshness: fresh, deliveries, waitingEvents, syncing: running };
  };
  const token = config.API_TOKEN;
  return limitedApi([metricsRoute({ token, meter, stored, tickAgeMs, now, clock, log })], { token, clock, log });
}

import { Gauge, type Registry } from "prom-client";
import type { DeliveryCount } from "../../digests/delivery/delivery-counts-store";
import type { Freshness } from "../../sync/state/freshness";

/** What stands in the database, the same whichever process is asked. */
export interface StoredFigures {
  readonly freshness: readonly Freshness[];
  /** Messages that became due in the last day, counted. */
  readonly deliveries: readonly DeliveryCount[];
  /** Webhook events that wait to be processed. */
  readonly waitingEvents: number;
  /** Whether a sync is running, in whatever process. */
  readonly syncing: boolean;
}

/** Shows stored figures: `null` when the database does not answer, which leaves none, rather than old ones. */
export type ShowStored = (figures: StoredFigures | null, now: Date) => void;

/** Makes the gauges of what is stored. */
export function storedGauges(registry: Registry): ShowStored {
  const shared = { registers: [registry] };
  const reachable = new Gauge({
    ...shared,
    name: "paceline_database_reachable",
    help: "1 while the database answers this process; at 0 there are no figures of what it stores",
  });
  const age = new Gauge({
    ...shared,
    name: "paceline_source_age_seconds",
    help: "How old a source's figures are; none while it was never read or is off",
    labelNames: ["source"] as const,
  });
  const failing = new Gauge({
    ...shared,
    name: "paceline_source_failing",
    help: "1 while the last read of a source failed",
    labelNames: ["source"] as const,
  });
  const stale = new Gauge({
    ...shared,
    name: "paceline_source_stale",
    help: "1 while a source's figures are shown as out of date",
    labelNames: ["source"] as const,
  });
  const deliveries = new Gauge({
    ...shared,
    name: "paceline_deliveries",
    help: "Messages that became due in the last 24 hours, by kind and state",
    labelNames: ["kind", "state"] as const,
  });
  const waiting = new Gauge({
    ...shared,
    name: "paceline_webhook_events_waiting",
    help: "Webhook events that wait to be processed",
  });
  const running = new Gauge({
    ...shared,
    name: "paceline_sync_running",
    help: "1 while a sync runs, in whatever process",
  });
  return (figures, now) => {
    reachable.set(figures === null ? 0 : 1);
    for (const gauge of [age, failing, stale, deliveries]) gauge.reset();
    for (const gauge of [waiting, running]) gauge.remove();
    if (figures === null) return;
    for (const { source, asOf, state, stale: isStale } of figures.freshness) {
      if (state === "off") continue;
      if (asOf !== null) age.set({ source }, Math.max(0, now.getTime() - asOf.getTime()) / 1_000);
      failing.set({ source }, state === "failed" ? 1 : 0);
      stale.set({ source }, isStale ? 1 : 0);
    }
    for (const { kind, state, count } of figures.deliveries) deliveries.set({ kind, state }, count);
    waiting.set(figures.waitingEvents);
    running.set(figures.syncing ? 1 : 0);
  };
}

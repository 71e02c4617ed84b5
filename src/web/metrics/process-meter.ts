import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { SOURCE_IDS } from "../../metrics/sources";
import { REQUEST_OUTCOMES, type RequestMeter } from "../../sources/request-meter";
import { TRIGGERS } from "../../sync/request";
import { RUN_OUTCOMES, type RunMeter } from "../../sync/run/run-meter";

/** What one process has done since it started, counted by itself: of several processes each has its own, which are added up. */
export interface ProcessMeter extends RequestMeter, RunMeter {
  readonly registry: Registry;
  /** Adds Node's own figures, its event loop and its memory among them; from the first call on they are measured. */
  measureProcess(): void;
}

/** From what an unchanged team takes to what a first sync takes under the vendors' limits. */
const RUN_SECONDS = [1, 5, 15, 60, 300, 1_800, 7_200, 28_800];

/** An abandoned run's trigger. */
const UNKNOWN = "unknown";

/** Makes the counters of a process, each in a registry of its own. */
export function processMeter(): ProcessMeter {
  const registry = new Registry();
  const shared = { registers: [registry] };
  const runs = new Counter({
    ...shared,
    name: "paceline_sync_runs_total",
    help: "Syncs that ended in this process, by what asked for them and how they ended",
    labelNames: ["trigger", "outcome"] as const,
  });
  const seconds = new Histogram({
    ...shared,
    name: "paceline_sync_run_duration_seconds",
    help: "How long the syncs took that ended in this process",
    labelNames: ["outcome"] as const,
    buckets: RUN_SECONDS,
  });
  const requests = new Counter({
    ...shared,
    name: "paceline_vendor_requests_total",
    help: "Requests this process sent to a source, repetitions included; throttled is a 429",
    labelNames: ["source", "outcome"] as const,
  });
  const waits = new Counter({
    ...shared,
    name: "paceline_vendor_wait_seconds_total",
    help: "How long this process' requests waited for a source's limits, added up",
    labelNames: ["source"] as const,
  });
  // From the start, so that the first 429 or broken run of a process is seen to rise.
  for (const outcome of RUN_OUTCOMES) {
    for (const trigger of [...TRIGGERS, UNKNOWN]) runs.inc({ trigger, outcome }, 0);
  }
  for (const source of SOURCE_IDS) {
    waits.inc({ source }, 0);
    for (const outcome of REQUEST_OUTCOMES) requests.inc({ source, outcome }, 0);
  }
  let measured = false;
  return {
    registry,
    measureProcess: () => {
      if (!measured) collectDefaultMetrics({ register: registry });
      measured = true;
    },
    tried: (source, outcome) => requests.inc({ source, outcome }),
    waited: (source, milliseconds) => waits.inc({ source }, Math.max(0, milliseconds) / 1_000),
    ran: ({ outcome, trigger = UNKNOWN, seconds: took }) => {
      runs.inc({ trigger, outcome });
      if (took !== undefined) seconds.observe({ outcome }, Math.max(0, took));
    },
  };
}

import { bySource } from "../../../src/metrics/sources";
import { type SourceResult, type SyncReport, successFields } from "../../../src/sync/report";

/** A source that was read completely, with nobody and nothing in it. */
export function aResult(fields: Partial<SourceResult> = {}): SourceResult {
  return {
    success: true,
    asOf: "2026-10-28T18:05:00.000Z",
    duration: "900ms",
    pages: 1,
    requests: 2,
    records: 0,
    matched: [],
    unmatched: [],
    counting: 0,
    notCounting: {},
    metrics: { created: 0, updated: 0, unchanged: 0, removed: 0 },
    ...fields,
  };
}

/** A report on Sep 29 – Oct 28, 2026 in New York. */
export function aReport(fields: Partial<SyncReport["results"]> = {}): SyncReport {
  const results = {
    ...bySource(() => aResult()),
    goalsUpdated: 21,
    errors: [],
    ...fields,
  };
  const { goalsUpdated, errors } = results;
  return {
    success: errors.length === 0,
    duration: "1834ms",
    userId: "U0ANA",
    dateRange: { start: "2026-09-29T04:00:00.000Z", end: "2026-10-29T04:00:00.000Z" },
    results,
    summary: {
      ...successFields(results),
      goalsUpdated,
      errors: errors.length,
    },
  };
}

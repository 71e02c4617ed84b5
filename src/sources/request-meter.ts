import type { SourceId } from "../metrics/sources";

/**
 * What became of one try: `answered`, `throttled` (429), `refused` (any other 4xx), or `failed` (a 5xx, a redirect, an answer
 * that is too large, or none).
 */
export const REQUEST_OUTCOMES = ["answered", "throttled", "refused", "failed"] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** Counts what a process sends to the vendors, for whoever watches it. */
export interface RequestMeter {
  /** Counts one try, once it is over; a repeated request is several. */
  tried(source: SourceId, outcome: RequestOutcome): void;
  /** Adds how long a try waited for its slot, under the limits of the key. */
  waited(source: SourceId, milliseconds: number): void;
}

/**
 * Tells what became of a try by its HTTP status.
 *
 * @param status `null` where nothing came that could be read.
 */
export function requestOutcome(status: number | null): RequestOutcome {
  if (status === 429) return "throttled";
  if (status !== null && status >= 200 && status < 300) return "answered";
  return status !== null && status >= 400 && status < 500 ? "refused" : "failed";
}

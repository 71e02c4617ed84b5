import type { MetricType } from "../metrics/metrics";

/** What a board shows: how it was set, and the results on it; kept with its row, so that the next one of its day says what is new. */
export interface ShownBoard {
  /** What it is of, whether anybody has results or not. */
  readonly metrics: readonly MetricType[];
  /** Ranks shown a metric. */
  readonly topN: number;
  /** What people are ranked by; results by something else cannot be compared. */
  readonly by: "value" | "share";
  /** The results that are shown, the first ones first. */
  readonly results: readonly ShownResult[];
}

export interface ShownResult {
  readonly type: MetricType;
  readonly userId: string;
  readonly name: string;
  /** In the metric's unit; by share, the share of their own goal. */
  readonly result: number;
}

/** What a board would say otherwise than one that was posted on its day. */
export interface BoardChange extends Pick<ShownBoard, "by"> {
  /** What was set otherwise, as it is now. */
  readonly settings: Partial<Pick<ShownBoard, "metrics" | "topN" | "by">>;
  /** Who has another result on it, with the one that was shown then; `null` for whoever was not shown. */
  readonly results: readonly (ShownResult & { readonly was: number | null })[];
  /** Who was shown and is not any more. */
  readonly left: readonly string[];
}

/** Compares two boards of one day. Who is shown follows from what was set: where that changed, only those who are on both are compared. */
export function boardChange(was: ShownBoard, now: ShownBoard): BoardChange {
  const settings = {
    ...(was.metrics.join() !== now.metrics.join() && { metrics: now.metrics }),
    ...(was.topN !== now.topN && { topN: now.topN }),
    ...(was.by !== now.by && { by: now.by }),
  };
  if (was.by !== now.by) return { by: now.by, settings, results: [], left: [] };
  const isSetAlike = Object.keys(settings).length === 0;
  const results = now.results.flatMap((one) => {
    const before = found(was, one)?.result ?? null;
    if (before === one.result || (before === null && !isSetAlike)) return [];
    return [{ ...one, was: before }];
  });
  const gone = isSetAlike ? was.results.filter((one) => found(now, one) === undefined) : [];
  return { by: now.by, settings, results, left: [...new Set(gone.map(({ name }) => name))] };
}

function found({ results }: ShownBoard, { type, userId }: ShownResult): ShownResult | undefined {
  return results.find((one) => one.type === type && one.userId === userId);
}

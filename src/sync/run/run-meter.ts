import type { Trigger } from "../request";
import type { RunStore, SyncRun } from "./run-store";

/** How a run ended: `success`; `incomplete` when a source failed; `failed` when it broke; `abandoned` when its process died. */
export const RUN_OUTCOMES = ["success", "incomplete", "failed", "abandoned"] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

/** A run that has ended. An abandoned one is counted by the process that found it, which knows neither its trigger nor its time. */
export interface EndedRun {
  readonly outcome: RunOutcome;
  readonly trigger?: Trigger;
  readonly seconds?: number;
}

/** Counts the runs that end in a process, for whoever watches it. */
export interface RunMeter {
  ran(run: EndedRun): void;
}

/** Wraps the store of runs, so that each that ends here is counted, once it is recorded. */
export function meteredRuns(store: RunStore, meter: RunMeter): RunStore {
  const begun = new Map<string, Pick<SyncRun, "trigger" | "startedAt">>();
  const ended = (id: string, { outcome, finishedAt }: { outcome: RunOutcome; finishedAt: Date }) => {
    const run = begun.get(id);
    begun.delete(id);
    if (run === undefined) return meter.ran({ outcome });
    meter.ran({ outcome, trigger: run.trigger, seconds: (finishedAt.getTime() - run.startedAt.getTime()) / 1_000 });
  };
  return {
    ...store,
    begin: async (run) => {
      await store.begin(run);
      begun.set(run._id, run);
    },
    done: async (id, end) => {
      await store.done(id, end);
      ended(id, { outcome: end.report.success ? "success" : "incomplete", finishedAt: end.finishedAt });
    },
    failed: async (id, end) => {
      await store.failed(id, end);
      ended(id, { outcome: "failed", finishedAt: end.finishedAt });
    },
    failAbandoned: async (finishedAt) => {
      const found = await store.failAbandoned(finishedAt);
      for (let run = 0; run < found; run += 1) meter.ran({ outcome: "abandoned" });
      return found;
    },
  };
}

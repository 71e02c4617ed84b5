import { singleFlight } from "../lib/concurrency";
import type { Log } from "../log";
import type { RequestSync } from "../sync/request";
import type { Freshness } from "../sync/state/freshness";
import { nightlyDays } from "../sync/state/look-back";
import { dueRetry } from "../sync/state/retries";
import type { ZoneDays } from "../time/day";
import type { JobStore } from "./job-store";
import type { Job } from "./scheduler";

export interface RetryDeps {
  freshness(): Promise<readonly Freshness[]>;
  readonly requestSync: RequestSync;
  readonly store: JobStore;
  readonly days: ZoneDays;
  readonly now: () => Date;
  readonly log: Log;
}

/** Reads sources again that broke by what passes, each at the times of its retries, by one of all processes. */
export function retrySources(deps: RetryDeps): Pick<Job, "run" | "idle"> {
  const { store, days } = deps;
  const flight = singleFlight();
  return {
    async run() {
      if (flight.running) return;
      const freshness = await deps.freshness();
      const begun: Begun[] = [];
      for (const one of freshness) {
        const due = dueRetry(one);
        if (due === null || one.broke === undefined) continue;
        const { at } = one.broke;
        // Of the day on which it broke: another night makes no other retry of it.
        const retry = { name: `retry-${one.source}-${at.getTime()}-${due}`, day: days.dayOf(at), freshness: one };
        if (await store.begin(retry.name, retry.day)) begun.push(retry);
      }
      if (begun.length === 0) return;
      // It may take hours at a vendor's limits, and the tick must go on.
      void flight.run(() =>
        syncFor(begun, deps).catch((error: unknown) =>
          deps.log.error({ error, job: "retry-sources" }, "A retry broke; it is tried again"),
        ),
      );
    },
    idle: flight.idle,
  };
}

/** A retry that this process makes. */
interface Begun {
  readonly name: string;
  readonly day: Parameters<JobStore["done"]>[1];
  readonly freshness: Freshness;
}

async function syncFor(begun: readonly Begun[], { requestSync, store, days, now }: RetryDeps): Promise<void> {
  const broken = begun.map(({ freshness }) => freshness);
  const range = nightlyDays(broken, { today: days.dayOf(now()), days });
  await requestSync({ range, userId: "schedule", trigger: "schedule", sources: broken.map(({ source }) => source) });
  for (const { name, day } of begun) await store.done(name, day);
}

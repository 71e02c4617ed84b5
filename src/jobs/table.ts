import type { Job } from "./job";
import { type NightlyNeeds, nightlySync } from "./nightly-sync";

export interface TableNeeds {
  readonly nightly: NightlyNeeds;
  readonly deliveries: Pick<Job, "run" | "idle">;
}

/** Everything that happens by itself, in the order in which each minute's tick looks at it. */
export function jobsTable({ nightly, deliveries }: TableNeeds): readonly Job[] {
  return [
    {
      name: "nightly-sync",
      when: "once a night, at NIGHTLY_SYNC_AT in the team's zone",
      what: "reads the last three days of every source for everybody, once a week the last 30, and whatever was missed",
      ...nightlySync(nightly),
    },
    {
      name: "digests",
      when: "on each rep's working days at their own time, 08:00 unless they chose another, until noon",
      what: "syncs when figures are older than an hour, then posts each digest and board once, and settles what is unknown",
      ...deliveries,
    },
  ];
}

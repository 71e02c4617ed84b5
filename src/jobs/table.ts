import type { Job } from "./job";
import { type NightlyNeeds, nightlySync } from "./nightly-sync";

export interface TableNeeds {
  readonly nightly: NightlyNeeds;
}

/** Everything that happens by itself, in the order in which each minute's tick looks at it. */
export function jobsTable({ nightly }: TableNeeds): readonly Job[] {
  return [
    {
      name: "nightly-sync",
      when: "once a night, at NIGHTLY_SYNC_AT in the team's zone",
      what: "reads the last three days of every source for everybody, once a week the last 30, and whatever was missed",
      ...nightlySync(nightly),
    },
  ];
}

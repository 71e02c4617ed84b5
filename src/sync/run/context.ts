import type { ErasedStore } from "../../erasure/erased-store";
import type { GoalStore } from "../../goals/goal-store";
import type { Log } from "../../log";
import type { FactStore } from "../../metrics/fact-store";
import type { MetricStore } from "../../metrics/metric-store";
import type { Seal } from "../../metrics/seal";
import type { SealStore } from "../../metrics/seal-store";
import type { PeopleStore } from "../../people/people-store";
import type { Member } from "../../people/person";
import type { Source } from "../../sources/source";
import type { TeamStore } from "../../teams/team-store";
import type { Day, ZoneDays } from "../../time/day";
import type { CheckpointStore } from "../read/checkpoint-store";
import type { SourceRead } from "../read/read-source";
import type { SourceStateStore } from "../state/source-state-store";
import type { DaysZoneStore } from "../totals/days-zone-store";
import type { DirtyDaysStore } from "../totals/dirty-days-store";
import type { ExpiryStore } from "../totals/expiry-store";
import type { OwnerAssignmentStore } from "../totals/owner-assignments-store";
import type { GroupReader } from "./group-reader";
import type { MemberReader } from "./member-reader";

/** The dependencies of every run, made once in `app.ts`. */
export interface RunContext {
  readonly sources: readonly Source[];
  readonly facts: FactStore;
  readonly checkpoints: CheckpointStore;
  readonly assignments: OwnerAssignmentStore;
  readonly dirtyDays: DirtyDaysStore;
  readonly daysZone: DaysZoneStore;
  readonly expiry: ExpiryStore;
  /** How many days records are kept, beside today. */
  readonly retentionDays: number;
  readonly metrics: MetricStore;
  readonly goals: GoalStore;
  readonly people: PeopleStore;
  /** Seals addresses as the stored facts have them. */
  readonly seal: Seal;
  readonly seals: Pick<SealStore, "sealStored">;
  /** Recognizes people who were erased. */
  readonly erased: Pick<ErasedStore, "tombstones">;
  readonly states: SourceStateStore;
  readonly readMembers: () => Promise<readonly Member[]>;
  /** Reads them for runs, which do not wait long. */
  readonly members: MemberReader;
  readonly teams: Pick<TeamStore, "all" | "edit">;
  /** Reads the user groups that teams follow. */
  readonly groups: GroupReader;
  /** Slack ids that are admins whatever Slack says. */
  readonly admins: readonly string[];
  readonly days: ZoneDays;
  readonly now: () => Date;
  readonly log: Log;
}

/** The read of one source, with the time it took. */
export interface TimedRead {
  readonly read: SourceRead | null;
  /** Not read because the run is about other sources, not because it is off. */
  readonly untouched?: true;
  /** Its newest days alone were read and saved before it failed, from this day on. */
  readonly newestFrom?: Day;
  readonly startedAt: Date;
  readonly durationMs: number;
}

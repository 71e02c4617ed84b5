import { randomUUID } from "node:crypto";
import type { Db } from "mongodb";
import { erasedStore } from "../../../src/erasure/erased-store";
import { goalStore } from "../../../src/goals/goal-store";
import type { Fact } from "../../../src/metrics/fact";
import { factStore } from "../../../src/metrics/fact-store";
import { metricStore } from "../../../src/metrics/metric-store";
import { sealStore } from "../../../src/metrics/seal-store";
import { peopleStore } from "../../../src/people/people-store";
import type { Member } from "../../../src/people/person";
import type { Source } from "../../../src/sources/source";
import { acquireLease } from "../../../src/sync/lease";
import { checkpointStore } from "../../../src/sync/read/checkpoint-store";
import type { Progress } from "../../../src/sync/report";
import type { RunContext } from "../../../src/sync/run/context";
import { groupReader } from "../../../src/sync/run/group-reader";
import { memberReader } from "../../../src/sync/run/member-reader";
import { syncQueue } from "../../../src/sync/run/queue";
import { runStore } from "../../../src/sync/run/run-store";
import { sourceStateStore } from "../../../src/sync/state/source-state-store";
import { daysZoneStore } from "../../../src/sync/totals/days-zone-store";
import { dirtyDaysStore } from "../../../src/sync/totals/dirty-days-store";
import { expiryStore } from "../../../src/sync/totals/expiry-store";
import { ownerAssignmentStore } from "../../../src/sync/totals/owner-assignments-store";
import { teamStore } from "../../../src/teams/team-store";
import type { ReadGroups } from "../../../src/teams/user-group";
import { day } from "../../../src/time/day";
import { justcallFacts } from "../builders/facts";
import { ANA_EMAIL, aMember, byEmail } from "../builders/people";
import { days } from "../builders/team-zone";
import { memoryLog } from "../fakes/memory-log";
import { scriptedSource } from "../fakes/scripted-source";
import { unsealed } from "../fakes/unsealed";
import { eventually, realSleep } from "../wait";

interface SyncHarnessOptions {
  readonly sources: readonly Source[];
  readonly members: readonly Member[];
  /** Puts something between a run and what it works with. */
  readonly watch?: (parts: RunContext) => RunContext;
  /** The process that takes the lease. */
  readonly owner?: string;
  readonly newId?: () => string;
  readonly sleep?: (ms: number) => Promise<void>;
  /** Comes before each try for the lease. */
  readonly beforeLease?: () => Promise<void>;
  /** How much longer than the sources Slack's list of members may take. */
  readonly patienceMs?: number;
  /** What Slack says of the user groups that teams follow. */
  readonly readGroups?: ReadGroups;
}

/** All that a sync works with on a real database, with the given sources and a clock that the test sets. */
export function syncHarness(
  db: Db,
  {
    sources,
    members,
    watch,
    owner = "test",
    newId = randomUUID,
    sleep = realSleep,
    beforeLease = async () => {},
    patienceMs = 5_000,
    readGroups = async () => new Map(),
  }: SyncHarnessOptions,
) {
  const clock = { now: new Date("2026-10-28T21:05:00Z") };
  const log = memoryLog();
  const slack = { failure: null as Error | null, before: async () => {} };
  const metrics = metricStore(db);
  const teams = teamStore(db, randomUUID);
  const readMembers = async () => {
    await slack.before();
    if (slack.failure !== null) throw slack.failure;
    return members;
  };
  const parts: RunContext = {
    sources,
    facts: factStore(db),
    checkpoints: checkpointStore(db),
    assignments: ownerAssignmentStore(db),
    dirtyDays: dirtyDaysStore(db),
    daysZone: daysZoneStore(db),
    expiry: expiryStore(db),
    retentionDays: 400,
    seal: unsealed,
    seals: sealStore(db),
    metrics,
    goals: goalStore(db, metrics),
    people: peopleStore(db),
    erased: erasedStore(db, unsealed),
    states: sourceStateStore(db),
    readMembers,
    members: memberReader({ readMembers, patienceMs }),
    teams,
    groups: groupReader({ teams, readGroups }),
    admins: [],
    days,
    now: () => clock.now,
    log,
  };
  const queue = syncQueue({
    context: watch?.(parts) ?? parts,
    runs: runStore(db),
    acquireLease: async () => {
      await beforeLease();
      return acquireLease(db, { name: "sync", owner, priority: "run" });
    },
    newId,
    sleep,
    log,
  });
  const sync = (from: string, to: string) =>
    queue.request({ range: { from: day(from), to: day(to) }, userId: "UANA", trigger: "slack" });
  return { parts, queue, sync, clock, logged: log.entries, slack };
}

/** A sync of three sources in memory: Ana is in Slack, Copper and JustCall, Ben in Slack alone, Zoe in JustCall alone. */
export function threeSources(db: Db, options: Pick<SyncHarnessOptions, "patienceMs" | "watch" | "readGroups"> = {}) {
  const copper = scriptedSource("copper", [{ owner: "77", name: "Ana", email: "Ana@acme.com" }]);
  const justcall = scriptedSource("justcall", [
    { owner: ANA_EMAIL, name: "Ana", email: ANA_EMAIL },
    { owner: "zoe@acme.com", name: "Zoe", email: "zoe@acme.com" },
  ]);
  const fishbowl = scriptedSource("fishbowl", null);
  const members = [aMember("UANA", byEmail(ANA_EMAIL)), aMember("UBEN", byEmail("ben@acme.com"))];
  return {
    copper,
    justcall,
    fishbowl,
    members,
    ...syncHarness(db, { sources: [copper, justcall, fishbowl], members, ...options }),
  };
}

/** JustCall calls of Ana's, one at noon of each of these days of October, with a minute of talk each. */
export function octoberCalls(...on: readonly string[]): Fact[] {
  return on.flatMap((day) => justcallFacts(day, { at: `2026-10-${day}T19:00:00Z`, owner: ANA_EMAIL }));
}

/** Three sources of which JustCall may list three facts within half a minute, and holds eight. */
export function boundSources(db: Db) {
  const harness = threeSources(db);
  harness.justcall.facts = octoberCalls("05", "12", "27", "28");
  harness.justcall.soon = 3;
  return harness;
}

/** Syncs thirty days in stages, and calls `between` when the newest are shown and the older ones about to be read. */
export async function syncInStages(
  { justcall, queue }: ReturnType<typeof boundSources>,
  between: () => Promise<void> = async () => {},
) {
  const told: Progress[] = [];
  const before = justcall.windows.length;
  justcall.beforeRead = async () => {
    // All of it was tried, and then the newest days.
    if (justcall.windows.length - before !== 3) return;
    await eventually(() => told.some(({ newest }) => newest?.state === "done"));
    await between();
  };
  const range = { from: day("2026-09-29"), to: day("2026-10-28") };
  const tell = (progress: Progress) => void told.push(progress);
  const report = await queue.request({ range, userId: "UANA", trigger: "slack" }, tell);
  return { report, told };
}

/** A document as tests look at it. */
export interface Named {
  readonly _id: string;
  readonly [field: string]: unknown;
}

/** Every daily total's value by its id. */
export async function cellsOf(db: Db): Promise<Readonly<Record<string, unknown>>> {
  const found = await db.collection<Named>("metrics").find().sort({ _id: 1 }).toArray();
  return Object.fromEntries(found.map(({ _id, value }) => [_id, value]));
}

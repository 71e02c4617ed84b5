import { randomUUID } from "node:crypto";
import type { Db } from "mongodb";
import { goalStore } from "../../src/goals/goal-store";
import type { Log } from "../../src/log";
import type { Fact } from "../../src/metrics/fact";
import { factStore } from "../../src/metrics/fact-store";
import { metricStore } from "../../src/metrics/metric-store";
import { peopleStore } from "../../src/people/people-store";
import type { Member } from "../../src/people/person";
import type { Source } from "../../src/sources/source";
import { acquireLease } from "../../src/sync/lease";
import { checkpointStore } from "../../src/sync/read/checkpoint-store";
import type { RunContext } from "../../src/sync/run/context";
import { syncQueue } from "../../src/sync/run/queue";
import { runStore } from "../../src/sync/run/run-store";
import { sourceStateStore } from "../../src/sync/state/source-state-store";
import { dirtyDaysStore } from "../../src/sync/totals/dirty-days-store";
import { ownerAssignmentStore } from "../../src/sync/totals/owner-assignments-store";
import { type Day, day, zoneDays } from "../../src/time/day";

export const ZONE = "America/Los_Angeles";
export const days = zoneDays(ZONE);

/** Who is at the far ends, and who looks on. */
interface Far {
  readonly sources: readonly Source[];
  readonly members: readonly Member[];
  /** Puts something between a run and its parts. */
  readonly watch?: (parts: RunContext) => RunContext;
}

/** The parts of a sync on a real database, with a clock one sets and the given far ends. */
export function syncRig(db: Db, far: Far) {
  const clock = { now: new Date("2026-10-28T21:05:00Z") };
  const logged: { level: string; fields: object; message: string }[] = [];
  const slack = { failure: null as Error | null, before: async () => {} };
  const metrics = metricStore(db);
  const parts: RunContext = {
    sources: far.sources,
    facts: factStore(db),
    checkpoints: checkpointStore(db),
    claims: ownerAssignmentStore(db),
    due: dirtyDaysStore(db),
    metrics,
    goals: goalStore(db, metrics),
    people: peopleStore(db),
    states: sourceStateStore(db),
    readMembers: async () => {
      await slack.before();
      if (slack.failure !== null) throw slack.failure;
      return far.members;
    },
    admins: [],
    days,
    now: () => clock.now,
    log: memoryLog(logged),
  };
  const door = syncQueue({
    parts: far.watch?.(parts) ?? parts,
    runs: runStore(db),
    takeLease: () => acquireLease(db, { name: "sync", owner: "test" }),
    newId: randomUUID,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    log: parts.log,
  });
  const sync = (from: string, to: string) =>
    door.request({ range: { from: day(from), to: day(to) }, userId: "UANA", trigger: "slack" });
  return { parts, door, sync, clock, logged, slack };
}

function memoryLog(logged: { level: string; fields: object; message: string }[]): Log {
  const at = (level: string) => (fields: object, message: string) => void logged.push({ level, fields, message });
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

export function aMember(id: string, email: string, more: Partial<Member> = {}): Member {
  const plain = { tz: ZONE, deactivated: false, bot: false, guest: false, workspaceAdmin: false };
  return { id, name: email.split("@")[0] ?? id, email, ...plain, ...more };
}

/** A JustCall call's two facts. */
export function aCall(recordId: string, { at, owner, seconds = 60 }: { at: string; owner: string; seconds?: number }) {
  return callFacts("justcall", { recordId, at, owner, seconds });
}

export function callFacts(
  source: "copper" | "justcall",
  { recordId, at, owner, seconds }: { recordId: string; at: string; owner: string; seconds: number },
): Fact[] {
  const instant = new Date(at);
  const base = { source, recordId, at: instant, day: days.dayOf(instant), owner, counts: true as const };
  return [
    { ...base, type: "phone_call_quantity", amount: 1 },
    { ...base, type: "talk_time_minutes", amount: seconds },
  ];
}

export function anOrder(recordId: string, more: { day: string; owner: string; cents: number }): Fact {
  const on: Day = day(more.day);
  const { owner, cents: amount } = more;
  const at = days.startOf(on);
  return { source: "fishbowl", type: "new_sales_wholesale", recordId, at, day: on, owner, amount, counts: true };
}

import type { GoalStore } from "../goals/store";
import type { Log } from "../log";
import type { ZoneDays } from "../metrics/day";
import type { FactStore } from "../metrics/fact-store";
import type { MetricStore } from "../metrics/metric-store";
import { SOURCE_IDS, type SourceId } from "../metrics/metrics";
import type { Member } from "../people/person";
import type { PeopleStore } from "../people/store";
import type { Source } from "../sources/source";
import { accepted, asksFor, type SyncAsk } from "./ask";
import type { CheckpointStore } from "./checkpoint-store";
import type { ClaimsStore } from "./claims-store";
import type { DueDays } from "./due-days-store";
import { expiring } from "./expiring";
import { learnPeople } from "./learn-people";
import type { Lease } from "./lock";
import { noteStates } from "./note-states";
import { outcomesOf } from "./outcomes";
import { readSource, type SourceRead } from "./read-source";
import { type Edge, NO_EDGE, recompute } from "./recompute";
import { recomputeBesides } from "./recompute-besides";
import type { Progress, StepState, SyncProblem, SyncReport } from "./report";
import { problemsOf, sourceResult } from "./source-result";
import type { SourceStates } from "./source-states";

/** What every run needs; made once, in `app.ts`. */
export interface SyncParts {
  readonly sources: readonly Source[];
  readonly facts: FactStore;
  readonly checkpoints: CheckpointStore;
  readonly claims: ClaimsStore;
  readonly due: DueDays;
  readonly metrics: MetricStore;
  readonly goals: GoalStore;
  readonly people: PeopleStore;
  readonly states: SourceStates;
  readonly readMembers: () => Promise<readonly Member[]>;
  /** Slack ids that are admins whatever Slack says. */
  readonly admins: readonly string[];
  readonly days: ZoneDays;
  readonly now: () => Date;
  readonly log: Log;
}

/** One source's reading with the time it took. */
export interface Timed {
  readonly read: SourceRead | null;
  /** Not read since the run is about others, not since it is off. */
  readonly untouched?: true;
  readonly startedAt: Date;
  readonly durationMs: number;
}

/**
 * One run over all sources, by whoever holds the lease: reads them side by side, and when all have come to an end makes
 * the totals anew and brings the goals up to date, once. A source that fails keeps its numbers and stops no other.
 *
 * @throws {LeaseLost} and whatever the database throws; never for a source's sake.
 */
export async function runSync(
  { ask, lease, onProgress }: { ask: SyncAsk; lease: Lease; onProgress: (progress: Progress) => void },
  parts: SyncParts,
): Promise<SyncReport> {
  const startedAt = parts.now();
  const tell = progressTeller(onProgress);
  const membersRead = settled(parts.readMembers());
  const timed = await readAll({ ask, lease, tell }, parts);
  const { people, roster, problems } = await learnPeople(
    { timed, members: await membersRead, acceptVanished: ask.acceptVanished === true },
    parts,
  );
  tell("goals", "running");
  const reads = Object.values(timed).flatMap(({ read }) => read ?? []);
  const common = { ...parts, roster, edge: edgeOf(timed.justcall), stillHeld: lease.check, asOf: lease.token };
  const recomputed = await recompute(ask.range, common);
  await recomputeBesides({ range: ask.range, reads }, common);
  await lease.check();
  const goalsUpdated = await parts.goals.recompute(parts.days.dayOf(parts.now()));
  await noteStates({ timed, range: ask.range }, parts);
  const outcomes = await outcomesOf({ range: ask.range, timed, people, roster, recomputed }, parts);
  tell("goals", "done");
  const lost = {
    sources: parts.sources.filter(({ id }) => asksFor(ask, id)),
    states: await parts.states.all(new Set()),
  };
  const today = parts.days.dayOf(startedAt);
  const errors = [...problems, ...reads.flatMap(problemsOf), ...expiring(lost, { today, days: parts.days })];
  const results = {
    copper: sourceResult(outcomes.copper),
    justcall: sourceResult(outcomes.justcall),
    fishbowl: sourceResult(outcomes.fishbowl),
  };
  return report({ ask, startedAt, finishedAt: parts.now(), results, goalsUpdated, errors }, parts.days);
}

type Teller = (step: keyof Progress, state: StepState) => void;

function progressTeller(onProgress: (progress: Progress) => void): Teller {
  let progress: Progress = { copper: "waiting", justcall: "waiting", fishbowl: "waiting", goals: "waiting" };
  return (step, state) => {
    progress = { ...progress, [step]: state };
    onProgress(progress);
  };
}

async function readAll(
  { ask, lease, tell }: { ask: SyncAsk; lease: Lease; tell: Teller },
  { sources, days, facts, checkpoints, due, now }: SyncParts,
): Promise<Readonly<Record<SourceId, Timed>>> {
  const afresh = ask.afresh ?? false;
  const kept = { facts, checkpoints, due, days, now };
  const keeping = { ...kept, stillHeld: lease.check, asOf: lease.token, afresh };
  const range = days.instantsOf(ask.range);
  const one = async (id: SourceId): Promise<Timed> => {
    const startedAt = now();
    const source = sources.find((candidate) => candidate.id === id);
    if (source === undefined || source.off !== undefined) {
      tell(id, "off");
      return { read: null, startedAt, durationMs: 0 };
    }
    if (!asksFor(ask, id)) {
      tell(id, "untouched");
      return { read: null, untouched: true, startedAt, durationMs: 0 };
    }
    tell(id, "running");
    const read = await readSource(
      source,
      { range, patient: ask.trigger === "schedule" },
      { ...keeping, acceptVanished: accepted(ask, id) },
    );
    tell(id, read.failure === null ? "done" : "failed");
    return { read, startedAt, durationMs: now().getTime() - startedAt.getTime() };
  };
  // When one breaks the run, the others come to their end first: nothing may go on after the lease is given back.
  const ended = await Promise.allSettled(SOURCE_IDS.map(one));
  const [copper, justcall, fishbowl] = ended.map((each) => {
    if (each.status === "rejected") throw each.reason;
    return each.value;
  });
  if (!copper || !justcall || !fishbowl) throw new RangeError("A source is missing from the list");
  return { copper, justcall, fishbowl };
}

/** JustCall's calls just outside the range, as far as they were read. */
function edgeOf({ read }: Timed): Edge {
  return read === null || read.failure !== null ? NO_EDGE : { calls: read.edge, around: read.around };
}

/** A promise that is not awaited yet must not be an unhandled rejection. */
function settled<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
  return promise.then(
    (value) => ({ status: "fulfilled", value }),
    (reason: unknown) => ({ status: "rejected", reason }),
  );
}

function report(
  {
    ask,
    startedAt,
    finishedAt,
    results,
    goalsUpdated,
    errors,
  }: {
    ask: SyncAsk;
    startedAt: Date;
    finishedAt: Date;
    results: Pick<SyncReport["results"], SourceId>;
    goalsUpdated: number;
    errors: readonly SyncProblem[];
  },
  days: ZoneDays,
): SyncReport {
  const { since, until } = days.instantsOf(ask.range);
  const { copper, justcall, fishbowl } = results;
  return {
    success: errors.length === 0,
    duration: `${finishedAt.getTime() - startedAt.getTime()}ms`,
    userId: ask.userId,
    dateRange: { start: since.toISOString(), end: until.toISOString() },
    results: { copper, justcall, fishbowl, goalsUpdated, errors },
    summary: {
      copperSuccess: copper.success,
      justcallSuccess: justcall.success,
      fishbowlSuccess: fishbowl.success,
      goalsUpdated,
      errors: errors.length,
    },
  };
}

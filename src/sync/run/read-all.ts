import { awaitBySource, bySource, SOURCE_IDS, type SourceId } from "../../metrics/sources";
import type { Day, DayRange } from "../../time/day";
import type { Lease } from "../lease";
import { readSource, type SourceRead } from "../read/read-source";
import type { StepState } from "../report";
import { approvedDeletions, includesSource, type SyncRequest } from "../request";
import type { RunContext, TimedRead } from "./context";

/** What came of reading each source. */
export type TimedReads = Readonly<Record<SourceId, TimedRead>>;

/** All sources of a request, to be read. */
export interface ReadRequest {
  readonly request: SyncRequest;
  /** The days that are read first where a limit binds; `null` for a range that is too short for it. */
  readonly newestDays: DayRange | null;
  readonly lease: Lease;
  readonly reportSource: (source: SourceId, state: StepState) => void;
  /** Called once when a vendor's limit binds. */
  readonly beginStage: () => void;
  /** Called once when each source has read the newest days, at least, and one goes on with older ones. */
  readonly endStage: (newest: TimedReads) => void;
}

type ReadDeps = Pick<RunContext, "sources" | "days" | "facts" | "checkpoints" | "dirtyDays" | "now">;

/** Reads all sources of a request side by side. If one breaks the run, the others end first: nothing may go on after the lease. */
export function readAll(asked: ReadRequest, deps: ReadDeps): Promise<TimedReads> {
  const stage = new Stage(asked);
  return awaitBySource(async (id) => {
    const timed = await readOne(id, { ...asked, stage }, deps);
    stage.ended(id, timed);
    return timed;
  });
}

/** Waits until each source has read the newest days. */
class Stage {
  private readonly newest = new Map<SourceId, TimedRead>();
  private readonly over = new Set<SourceId>();
  begun = false;

  constructor(private readonly asked: Pick<ReadRequest, "beginStage" | "endStage">) {}

  begin(): void {
    if (!this.begun) this.asked.beginStage();
    this.begun = true;
  }

  read(source: SourceId, timed: TimedRead): void {
    if (this.newest.has(source)) return;
    this.newest.set(source, timed);
    if (this.newest.size < SOURCE_IDS.length || this.over.size === SOURCE_IDS.length) return;
    const none = { read: null, startedAt: timed.startedAt, durationMs: 0 };
    this.asked.endStage(bySource((id) => this.newest.get(id) ?? none));
  }

  ended(source: SourceId, timed: TimedRead): void {
    this.over.add(source);
    this.read(source, timed);
  }
}

async function readOne(
  id: SourceId,
  { request, newestDays, lease, reportSource, stage }: ReadRequest & { readonly stage: Stage },
  { sources, days, facts, checkpoints, dirtyDays, now }: ReadDeps,
): Promise<TimedRead> {
  const startedAt = now();
  const source = sources.find((candidate) => candidate.id === id);
  if (source === undefined || source.off !== undefined) {
    reportSource(id, "off");
    return { read: null, startedAt, durationMs: 0 };
  }
  if (!includesSource(request, id)) {
    reportSource(id, "untouched");
    return { read: null, untouched: true, startedAt, durationMs: 0 };
  }
  reportSource(id, "running");
  let newestFrom: Day | null = null;
  const timed = (read: SourceRead): TimedRead => ({
    ...{ read, startedAt, durationMs: now().getTime() - startedAt.getTime() },
    ...(newestFrom !== null && read.failure !== null && { newestFrom }),
  });
  const newest = newestDays && {
    since: days.startOf(newestDays.from),
    begun: () => stage.begun,
    begin: () => stage.begin(),
    end: (read: SourceRead) => {
      newestFrom = newestDays.from;
      stage.read(id, timed(read));
    },
  };
  const read = await readSource(
    source,
    {
      range: days.instantsOf(request.range),
      priority: request.trigger === "schedule" ? "background" : "interactive",
      newest,
    },
    {
      ...{ facts, checkpoints, dirtyDays, days, now, fence: lease },
      resume: request.joinRunning !== false,
      approvedDeletions: approvedDeletions(request, id),
    },
  );
  reportSource(id, read.failure === null ? "done" : "failed");
  return timed(read);
}

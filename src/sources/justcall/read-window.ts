import { safeId } from "../../metrics/fact";
import type { InstantRange } from "../../time/day";
import { type ReadSession, type TooManyRecordsResult, WINDOW_RECORDS, type WindowRead } from "../source";
import { TooManyRecords } from "../source-error";
import { unreadableReason } from "../unreadable";
import { CallBuffer, type DatedCall } from "./call-buffer";
import { JUSTCALL_PAGE_SIZE, type JustCallClient } from "./client";
import { type JustCallContext, justcallCallFacts } from "./mapping";
import { type BegunWalks, beginCalls, readCalls } from "./read-calls";
import { isReadable, type ListedCall } from "./schema";
import { BEHIND_MS, MAX_SLICES, OVERLAP_MS, type Reach, slices } from "./slices";
import { type CallWalk, verifyCalls } from "./verify-calls";

/** What opening the session found out. */
export interface SessionDeps extends Pick<ReadSession, "people"> {
  readonly client: JustCallClient;
  readonly range: InstantRange;
  readonly reach: Reach;
  readonly context: JustCallContext;
  readonly prefetch: CallsPrefetch | null;
  readonly requestsWithin: (milliseconds: number) => number;
}

/** The walks over a window, begun before anybody asked for it: most reads have one window, and people are listed meanwhile. */
export interface CallsPrefetch {
  readonly window: InstantRange;
  readonly walks: BegunWalks;
}

/** Reads windows in the order of time; calls read beyond one are buffered for the next. */
export function justcallReadSession({
  client,
  people,
  range,
  reach,
  context,
  requestsWithin,
  ...deps
}: SessionDeps): ReadSession {
  const buffer = new CallBuffer();
  const from = reach.from ?? range.since;
  let prefetch = deps.prefetch;
  const earliest = new Date(reach.oldestAsked + BEHIND_MS);
  let walk: CallWalk | null = null;
  const beginWindow = (window: InstantRange) => {
    const started = prefetch;
    prefetch = null;
    if (started !== null && sameRange(started.window, window)) return started.walks;
    started?.walks.stop.abort(new Error("another window is read"));
    return beginCalls(client, slices(window, { readTo: buffer.askedTo(window), oldestAsked: reach.oldestAsked }));
  };
  return {
    people,
    notices: [],
    ...(reach.note !== null && { notes: [reach.note] }),
    ...(reach.from !== null && { from: reach.from }),
    earliest,
    overlapMs: OVERLAP_MS,
    usage: () => client.usage(),
    recordsWithin(milliseconds) {
      // A page of each slice may be asked for already, and each ends with one that is not full.
      const short = prefetch === null ? MAX_SLICES : 0;
      return Math.max(0, requestsWithin(milliseconds) - short) * JUSTCALL_PAGE_SIZE;
    },
    missing: async (unlisted) => unlisted,
    async verify(missing, { approved } = { approved: false }) {
      if (walk === null) throw new RangeError("No window was read");
      return verifyCalls(missing, { client, context, oldestAsked: reach.oldestAsked, walk, approved });
    },
    async read(window, { most, edge } = {}) {
      if (window.since < earliest) throw new RangeError(`JustCall is read from ${earliest.toISOString()} on`);
      const pagesBefore = client.usage().pages - (prefetch?.walks.slices.length ?? 0);
      const walks = beginWindow(window);
      try {
        const read = await readCalls(client, { window, most, walks });
        buffer.put(read, walks.slices.at(-1)?.to ?? Number.NEGATIVE_INFINITY);
      } catch (error) {
        if (error instanceof TooManyRecords) return { kind: "too-many", records: error.records };
        throw error;
      }
      const read = windowRead(buffer, { window, range: { since: from, until: range.until }, edge, context });
      if (read.kind === "complete") {
        const listed = new Set([...read.facts.map(({ recordId }) => recordId), ...read.unreadable]);
        walk = { window, listed, pages: client.usage().pages - pagesBefore };
      }
      return read;
    },
  };
}

function sameRange(one: InstantRange, other: InstantRange): boolean {
  return one.since.getTime() === other.since.getTime() && one.until.getTime() === other.until.getTime();
}

function windowRead(
  buffer: CallBuffer,
  {
    window,
    range,
    edge = false,
    context,
  }: { window: InstantRange; range: InstantRange; edge?: boolean | undefined; context: JustCallContext },
): WindowRead | TooManyRecordsResult {
  const [since, until] = [window.since.getTime(), window.until.getTime()];
  const inside = buffer.between(since, until);
  // Everything stays in the buffer for the window's parts.
  if (inside.length > WINDOW_RECORDS) return { kind: "too-many", records: inside.length };
  const before = edge || since === range.since.getTime() ? buffer.between(since - OVERLAP_MS, since) : [];
  const after = until === range.until.getTime() ? buffer.between(until, until + OVERLAP_MS + 1) : [];
  const undated = buffer.takeUndated();
  buffer.dropBefore(window.until);
  const factsOf = (calls: readonly DatedCall[]) =>
    calls.flatMap(({ call }) => (isReadable(call) ? justcallCallFacts(call, context) : []));
  const unreadable = inside.filter(({ call }) => !isReadable(call));
  const unreadableIds = [...before, ...inside, ...after].flatMap(({ id, call }) =>
    isReadable(call) ? [] : [safeId(id)],
  );
  return {
    kind: "complete",
    facts: factsOf(inside),
    leftOut: tally([...unreadable.map(({ call }) => call), ...undated]),
    overlap: factsOf([...before, ...after]),
    unreadable: new Set([...buffer.undatedIds, ...unreadableIds]),
  };
}

function tally(calls: readonly ListedCall[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const call of calls) {
    if (isReadable(call)) continue;
    const reason = unreadableReason("call", call.unreadable);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return counts;
}

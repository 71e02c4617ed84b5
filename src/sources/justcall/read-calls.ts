import type { InstantRange } from "../../time/day";
import { WINDOW_RECORDS } from "../source";
import { SourceError, TooManyRecords } from "../source-error";
import type { JustCallClient, JustCallPage } from "./client";
import { firstPage, type JustCallList, readList } from "./pages";
import { Call } from "./schema";
import { filter, type Slice, ZONE_MARGIN_MS } from "./slices";

/** Without a total, reads that seem to exceed this are given up, and the window is read in parts. */
const MAX_BUFFERED = 100_000;

interface SlicedWindow {
  readonly window: InstantRange;
  readonly slices: readonly Slice[];
  readonly signal: AbortSignal;
}

/**
 * Reads the calls of the slices, side by side.
 *
 * @throws {TooManyRecords} when JustCall's totals say, before more than a page of each is read, that the window holds
 * too many; of what lies around the window, a part by time is taken off. Without totals, when a window's worth of calls
 * lies so close together that all would be far too many.
 * @throws {SourceError}
 */
export async function readCalls(
  client: JustCallClient,
  { window, slices, signal }: SlicedWindow,
): Promise<readonly ReadonlyMap<string, Call | null>[]> {
  const begun = await Promise.all(
    slices.map(async (stretch) => {
      const list = callList(stretch);
      return { stretch, list, first: await firstPage(client, list, signal) };
    }),
  );
  const records = estimate(begun, { window, slices });
  if (records !== null && records > WINDOW_RECORDS) throw new TooManyRecords(records);
  const density = new Density();
  const read = await Promise.all(
    begun.map(({ stretch, list, first }) => {
      const progress = (count: number, last: Call | null) => {
        density.observe(stretch, { records: count, last });
        if (records === null) assertNotTooMany(density, { window, stretches: slices });
      };
      return readList(client, { list, first, signal, progress });
    }),
  );
  assertReadable(read.flatMap((calls) => [...calls.values()]));
  return read;
}

/**
 * Gives up on a window with too many calls, unless it is short: most of what is read lies around it, for each part
 * again.
 */
function assertNotTooMany(
  density: Density,
  { window, stretches }: { window: InstantRange; stretches: readonly Slice[] },
): void {
  const length = window.until.getTime() - window.since.getTime();
  if (length <= 2 * ZONE_MARGIN_MS || density.records <= WINDOW_RECORDS) return;
  const asked = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  if (density.expected(asked) > MAX_BUFFERED) throw new TooManyRecords(density.expected(length));
}

function callList(slice: Slice): JustCallList<Call> {
  return {
    name: "calls",
    path: "/calls",
    query: { ...filter(slice), sort: "id", order: "asc" },
    read: (raw) => Call.safeParse(raw).data ?? null,
    cursor: (last_call_id_fetched) => ({ last_call_id_fetched }),
  };
}

function estimate(
  begun: readonly { readonly first: JustCallPage }[],
  { window, slices }: Pick<SlicedWindow, "window" | "slices">,
): number | null {
  const totals = begun.map(({ first }) => first.total).filter((total) => total !== null);
  if (totals.length === 0 || totals.length < begun.length) return null;
  const asked = slices.reduce((sum, { from, to }) => sum + to - from, 0);
  const share = Math.min(1, (window.until.getTime() - window.since.getTime()) / asked);
  return Math.round(totals.reduce((sum, total) => sum + total, 0) * share);
}

/** When most calls cannot be read their form has changed, and silence would read as zero. */
function assertReadable(calls: readonly (Call | null)[]): void {
  const unreadable = calls.filter((call) => call === null).length;
  if (unreadable < 3 || unreadable * 2 <= calls.length) return;
  const message = `${unreadable} of ${calls.length} calls in JustCall could not be read; Paceline must learn their new form`;
  throw new SourceError("justcall", "unexpected-answer", message);
}

/** Calls over less time than this say nothing about a month. */
const SHORTEST_MS = 3_600_000;

interface SliceProgress {
  readonly begun: Progress;
  last: Progress;
}

/** How many calls had been read when a slice came to this time. */
interface Progress {
  readonly records: number;
  readonly at: number;
}

/** Estimates how many calls a span of time holds from how close together those lie that were read so far. */
export class Density {
  private readonly progress = new Map<Slice, SliceProgress>();

  /** Records that a slice has read so many calls, in the order of their ids and so of time, and this one last. */
  observe(slice: Slice, { records, last }: { readonly records: number; readonly last: Call | null }): void {
    const place = { records, at: last?.at.getTime() ?? Number.NaN };
    if (Number.isNaN(place.at)) return;
    const walked = this.progress.get(slice);
    if (walked === undefined) this.progress.set(slice, { begun: place, last: place });
    else walked.last = place;
  }

  /** All that were read. */
  get records(): number {
    return sum([...this.progress.values()].map(({ last }) => last.records));
  }

  expected(milliseconds: number): number {
    const walks = [...this.progress.values()];
    const read = sum(walks.map(({ begun, last }) => last.records - begun.records));
    const over = sum(walks.map(({ begun, last }) => Math.max(0, last.at - begun.at)));
    return Math.round((read / Math.max(over, SHORTEST_MS)) * milliseconds);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

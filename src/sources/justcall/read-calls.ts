import type { InstantRange } from "../../time/day";
import { WINDOW_RECORDS } from "../source";
import { TooManyRecords } from "../source-error";
import { assertReadable } from "../unreadable";
import type { JustCallClient, JustCallPage } from "./client";
import { Density } from "./density";
import { expectedCalls, promisedCalls } from "./estimate";
import { firstPage, type JustCallList, readList } from "./pages";
import { isReadable, type ListedCall, readCall } from "./schema";
import { filter, MARGINS_MS, type Slice } from "./slices";

/** Without a total, reads that seem to exceed this are given up, and the window is read in parts. */
const MAX_BUFFERED = 100_000;

/** Slices whose first pages are asked for. */
export interface BegunWalks {
  readonly slices: readonly Slice[];
  readonly first: Promise<readonly BegunWalk[]>;
  /** Drops what is still queued. */
  readonly stop: AbortController;
}

interface BegunWalk {
  readonly slice: Slice;
  readonly list: JustCallList<ListedCall>;
  readonly first: JustCallPage;
}

/** Asks for the first page of each slice, side by side. */
export function beginCalls(client: JustCallClient, slices: readonly Slice[]): BegunWalks {
  const stop = new AbortController();
  const first = Promise.all(
    slices.map(async (slice) => {
      const list = callList(slice);
      return { slice, list, first: await firstPage(client, list, stop.signal) };
    }),
  );
  // Whoever reads on handles its error; if nobody does, there is nothing to handle.
  first.catch(() => undefined);
  return { slices, first, stop };
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
  { window, most, walks }: Pick<SlicedWindow, "window" | "most"> & { readonly walks: BegunWalks },
): Promise<readonly ReadonlyMap<string, ListedCall>[]> {
  const { slices, stop } = walks;
  try {
    return await readSlices(client, { window, most, slices, begun: await walks.first, signal: stop.signal });
  } catch (error) {
    // Nobody needs what is still queued.
    stop.abort(error);
    throw error;
  }
}

interface SlicedWindow {
  readonly window: InstantRange;
  /** More calls than this are too many, by JustCall's totals or else by how close together those of the first pages lie. */
  readonly most?: (() => number) | undefined;
  readonly slices: readonly Slice[];
  readonly begun: readonly BegunWalk[];
  readonly signal: AbortSignal;
}

async function readSlices(
  client: JustCallClient,
  { window, most, slices, begun, signal }: SlicedWindow,
): Promise<readonly ReadonlyMap<string, ListedCall>[]> {
  const records = promisedCalls(begun, window);
  if (records !== null && records > WINDOW_RECORDS) throw new TooManyRecords(records);
  if (most !== undefined) assertAtMost(most(), records ?? expectedCalls(begun, window));
  const density = new Density();
  const read = await Promise.all(
    begun.map(({ slice, list, first }) => {
      const progress = (count: number, last: ListedCall | null) => {
        density.observe(slice, { records: count, last });
        if (records === null) assertNotTooMany(density, { window, slices });
      };
      return readList(client, { list, first, signal, progress });
    }),
  );
  const listed = read.flatMap((calls) => [...calls.values()]);
  const unreadable = listed.flatMap((call) => (isReadable(call) ? [] : [call.unreadable]));
  assertReadable({ source: "justcall", record: "call", listed: listed.length, unreadable });
  return read;
}

function assertAtMost(most: number, records: number): void {
  if (records > most) throw new TooManyRecords(records);
}

/**
 * Gives up on a window with too many calls, unless it is short: most of what is read lies around it, for each part
 * again.
 */
function assertNotTooMany(
  density: Density,
  { window, slices }: { window: InstantRange; slices: readonly Slice[] },
): void {
  const length = window.until.getTime() - window.since.getTime();
  if (length <= MARGINS_MS || density.records <= WINDOW_RECORDS) return;
  const asked = slices.reduce((sum, { from, to }) => sum + to - from, 0);
  if (density.expected(asked) > MAX_BUFFERED) throw new TooManyRecords(density.expected(length));
}

function callList(slice: Slice): JustCallList<ListedCall> {
  return {
    name: "calls",
    path: "/calls",
    query: { ...filter(slice), sort: "id", order: "asc" },
    read: readCall,
    cursor: (last_call_id_fetched) => ({ last_call_id_fetched }),
  };
}

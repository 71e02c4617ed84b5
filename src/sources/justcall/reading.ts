import type { InstantRange } from "../../metrics/day";
import type { Reading, TooMany, WindowRead } from "../source";
import { WINDOW_RECORDS } from "../source";
import { TooManyRecords } from "../too-many";
import type { JustCallClient } from "./client";
import { callFacts, type Meaning } from "./mapping";
import type { Reach } from "./reach";
import { readCalls } from "./read-calls";
import { Shelf } from "./shelf";
import { stretches } from "./stretches";

/** A call logged twice is looked for this far: one just outside the range may cover one inside. */
const EDGE_MS = 120_000;
const UNREADABLE = "could not be read";

/** What opening found out. */
export interface Opened extends Pick<Reading, "people"> {
  readonly client: JustCallClient;
  readonly range: InstantRange;
  readonly reach: Reach;
  readonly meaning: Meaning;
}

/** Reads windows in the order of time; what is read beyond one is kept for the next. */
export function justcallReading({ client, people, range, reach, meaning }: Opened): Reading {
  const shelf = new Shelf();
  const from = reach.from ?? range.since;
  return {
    people,
    notices: [],
    ...(reach.note !== null && { notes: [reach.note] }),
    ...(reach.from !== null && { from: reach.from }),
    usage: () => client.usage(),
    gone: async (unseen) => unseen,
    async read(window) {
      if (window.since < from) throw new RangeError(`JustCall is read from ${from.toISOString()} on`);
      const stop = new AbortController();
      try {
        const asked = stretches(window, { askedTo: shelf.askedTo(window), oldestAsked: reach.oldestAsked });
        const read = await readCalls(client, { window, stretches: asked, signal: stop.signal });
        shelf.put(read, asked.at(-1)?.to ?? Number.NEGATIVE_INFINITY);
      } catch (error) {
        // What is still queued would be asked for nothing.
        stop.abort(error);
        if (error instanceof TooManyRecords) return { kind: "too-many", records: error.records };
        throw error;
      }
      return windowRead(shelf, { window, range: { since: from, until: range.until }, meaning });
    },
  };
}

function windowRead(
  shelf: Shelf,
  { window, range, meaning }: { window: InstantRange; range: InstantRange; meaning: Meaning },
): WindowRead | TooMany {
  const [since, until] = [window.since.getTime(), window.until.getTime()];
  const calls = shelf.between(since, until);
  // Everything stays on the shelf for the window's halves.
  if (calls.length > WINDOW_RECORDS) return { kind: "too-many", records: calls.length };
  const before = since === range.since.getTime() ? shelf.between(since - EDGE_MS, since) : [];
  const after = until === range.until.getTime() ? shelf.between(until, until + EDGE_MS + 1) : [];
  const unreadable = shelf.takeUnreadable();
  shelf.dropBefore(window.until);
  return {
    kind: "whole",
    facts: calls.flatMap((call) => callFacts(call, meaning)),
    leftOut: new Map(unreadable > 0 ? [[UNREADABLE, unreadable]] : []),
    edge: [...before, ...after].flatMap((call) => callFacts(call, meaning)),
  };
}

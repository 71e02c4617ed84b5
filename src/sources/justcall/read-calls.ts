import type { InstantRange } from "../../metrics/day";
import { WINDOW_RECORDS } from "../source";
import { SourceError } from "../source-error";
import { TooManyRecords } from "../too-many";
import type { JustCallClient, Page } from "./client";
import { Call } from "./schema";
import { filter, type Stretch } from "./stretches";
import { firstPage, type List, readList } from "./walk";

/** Without a total, a walk is given up only here: what was read until then is kept for the window's halves. */
const MOST_KEPT = 100_000;

interface Asking {
  readonly window: InstantRange;
  readonly stretches: readonly Stretch[];
  readonly signal: AbortSignal;
}

/**
 * Reads the calls of the stretches, walked side by side.
 *
 * @throws {TooManyRecords} when JustCall's totals say, before more than a page of each is read, that the window holds
 * too many; of what lies around the window, a part by time is taken off.
 * @throws {SourceError}
 */
export async function readCalls(
  client: JustCallClient,
  { window, stretches, signal }: Asking,
): Promise<readonly ReadonlyMap<string, Call | null>[]> {
  const begun = await Promise.all(
    stretches.map(async (stretch) => {
      const list = callList(stretch);
      return { list, first: await firstPage(client, list, signal), records: 0 };
    }),
  );
  const records = estimate(begun, { window, stretches });
  if (records !== null && records > WINDOW_RECORDS) throw new TooManyRecords(records);
  const read = await Promise.all(
    begun.map((walk) => {
      const progress = (count: number) => {
        walk.records = count;
        if (begun.reduce((sum, one) => sum + one.records, 0) > MOST_KEPT && records === null)
          throw new TooManyRecords(null);
      };
      return readList(client, { list: walk.list, first: walk.first, signal, progress });
    }),
  );
  assertReadable(read.flatMap((calls) => [...calls.values()]));
  return read;
}

function callList(stretch: Stretch): List<Call> {
  return {
    name: "calls",
    path: "/calls",
    query: { ...filter(stretch), sort: "id", order: "asc" },
    read: (raw) => Call.safeParse(raw).data ?? null,
    cursor: (last_call_id_fetched) => ({ last_call_id_fetched }),
  };
}

function estimate(
  begun: readonly { readonly first: Page }[],
  { window, stretches }: Pick<Asking, "window" | "stretches">,
): number | null {
  const totals = begun.map(({ first }) => first.total).filter((total) => total !== null);
  if (totals.length === 0 || totals.length < begun.length) return null;
  const asked = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
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

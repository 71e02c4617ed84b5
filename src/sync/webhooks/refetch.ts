import type { SourceId } from "../../metrics/sources";
import type { Source } from "../../sources/source";
import type { RecordRef } from "../../sources/webhook-event";
import type { AppliedRecords } from "./apply-records";
import type { QueuedEvent } from "./inbox-store";

/** What came of the hints of one source. */
export interface RefetchedRecords {
  readonly source: SourceId;
  readonly hints: readonly QueuedEvent[];
  /** `null` when there is nothing to read: the source is switched off. */
  readonly touched: AppliedRecords | null;
  /** What stopped the reading, or `null`. */
  readonly failure: unknown;
}

/** Runs hold the lease meanwhile: a vendor that is slow must not keep them waiting for long. */
const READ_MS = 30_000;

/** Reads what the hints name, each record once, the sources side by side. One that fails is an answer, not an error. */
export function refetchRecords(
  hints: readonly QueuedEvent[],
  { sources, signal }: { readonly sources: readonly Source[]; readonly signal: AbortSignal },
): Promise<readonly RefetchedRecords[]> {
  const ends = AbortSignal.any([signal, AbortSignal.timeout(READ_MS)]);
  const named = [...new Set(hints.map(({ source }) => source))];
  return Promise.all(
    named.map(async (source): Promise<RefetchedRecords> => {
      const mine = hints.filter((hint) => hint.source === source);
      const from = sources.find(({ id }) => id === source);
      const common = { source, hints: mine, touched: null, failure: null };
      if (from?.readAgain === undefined || from.off !== undefined) return common;
      try {
        const read = await from.readAgain(once(mine), ends);
        return { ...common, touched: { source, read } };
      } catch (failure) {
        return { ...common, failure };
      }
    }),
  );
}

function once(hints: readonly QueuedEvent[]): readonly RecordRef[] {
  const all = hints.flatMap(({ records }) => records);
  return [...new Map(all.map((record) => [`${record.kind} ${record.id}`, record])).values()];
}

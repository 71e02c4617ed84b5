import type { SourceId } from "../../metrics/sources";
import type { Source } from "../../sources/source";
import type { RecordRef } from "../../sources/webhook-event";
import type { AppliedRecords } from "./apply-records";
import type { QueuedEvent } from "./inbox-store";

/** What the webhook events of one source brought. */
export interface RefetchedRecords {
  readonly source: SourceId;
  readonly events: readonly QueuedEvent[];
  /** `null` when there is nothing to read, because the source is switched off. */
  readonly found: AppliedRecords | null;
  /** What stopped the read, or `null`. */
  readonly failure: unknown;
}

/** Runs wait for the lease meanwhile, so a slow vendor must not hold it for long. */
const READ_MS = 30_000;

/** Reads what the events name, each record once, the sources side by side. One that fails is an answer, not an error. */
export function refetchRecords(
  events: readonly QueuedEvent[],
  { sources, signal }: { readonly sources: readonly Source[]; readonly signal: AbortSignal },
): Promise<readonly RefetchedRecords[]> {
  const stop = AbortSignal.any([signal, AbortSignal.timeout(READ_MS)]);
  const named = [...new Set(events.map(({ source }) => source))];
  return Promise.all(
    named.map(async (source): Promise<RefetchedRecords> => {
      const own = events.filter((event) => event.source === source);
      const from = sources.find(({ id }) => id === source);
      const common = { source, events: own, found: null, failure: null };
      if (from?.refetch === undefined || from.off !== undefined) return common;
      try {
        const read = await from.refetch(distinctRecords(own), stop);
        return { ...common, found: { source, read } };
      } catch (failure) {
        return { ...common, failure };
      }
    }),
  );
}

/** Lists the records that events name, each once. */
export function distinctRecords(events: readonly QueuedEvent[]): readonly RecordRef[] {
  const all = events.flatMap(({ records }) => records);
  return [...new Map(all.map((record) => [`${record.kind} ${record.id}`, record])).values()];
}

import type { Log } from "../../log";
import type { RecordFacts } from "../../metrics/record-store";
import { SourceError } from "../../sources/source-error";
import { type Lease, LeaseLost } from "../lease";
import type { RunContext } from "../run/context";
import { applyRecords } from "./apply-records";
import type { InboxStore, QueuedEvent } from "./inbox-store";
import { type RefetchedRecords, refetchRecords } from "./refetch";

export interface ProcessEventsDeps {
  readonly inbox: InboxStore;
  readonly parts: RunContext & { readonly recordFacts: RecordFacts };
  /** Told whose figures changed, by Slack id. */
  readonly onChange: (userIds: readonly string[]) => void;
  readonly log: Log;
}

/** At most so many hints, and about so many records, are worked off under one lease. */
const MAX_EVENTS = 100;
const MAX_RECORDS = 200;
const MAX_ATTEMPTS = 5;
const FIRST_RETRY_MS = 30_000;

/**
 * Works off a batch of what is due: reads the records, keeps what they are now, and reckons once. A hint whose source
 * fails is tried again later, five times in all; then it is left to the next sync, which is the record.
 *
 * @returns in how many milliseconds something is due again, or `null`.
 * @throws {LeaseLost}
 */
export async function processEvents(
  { lease, signal }: { readonly lease: Lease; readonly signal: AbortSignal },
  needs: ProcessEventsDeps,
): Promise<number | null> {
  const hints = batch(await needs.inbox.due(MAX_EVENTS));
  const reads = await refetchRecords(hints, { sources: needs.parts.sources, signal });
  // Cut off is not failed: the next process reads them.
  if (signal.aborted || hints.length === 0) return null;
  const failed = reads.filter(({ failure }) => failure !== null);
  const retries = await Promise.all(failed.map(({ hints, failure }) => reschedule(hints, { failure, ...needs })));
  const read = reads.filter(({ failure }) => failure === null);
  try {
    await saveEvents(read, { lease, needs });
  } catch (failure) {
    if (failure instanceof LeaseLost) throw failure;
    const kept = read.flatMap((one) => one.hints);
    retries.push(await reschedule(kept, { failure, ...needs }));
  }
  return retries.length === 0 ? null : Math.min(...retries);
}

async function saveEvents(
  read: readonly RefetchedRecords[],
  { lease, needs: { inbox, parts, onChange, log } }: { lease: Lease; needs: ProcessEventsDeps },
): Promise<void> {
  const hints = read.flatMap((one) => one.hints);
  const ids = hints.map(({ _id }) => _id);
  const days = hints.flatMap((hint) => hint.days);
  const reads = read.flatMap(({ touched }) => touched ?? []);
  const users = await applyRecords({ reads, days, onDays: (touched) => inbox.noteDays(ids, touched), lease }, parts);
  await inbox.done(ids);
  log.debug({ hints: ids.length, changed: users.length }, "webhooks worked off");
  if (users.length > 0) onChange(users);
}

/** Fresh hints and those that failed before are never in one batch. */
function batch(due: readonly QueuedEvent[]): readonly QueuedEvent[] {
  const fresh = due.filter(({ attempts }) => attempts === 0);
  const together = fresh.length > 0 ? fresh : due;
  let records = 0;
  return together.filter((hint) => {
    records += hint.records.length;
    return records <= MAX_RECORDS;
  });
}

async function reschedule(
  hints: readonly QueuedEvent[],
  { failure, inbox, log }: { failure: unknown; inbox: InboxStore; log: Log },
): Promise<number> {
  const attempts = Math.max(0, ...hints.map((hint) => hint.attempts));
  const afterMs = FIRST_RETRY_MS * 4 ** attempts;
  await inbox.failed(hints, { giveUpAt: MAX_ATTEMPTS, afterMs });
  const expected = failure instanceof SourceError || (failure instanceof Error && failure.name === "TimeoutError");
  const fields = { error: failure, hints: hints.length, attempts: attempts + 1 };
  if (expected) log.warn(fields, "records that webhooks name could not be read; they are tried again");
  else log.error(fields, "records that webhooks name could not be kept; they are tried again");
  return afterMs;
}

import type { Log } from "../../log";
import { SourceError } from "../../sources/source-error";
import { type Lease, LeaseLost } from "../lease";
import type { RunContext } from "../run/context";
import { daysAreMoved } from "../totals/move-days";
import { type ApplyRecordsDeps, applyRecords } from "./apply-records";
import type { InboxStore, QueuedEvent } from "./inbox-store";
import { type RefetchedRecords, refetchRecords } from "./refetch";

export interface ProcessEventsDeps {
  readonly inbox: InboxStore;
  readonly context: ApplyRecordsDeps & Pick<RunContext, "sources" | "daysZone">;
  /** Receives the Slack ids of those whose figures changed. */
  readonly onChange: (userIds: readonly string[]) => void;
  /** Called when days are marked that no sync has read; the lease is still held. */
  readonly onUnread: () => void;
  readonly log: Log;
}

/** At most so many events, and about so many records, are processed under one lease. */
const MAX_EVENTS = 100;
const MAX_RECORDS = 200;
const MAX_ATTEMPTS = 5;
const FIRST_RETRY_MS = 30_000;

/**
 * Processes a batch of due events: reads the records, saves them as they are now, and recomputes once. Records of days that no
 * sync has read are left to one. An event whose
 * source fails is retried later, five times in all; then it is left to the next sync, which is the record.
 *
 * @returns in how many milliseconds an event is due again, or `null`.
 * @throws {LeaseLost}
 */
export async function processEvents(
  { lease, signal }: { readonly lease: Lease; readonly signal: AbortSignal },
  deps: ProcessEventsDeps,
): Promise<number | null> {
  // By another zone's days they would be told apart wrongly: the next run moves what is stored first.
  if (!(await daysAreMoved(deps.context))) return FIRST_RETRY_MS;
  const events = batch(await deps.inbox.due(MAX_EVENTS));
  const reads = await refetchRecords(events, { sources: deps.context.sources, signal });
  // Cut off is not failed: the next process will read them.
  if (signal.aborted || events.length === 0) return null;
  const failed = reads.filter(({ failure }) => failure !== null);
  const retries = await Promise.all(failed.map(({ events, failure }) => reschedule(events, { failure, ...deps })));
  const read = reads.filter(({ failure }) => failure === null);
  try {
    await saveEvents(read, { lease, deps });
  } catch (failure) {
    if (failure instanceof LeaseLost) throw failure;
    const unsaved = read.flatMap((one) => one.events);
    retries.push(await reschedule(unsaved, { failure, ...deps }));
  }
  return retries.length === 0 ? null : Math.min(...retries);
}

async function saveEvents(
  read: readonly RefetchedRecords[],
  { lease, deps: { inbox, context, onChange, onUnread, log } }: { lease: Lease; deps: ProcessEventsDeps },
): Promise<void> {
  const events = read.flatMap((one) => one.events);
  const ids = events.map(({ _id }) => _id);
  const days = events.flatMap((event) => event.days);
  const reads = read.flatMap(({ found }) => found ?? []);
  for (const { source, read: records } of reads) {
    const [reason] = records.unreadable;
    const fields = { source, records: records.unreadable.length, reason };
    if (reason !== undefined)
      log.warn(fields, "records that webhooks name could not be read; what was read before stands");
  }
  const { users, waiting, unread } = await applyRecords(
    { reads, days, onDays: (affected) => inbox.recordDays(ids, affected), fence: lease },
    context,
  );
  await inbox.done(ids);
  log.debug({ hints: ids.length, changed: users.length }, "webhooks worked off");
  if (users.length > 0) onChange(users);
  if (waiting.length === 0) return;
  const toRead = [...new Set(unread.map(({ day }) => day))].sort();
  log.info(
    { facts: waiting.length, days: toRead },
    "webhooks named records of days that no sync has read; these are read whole first",
  );
  if (unread.length > 0) onUnread();
}

/** Never puts events that failed before into one batch with new ones. */
function batch(due: readonly QueuedEvent[]): readonly QueuedEvent[] {
  const fresh = due.filter(({ attempts }) => attempts === 0);
  const together = fresh.length > 0 ? fresh : due;
  let records = 0;
  return together.filter((event) => {
    records += event.records.length;
    return records <= MAX_RECORDS;
  });
}

async function reschedule(
  events: readonly QueuedEvent[],
  { failure, inbox, log }: { failure: unknown; inbox: InboxStore; log: Log },
): Promise<number> {
  const attempts = Math.max(0, ...events.map((event) => event.attempts));
  const afterMs = FIRST_RETRY_MS * 4 ** attempts;
  await inbox.failed(events, { giveUpAt: MAX_ATTEMPTS, afterMs });
  const expected = failure instanceof SourceError || (failure instanceof Error && failure.name === "TimeoutError");
  const fields = { error: failure, hints: events.length, attempts: attempts + 1 };
  if (expected) log.warn(fields, "records that webhooks name could not be read; they are tried again");
  else log.error(fields, "records that webhooks name could not be kept; they are tried again");
  return afterMs;
}

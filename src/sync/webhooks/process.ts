import type { Log } from "../../log";
import type { SourceId } from "../../metrics/sources";
import { TooManyRecords } from "../../sources/read-by-id";
import { SourceError } from "../../sources/source-error";
import { type Lease, LeaseLost } from "../lease";
import type { RunContext } from "../run/context";
import { daysAreMoved } from "../totals/move-days";
import { type ApplyRecordsDeps, applyRecords } from "./apply-records";
import { leaveToSync, MAX_ONE_BY_ONE } from "./backlog";
import type { InboxStore, QueuedEvent } from "./inbox-store";
import { distinctRecords, type RefetchedRecords, refetchRecords } from "./refetch";

export interface ProcessEventsDeps {
  readonly inbox: InboxStore;
  readonly context: ApplyRecordsDeps & Pick<RunContext, "sources" | "daysZone">;
  /** Receives the Slack ids of those whose figures changed. */
  readonly onChange: (userIds: readonly string[]) => void;
  /** Called when a sync must read days that none has read; the lease is still held. */
  readonly onUnread: () => void;
  /** Called when a sync must look for records that are not among a source's newest; the lease is still held. */
  readonly onUnlisted: (source: SourceId) => void;
  /** Called when the days of more events than are read one by one are marked; the lease is still held. */
  readonly onBacklog: () => void;
  readonly log: Log;
}

/** Events that are looked at together; more of them are a backlog anyway. */
const MAX_EVENTS = 1_000;
/** Records of events that a list must not be read for: few enough for a minute's allowance. */
const FEW_RECORDS = 30;
const MAX_ATTEMPTS = 5;
const FIRST_RETRY_MS = 30_000;

/**
 * Processes a batch of due events: reads the records, saves them as they are now, and recomputes once. Records of days that no
 * sync has read are left to one, and so is a backlog, or a batch of which many records would be asked for one by one. An event
 * whose source fails is retried later, five times in all; then it is left to the next sync, which is the record.
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
  const due = await deps.inbox.due(MAX_EVENTS);
  const isBacklog = distinctRecords(due).length > MAX_ONE_BY_ONE;
  if (isBacklog && (await leaveToSync(due, { fence: lease, deps })) > 0) return null;
  const events = batch(due, MAX_ONE_BY_ONE);
  const reads = await readOrLeave(events, { lease, signal, deps });
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

/** Reads what the events name; where many records would be asked for one by one, their days are left to a sync instead. */
async function readOrLeave(
  events: readonly QueuedEvent[],
  { lease, signal, deps }: { lease: Lease; signal: AbortSignal; deps: ProcessEventsDeps },
): Promise<readonly RefetchedRecords[]> {
  const { sources } = deps.context;
  const reads = await refetchRecords(events, { sources, signal });
  const settled = reads.map(async (read): Promise<readonly RefetchedRecords[]> => {
    if (!(read.failure instanceof TooManyRecords)) return [read];
    if ((await leaveToSync(read.events, { fence: lease, deps })) > 0) return [];
    return refetchRecords(batch(read.events, FEW_RECORDS), { sources, signal });
  });
  return (await Promise.all(settled)).flat();
}

async function saveEvents(
  read: readonly RefetchedRecords[],
  { lease, deps: { inbox, context, onChange, onUnread, onUnlisted, log } }: { lease: Lease; deps: ProcessEventsDeps },
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
  for (const { source, read: records } of reads) {
    const { unlisted = 0 } = records;
    if (unlisted === 0) continue;
    // Their day is not marked: until it was read again, every other record of it would wait.
    log.info({ source, records: unlisted }, "records that webhooks name were not found; a sync looks for them");
    onUnlisted(source);
  }
  if (unread.length > 0) onUnread();
  if (waiting.length === 0) return;
  const toRead = [...new Set(unread.map(({ day }) => day))].sort();
  log.info(
    { facts: waiting.length, days: toRead },
    "webhooks named records of days that no sync has read; these are read whole first",
  );
}

/** Never puts events that failed before into one batch with new ones. */
function batch(due: readonly QueuedEvent[], most: number): readonly QueuedEvent[] {
  const fresh = due.filter(({ attempts }) => attempts === 0);
  const together = fresh.length > 0 ? fresh : due;
  let records = 0;
  return together.filter((event) => {
    records += event.records.length;
    return records <= most;
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

import type { Log } from "../log";
import type { RecordFacts } from "../metrics/record-facts-store";
import { SourceError } from "../sources/source-error";
import type { Inbox, KeptHint } from "./inbox-store";
import { LeaseLost } from "./lease-lost";
import type { Lease } from "./lock";
import { type HintsRead, readHints } from "./read-hints";
import type { SyncParts } from "./run";
import { touch } from "./touch";

export interface HintWorkNeeds {
  readonly inbox: Inbox;
  readonly parts: SyncParts & { readonly recordFacts: RecordFacts };
  /** Told whose figures changed, by Slack id. */
  readonly onChange: (userIds: readonly string[]) => void;
  readonly log: Log;
}

/** At most so many hints, and about so many records, are worked off under one lease. */
const MOST_HINTS = 100;
const MOST_RECORDS = 200;
const GIVE_UP_AT = 5;
const FIRST_RETRY_MS = 30_000;

/**
 * Works off a batch of what is due: reads the records, keeps what they are now, and reckons once. A hint whose source
 * fails is tried again later, five times in all; then it is left to the next sync, which is the record.
 *
 * @returns in how many milliseconds something is due again, or `null`.
 * @throws {LeaseLost}
 */
export async function workHints(
  { lease, signal }: { readonly lease: Lease; readonly signal: AbortSignal },
  needs: HintWorkNeeds,
): Promise<number | null> {
  const hints = batch(await needs.inbox.due(MOST_HINTS));
  const reads = await readHints(hints, { sources: needs.parts.sources, signal });
  // Cut off is not failed: the next process reads them.
  if (signal.aborted || hints.length === 0) return null;
  const failed = reads.filter(({ failure }) => failure !== null);
  const retries = await Promise.all(failed.map(({ hints, failure }) => later(hints, { failure, ...needs })));
  const read = reads.filter(({ failure }) => failure === null);
  try {
    await keep(read, { lease, needs });
  } catch (failure) {
    if (failure instanceof LeaseLost) throw failure;
    const kept = read.flatMap((one) => one.hints);
    retries.push(await later(kept, { failure, ...needs }));
  }
  return retries.length === 0 ? null : Math.min(...retries);
}

async function keep(
  read: readonly HintsRead[],
  { lease, needs: { inbox, parts, onChange, log } }: { lease: Lease; needs: HintWorkNeeds },
): Promise<void> {
  const hints = read.flatMap((one) => one.hints);
  const ids = hints.map(({ _id }) => _id);
  const days = hints.flatMap((hint) => hint.days);
  const reads = read.flatMap(({ touched }) => touched ?? []);
  const users = await touch({ reads, days, onDays: (touched) => inbox.noteDays(ids, touched), lease }, parts);
  await inbox.done(ids);
  log.debug({ hints: ids.length, changed: users.length }, "webhooks worked off");
  if (users.length > 0) onChange(users);
}

/** Fresh hints and those that failed before are never in one batch. */
function batch(due: readonly KeptHint[]): readonly KeptHint[] {
  const fresh = due.filter(({ attempts }) => attempts === 0);
  const together = fresh.length > 0 ? fresh : due;
  let records = 0;
  return together.filter((hint) => {
    records += hint.records.length;
    return records <= MOST_RECORDS;
  });
}

async function later(
  hints: readonly KeptHint[],
  { failure, inbox, log }: { failure: unknown; inbox: Inbox; log: Log },
): Promise<number> {
  const attempts = Math.max(0, ...hints.map((hint) => hint.attempts));
  const afterMs = FIRST_RETRY_MS * 4 ** attempts;
  await inbox.failed(hints, { giveUpAt: GIVE_UP_AT, afterMs });
  const expected = failure instanceof SourceError || (failure instanceof Error && failure.name === "TimeoutError");
  const fields = { error: failure, hints: hints.length, attempts: attempts + 1 };
  if (expected) log.warn(fields, "records that webhooks name could not be read; they are tried again");
  else log.error(fields, "records that webhooks name could not be kept; they are tried again");
  return afterMs;
}

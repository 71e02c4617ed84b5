import type { Log } from "../../log";
import type { Fact } from "../../metrics/fact";
import type { SourceId } from "../../metrics/sources";
import { type RecordRef, storedScope } from "../../sources/webhook-event";
import type { Day } from "../../time/day";
import type { Fence } from "../lease";
import { markUnread } from "../read/unread-days";
import { type ApplyRecordsDeps, readState } from "./apply-records";
import type { InboxStore, QueuedEvent } from "./inbox-store";
import { distinctRecords } from "./refetch";
import { canRead } from "./unread-records";

/** More records than these are not read one by one: a sync of their days lists a hundred or more with one request. */
export const MAX_ONE_BY_ONE = 100;

export interface BacklogDeps {
  readonly inbox: Pick<InboxStore, "done">;
  readonly context: ApplyRecordsDeps;
  /** Called when the days of a backlog are marked; the lease is still held. */
  readonly onBacklog: () => void;
  readonly log: Log;
}

/** So many records are looked up with one query. */
const LOOK_UP = 500;

/**
 * Leaves events to one sync of the days that their records lie in, today for records that nobody knows yet. The days are marked
 * to be read whole before the events are done, so that a process that dies forgets none. Events with a record of a day that
 * its source cannot list any more stay.
 *
 * @returns how many events are left to the sync.
 * @throws {LeaseLost}
 */
export async function leaveToSync(
  events: readonly QueuedEvent[],
  { fence, deps: { inbox, context, onBacklog, log } }: { readonly fence: Fence; readonly deps: BacklogDeps },
): Promise<number> {
  const state = await readState(context);
  const left: QueuedEvent[] = [];
  const days = new Set<Day>();
  for (const source of new Set(events.map((event) => event.source))) {
    const own = events.filter((event) => event.source === source);
    const daysOf = await storedDays(source, { records: distinctRecords(own), context });
    // Days that an earlier try affected may have no totals of what it wrote.
    const concerned = (event: QueuedEvent) => [...event.records.flatMap(daysOf), ...event.days];
    const listable = own.filter((event) => concerned(event).every((day) => canRead({ source, day }, state)));
    const marked = new Set(listable.flatMap(concerned));
    await markUnread([...marked], { source, context: { ...context, fence } });
    for (const day of marked) days.add(day);
    left.push(...listable);
  }
  if (left.length === 0) return 0;
  await inbox.done(left.map(({ _id }) => _id));
  log.info(
    { hints: left.length, records: distinctRecords(left).length, days: [...days].sort() },
    "so many webhooks came that their days are synced instead",
  );
  onBacklog();
  return left.length;
}

/** Finds the days that records lie in as far as they are stored; answers what a record's days are. */
async function storedDays(
  source: SourceId,
  { records, context }: { readonly records: readonly RecordRef[]; readonly context: ApplyRecordsDeps },
): Promise<(record: RecordRef) => readonly Day[]> {
  const facts: Pick<Fact, "recordId" | "day">[] = [];
  for (let at = 0; at < records.length; at += LOOK_UP) {
    facts.push(...(await context.recordFacts.of(source, storedScope(records.slice(at, at + LOOK_UP)))));
  }
  const days = new Map<string, Set<Day>>();
  for (const { recordId, day } of facts) {
    // An entry of a stage has its opportunity's id, a dash and more.
    const [id = recordId] = recordId.split("-");
    days.set(id, (days.get(id) ?? new Set()).add(day));
  }
  const today = context.days.dayOf(context.now());
  return ({ id }) => [...(days.get(id) ?? [today])];
}

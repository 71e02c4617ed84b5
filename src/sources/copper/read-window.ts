import { safeId } from "../../metrics/fact";
import type { InstantRange } from "../../time/day";
import type { ReadSession, TooManyRecordsResult, WindowRead } from "../source";
import { TooManyRecords } from "../source-error";
import { assertReadable, type ReadableRecord, unreadableReason } from "../unreadable";
import { type ActivitiesPrefetch, type BegunWindow, beginActivities } from "./activities-prefetch";
import { COPPER_PAGE_SIZE, type CopperClient } from "./client";
import type { CopperConfig } from "./config";
import { COPIES_APART_MS, countedTypes, type WindowLists, windowLists } from "./lists";
import { COPY, type CopperContext, DELETED, emailFacts, entryFact, loggedCallFacts, type Mapped } from "./mapping";
import { type BegunList, beginList, type PageWalk, type WalkedIds } from "./pages";
import type { Activity, Opportunity } from "./schema";
import { missingFacts } from "./unlisted";
import { type ActivityWalks, verifyActivities } from "./verify-activities";

/** What opening the session found out and started. */
interface SessionDeps extends Pick<ReadSession, "people" | "notices"> {
  readonly client: CopperClient;
  readonly prefetch: ActivitiesPrefetch;
  readonly context: CopperContext;
  readonly requestsWithin: (milliseconds: number) => number;
}

/** Reads windows, the three lists of each side by side. */
export function copperReadSession(
  config: CopperConfig,
  { client, prefetch, context, requestsWithin, ...opened }: SessionDeps,
): ReadSession {
  const seen = new SeenMails();
  const lookUp = { client, config, context };
  let walks: ActivityWalks | null = null;
  return {
    ...opened,
    configFingerprint: JSON.stringify([countedTypes(config), [...context.stages]]),
    usage: () => client.usage(),
    recordsWithin: (milliseconds) => Math.max(0, requestsWithin(milliseconds) - LISTS) * COPPER_PAGE_SIZE,
    async read(window, { most = () => Number.POSITIVE_INFINITY } = {}) {
      const begun = prefetch.take(window) ?? beginActivities(client, { config, window });
      try {
        const { opportunities } = windowLists(config, { window, stages: context.stages });
        const { read, ...walked } = await readWindow(
          { ...begun, opportunities },
          { client, context, window, most, seen },
        );
        walks = walked;
        return read;
      } catch (error) {
        // Nobody needs what is still queued.
        begun.stop.abort(error);
        if (error instanceof TooManyRecords)
          return { kind: "too-many", records: error.records } satisfies TooManyRecordsResult;
        throw error;
      }
    },
    missing: (unlisted) => missingFacts(unlisted, lookUp),
    async verify(missing, { approved } = { approved: false }) {
      if (walks === null) throw new RangeError("No window was read");
      return verifyActivities(missing, { ...lookUp, walks, approved });
    },
  };
}

/** Each of them ends with a page that is not full. */
const LISTS = 3;

interface WindowDeps {
  readonly client: CopperClient;
  readonly context: CopperContext;
  readonly window: InstantRange;
  /** More records than this, over all three lists, are too many. */
  readonly most: () => number;
  readonly seen: SeenMails;
}

async function readWindow(
  { emails, calls, opportunities, stop }: BegunWindow & Pick<WindowLists, "opportunities">,
  { client, context, window, most, seen }: WindowDeps,
): Promise<ActivityWalks & { readonly read: WindowRead }> {
  let promised = 0;
  const walked = <T>({ total, walk }: BegunList<T>): Promise<PageWalk<T>> => {
    promised += total ?? 0;
    if (promised > most()) throw new TooManyRecords(promised);
    return walk();
  };
  // The first pages of all three are asked for before any second one, so that too many are known soon.
  const lists = await Promise.all([
    emails.then(walked),
    calls.then(walked),
    beginList(client, { list: opportunities, signal: stop.signal }).then(walked),
  ]);
  const mapped = [
    mappedList("email", lists[0], (mails) => {
      const first = new Date(window.since.getTime() - COPIES_APART_MS);
      const before = emailFacts(inside(mails, { since: first, until: window.since }), context).facts;
      return seen.without(emailFacts(inside(mails, window), context), { window, before });
    }),
    mappedList("call", lists[1], (calls) => loggedCallFacts(inside(calls, window), context)),
    mappedList("opportunity", lists[2], (found) => entryFacts(found, { window, context })),
  ];
  const read: WindowRead = {
    kind: "complete",
    facts: mapped.flatMap(({ facts }) => facts),
    leftOut: tally(mapped.flatMap(({ leftOut }) => leftOut)),
    overlap: [],
    unreadable: new Set(mapped.flatMap(({ unreadable }) => unreadable)),
  };
  return { read, window, emails: idsOf(lists[0]), calls: idsOf(lists[1]) };
}

/** All that is held of a walk once its records are mapped. */
function idsOf<T>({ items, pages }: PageWalk<T>): WalkedIds {
  return { ids: new Set(items.keys()), pages };
}

function inside(activities: readonly Activity[], window: InstantRange): readonly Activity[] {
  return activities.filter(({ activity_date }) => contains(window, activity_date));
}

function entryFacts(
  opportunities: readonly Opportunity[],
  { window, context }: { window: InstantRange; context: CopperContext },
): Mapped {
  const entered = opportunities.filter(({ date_stage_changed }) => contains(window, date_stage_changed));
  const mapped = entered.map((one) => ({ id: one.id, fact: entryFact(one, context) }));
  return {
    facts: mapped.flatMap(({ fact }) => fact ?? []),
    leftOut: [],
    unreadable: mapped.flatMap(({ id, fact }) => (fact === null ? [{ id, part: "stage" as const }] : [])),
  };
}

function contains({ since, until }: InstantRange, second: number): boolean {
  return second * 1_000 >= since.getTime() && second * 1_000 < until.getTime();
}

/** A list's facts, and what of it became none, whether at the border or in the mapping. */
function mappedList<T>(
  record: ReadableRecord,
  { items }: PageWalk<T>,
  map: (records: readonly T[]) => Mapped,
): Omit<Mapped, "unreadable"> & { readonly unreadable: readonly string[] } {
  const listed = [...items.values()];
  const mapped = map(listed.flatMap((one) => (one.kind === "record" ? [one.record] : [])));
  const unreadable = [...listed.flatMap((one) => (one.kind === "unreadable" ? [one] : [])), ...mapped.unreadable];
  const parts = unreadable.map(({ part }) => part);
  assertReadable({ source: "copper", record, listed: listed.length, unreadable: parts });
  const deleted = listed.flatMap(({ kind }) => (kind === "deleted" ? [DELETED] : []));
  return {
    facts: mapped.facts,
    leftOut: [...deleted, ...mapped.leftOut, ...parts.map((part) => unreadableReason(record, part))],
    unreadable: unreadable.flatMap(({ id }) => (id === null ? [] : [safeId(id)])),
  };
}

function tally(reasons: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}

/**
 * Remembers the mails of the previous window. Copper lists a mail once for each person it concerns, and a window's edge
 * may lie between two such copies: the later one must not be written over the earlier one, on whose day the mail counts.
 * One window is enough, since copies are seconds apart, and more would fill the memory. Before the first one, those just before it do.
 */
class SeenMails {
  private until = Number.NEGATIVE_INFINITY;
  private ids: ReadonlySet<string> = new Set();

  /** Drops copies of mails in the previous window and of those just `before` this one. */
  without(
    { facts, leftOut, unreadable }: Mapped,
    { window, before }: { readonly window: InstantRange; readonly before: Mapped["facts"] },
  ): Mapped {
    const earlier = new Set(before.map(({ recordId }) => recordId));
    const previous = this.until <= window.since.getTime() ? this.ids : new Set();
    const own = facts.filter(({ recordId }) => !previous.has(recordId) && !earlier.has(recordId));
    this.until = window.until.getTime();
    this.ids = new Set(facts.map(({ recordId }) => recordId));
    const copies = Array.from({ length: facts.length - own.length }, () => COPY);
    return { facts: own, leftOut: [...leftOut, ...copies], unreadable };
  }
}

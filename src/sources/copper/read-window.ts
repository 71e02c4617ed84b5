import type { InstantRange } from "../../time/day";
import type { ReadSession, TooManyRecordsResult, WindowRead } from "../source";
import { TooManyRecords } from "../source-error";
import type { CopperClient } from "./client";
import type { CopperConfig } from "./config";
import { deletedFacts } from "./deleted";
import type { EmailPrefetch } from "./email-prefetch";
import { countedTypes, type WindowLists, windowLists } from "./lists";
import {
  COPY,
  type CopperContext,
  copperCallFacts,
  DELETED,
  emailFacts,
  entryFact,
  type Mapped,
  UNREADABLE,
} from "./mapping";
import type { Activity, Opportunity } from "./schema";
import { assertReadable, beginList, type ListRead } from "./verified-list";

/** What opening the session found out and started. */
interface SessionDeps extends Pick<ReadSession, "people" | "notices"> {
  readonly client: CopperClient;
  readonly prefetch: EmailPrefetch;
  readonly context: CopperContext;
}

/** Reads windows, the three lists of each side by side. */
export function copperReadSession(
  config: CopperConfig,
  { client, prefetch, context, ...opened }: SessionDeps,
): ReadSession {
  const seen = new SeenMails();
  return {
    ...opened,
    configFingerprint: JSON.stringify([countedTypes(config), [...context.stages]]),
    usage: () => client.usage(),
    async read(window) {
      const started = prefetch.take(window);
      const stop = started?.stop ?? new AbortController();
      try {
        const lists = windowLists(config, { window, stages: context.stages });
        const emails = started?.emails ?? beginList(client, { list: lists.emails, signal: stop.signal });
        return await readWindow(lists, { client, emails, context, window, seen, signal: stop.signal });
      } catch (error) {
        // Nobody needs what is still queued.
        stop.abort(error);
        if (error instanceof TooManyRecords)
          return { kind: "too-many", records: error.records } satisfies TooManyRecordsResult;
        throw error;
      }
    },
    deleted: (unseen) => deletedFacts(unseen, { client, config, context }),
  };
}

interface WindowDeps {
  readonly client: CopperClient;
  /** Its first page may have been requested before. */
  readonly emails: ReturnType<typeof beginList<Activity>>;
  readonly context: CopperContext;
  readonly window: InstantRange;
  readonly seen: SeenMails;
  readonly signal: AbortSignal;
}

async function readWindow({ calls, opportunities }: WindowLists, deps: WindowDeps): Promise<WindowRead> {
  const { client, emails, context, window, seen, signal } = deps;
  // The first pages of all three are requested before any second one, so that too many records show early.
  const lists = await Promise.all([
    emails.then(finished),
    beginList(client, { list: calls, signal }).then(finished),
    beginList(client, { list: opportunities, signal }).then(finished),
  ]);
  const mapped = [
    mappedList("e-mails", lists[0], (mails) => seen.without(emailFacts(inside(mails, window), context), window)),
    mappedList("calls", lists[1], (calls) => ({
      facts: inside(calls, window).flatMap((call) => copperCallFacts(call, context)),
      leftOut: [],
    })),
    mappedList("opportunities", lists[2], (found) => entryFacts(found, { window, context })),
  ];
  const shortfalls = lists.map((list) => list.shortfall).filter((text) => text !== null);
  return {
    kind: "complete",
    facts: mapped.flatMap(({ facts }) => facts),
    leftOut: tally(mapped.flatMap(({ leftOut }) => leftOut)),
    overlap: [],
    ...(shortfalls.length > 0 && { shortfall: shortfalls.join(" ") }),
  };
}

function finished<T>(rest: () => Promise<T>): Promise<T> {
  return rest();
}

function inside(activities: readonly Activity[], window: InstantRange): readonly Activity[] {
  return activities.filter(({ activity_date }) => contains(window, activity_date));
}

function entryFacts(
  opportunities: readonly Opportunity[],
  { window, context }: { window: InstantRange; context: CopperContext },
): Mapped {
  const entered = opportunities.filter(({ date_stage_changed }) => contains(window, date_stage_changed));
  const facts = entered.map((one) => entryFact(one, context)).filter((fact) => fact !== null);
  return { facts, leftOut: Array.from({ length: entered.length - facts.length }, () => UNREADABLE) };
}

function contains({ since, until }: InstantRange, second: number): boolean {
  return second * 1_000 >= since.getTime() && second * 1_000 < until.getTime();
}

/** Maps a list to its facts and to the records that became none, whether they could not be parsed or not be mapped. */
function mappedList<T>(name: string, { items }: ListRead<T>, map: (records: readonly T[]) => Mapped): Mapped {
  const mapped = map(items.flatMap((one) => (one.kind === "record" ? [one.record] : [])));
  const lost = items.flatMap(({ kind }) => (kind === "record" ? [] : [kind === "deleted" ? DELETED : UNREADABLE]));
  const leftOut = [...lost, ...mapped.leftOut];
  assertReadable(name, { unreadable: leftOut.filter((why) => why === UNREADABLE).length, records: items.length });
  return { facts: mapped.facts, leftOut };
}

function tally(reasons: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}

/**
 * Remembers the mails of the previous window. Copper lists a mail once for each person it concerns, and a window's edge
 * may lie between two such copies: the later one must not be written over the earlier one, on whose day the mail counts.
 * One window is enough, since copies are seconds apart, and more would fill the memory.
 */
class SeenMails {
  private until = Number.NEGATIVE_INFINITY;
  private ids: ReadonlySet<string> = new Set();

  /** Drops copies of mails in the previous window. Windows come in the order of time. */
  without({ facts, leftOut }: Mapped, { since, until }: InstantRange): Mapped {
    const before = this.until <= since.getTime() ? this.ids : new Set();
    const own = facts.filter(({ recordId }) => !before.has(recordId));
    this.until = until.getTime();
    this.ids = new Set(facts.map(({ recordId }) => recordId));
    return { facts: own, leftOut: [...leftOut, ...Array.from({ length: facts.length - own.length }, () => COPY)] };
  }
}

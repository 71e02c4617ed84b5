import type { InstantRange } from "../../time/day";
import type { ReadSession, TooManyRecordsResult, WindowRead } from "../source";
import { TooManyRecords } from "../source-error";
import type { CopperClient } from "./client";
import type { CopperConfig } from "./config";
import { deletedFacts } from "./deleted";
import type { EmailPrefetch } from "./email-prefetch";
import { countedTypes, type WindowLists, windowLists } from "./lists";
import { COPY, callFacts, DELETED, emailFacts, entryFact, type Mapped, type Meaning, UNREADABLE } from "./mapping";
import type { Activity, Opportunity } from "./schema";
import { assertReadable, beginList, type ListRead } from "./verified-list";

/** What opening found out, and began. */
interface Opened extends Pick<ReadSession, "people" | "notices"> {
  readonly client: CopperClient;
  readonly ahead: EmailPrefetch;
  readonly meaning: Meaning;
}

/** Reads windows, the three lists of each side by side. */
export function copperReadSession(config: CopperConfig, { client, ahead, meaning, ...opened }: Opened): ReadSession {
  const seen = new SeenMails();
  return {
    ...opened,
    configFingerprint: JSON.stringify([countedTypes(config), [...meaning.stages]]),
    usage: () => client.usage(),
    async read(window) {
      const begun = ahead.take(window);
      const stop = begun?.stop ?? new AbortController();
      try {
        const lists = windowLists(config, { window, stages: meaning.stages });
        const emails = begun?.emails ?? beginList(client, { list: lists.emails, signal: stop.signal });
        return await readWindow(lists, { client, emails, meaning, window, seen, signal: stop.signal });
      } catch (error) {
        // What is still queued would be asked for nothing.
        stop.abort(error);
        if (error instanceof TooManyRecords)
          return { kind: "too-many", records: error.records } satisfies TooManyRecordsResult;
        throw error;
      }
    },
    deleted: (unseen) => deletedFacts(unseen, { client, config, meaning }),
  };
}

interface Asking {
  readonly client: CopperClient;
  /** Begun already. */
  readonly emails: ReturnType<typeof beginList<Activity>>;
  readonly meaning: Meaning;
  readonly window: InstantRange;
  readonly seen: SeenMails;
  readonly signal: AbortSignal;
}

async function readWindow({ calls, opportunities }: WindowLists, asking: Asking): Promise<WindowRead> {
  const { client, emails, meaning, window, seen, signal } = asking;
  // The first pages of all three are asked for before any second one, so that too many are known soon.
  const lists = await Promise.all([
    emails.then(finished),
    beginList(client, { list: calls, signal }).then(finished),
    beginList(client, { list: opportunities, signal }).then(finished),
  ]);
  const mapped = [
    mappedList("e-mails", lists[0], (mails) => seen.without(emailFacts(inside(mails, window), meaning), window)),
    mappedList("calls", lists[1], (calls) => ({
      facts: inside(calls, window).flatMap((call) => callFacts(call, meaning)),
      leftOut: [],
    })),
    mappedList("opportunities", lists[2], (found) => entryFacts(found, { window, meaning })),
  ];
  const short = lists.map((list) => list.short).filter((text) => text !== null);
  return {
    kind: "whole",
    facts: mapped.flatMap(({ facts }) => facts),
    leftOut: tally(mapped.flatMap(({ leftOut }) => leftOut)),
    overlap: [],
    ...(short.length > 0 && { shortfall: short.join(" ") }),
  };
}

function finished<T>(rest: () => Promise<T>): Promise<T> {
  return rest();
}

function inside(activities: readonly Activity[], window: InstantRange): readonly Activity[] {
  return activities.filter(({ activity_date }) => holds(window, activity_date));
}

function entryFacts(
  opportunities: readonly Opportunity[],
  { window, meaning }: { window: InstantRange; meaning: Meaning },
): Mapped {
  const entered = opportunities.filter(({ date_stage_changed }) => holds(window, date_stage_changed));
  const facts = entered.map((one) => entryFact(one, meaning)).filter((fact) => fact !== null);
  return { facts, leftOut: Array.from({ length: entered.length - facts.length }, () => UNREADABLE) };
}

function holds({ since, until }: InstantRange, second: number): boolean {
  return second * 1_000 >= since.getTime() && second * 1_000 < until.getTime();
}

/** A list's facts, and what of it became none, whether at the border or in the mapping. */
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
 * The mails of the window before. Copper lists a mail once for each person it concerns, and a window's edge may lie
 * between two such copies: the later one must not be written over the earlier one, on whose day the mail counts.
 * One window is remembered, since more of them would fill the memory and copies are seconds apart.
 */
class SeenMails {
  private until = Number.NEGATIVE_INFINITY;
  private ids: ReadonlySet<string> = new Set();

  /** The window's mails without copies of those in the window before. Windows come in the order of time. */
  without({ facts, leftOut }: Mapped, { since, until }: InstantRange): Mapped {
    const before = this.until <= since.getTime() ? this.ids : new Set();
    const own = facts.filter(({ recordId }) => !before.has(recordId));
    this.until = until.getTime();
    this.ids = new Set(facts.map(({ recordId }) => recordId));
    return { facts: own, leftOut: [...leftOut, ...Array.from({ length: facts.length - own.length }, () => COPY)] };
  }
}

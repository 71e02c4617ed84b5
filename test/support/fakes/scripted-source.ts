import { type Fact, factId, type ListedPerson } from "../../../src/metrics/fact";
import type { SourceId } from "../../../src/metrics/sources";
import type { ReadSession, Source } from "../../../src/sources/source";
import { SourceError } from "../../../src/sources/source-error";
import type { InstantRange } from "../../../src/time/day";

/** A source in memory: what it lists can be changed between runs, and it can be made to fail. */
export interface ScriptedSource extends Source {
  reachDays?: number;
  facts: Fact[];
  people: ListedPerson[] | null;
  /** Thrown when a window is read. */
  failure: Error | null;
  /** Records of each window that it lists in a way nobody can read. */
  unreadable: number;
  /** Those of them whose id it lists. */
  unreadableIds: Set<string>;
  /** Records that a walk does not list, though they are there. */
  unlisted: Set<string>;
  /** Records of which it answers neither that they are there nor that they are not. */
  unanswered: Set<string>;
  /** A window with more facts than this is too large. */
  most: number;
  /** Windows that reach beyond this instant are never answered right. */
  breaksFrom: Date | null;
  /** How many facts its limit lets it list within half a minute; `null` without a limit. */
  soon: number | null;
  /** Runs before each window is read. */
  beforeRead: () => void | Promise<void>;
  /** The windows that it was asked for, in order. */
  windows: InstantRange[];
  /** What its reading says of itself. */
  reading: Partial<Pick<ReadSession, "from" | "asOf" | "notes" | "configFingerprint">>;
  /** It reads facts this long outside the range as well. */
  edgeMs: number;
  /** How often it was opened, and whether in the background the last time. */
  opened: number;
  inBackground: boolean | undefined;
}

export function scriptedSource(id: SourceId, people: ListedPerson[] | null, facts: Fact[] = []): ScriptedSource {
  const source: ScriptedSource = {
    id,
    facts,
    people,
    failure: null,
    unreadable: 0,
    unreadableIds: new Set(),
    unlisted: new Set(),
    unanswered: new Set(),
    most: Number.POSITIVE_INFINITY,
    soon: null,
    breaksFrom: null,
    beforeRead: () => undefined,
    windows: [],
    reading: {},
    edgeMs: 0,
    opened: 0,
    inBackground: undefined,
    open: async (range, how) => {
      source.inBackground = how?.priority === "background";
      source.opened += 1;
      const [first, end] = [range.since.getTime(), range.until.getTime()];
      return {
        ...source.reading,
        people: source.people,
        overlapMs: source.edgeMs,
        notices: [],
        ...(source.soon !== null && { recordsWithin: () => source.soon ?? 0 }),
        read: async ({ since, until }, { most = () => Number.POSITIVE_INFINITY } = {}) => {
          source.windows.push({ since, until });
          await source.beforeRead();
          if (source.failure !== null) throw source.failure;
          const listed = source.facts.filter(({ recordId }) => !source.unlisted.has(recordId));
          const inside = listed.filter(({ at }) => at >= since && at < until);
          if (inside.length > most()) return { kind: "too-many", records: inside.length };
          if (inside.length > source.most) return { kind: "too-many", records: null };
          if (source.breaksFrom !== null && until > source.breaksFrom) throw outOfOrder(id);
          const outside = listed.filter(({ at }) => at < range.since || at >= range.until);
          const overlap = outside.filter(
            ({ at }) => at.getTime() >= first - source.edgeMs && at.getTime() <= end + source.edgeMs,
          );
          return {
            kind: "complete",
            facts: inside,
            leftOut: new Map([["call could not be read: duration", source.unreadable]]),
            overlap,
            unreadable: source.unreadableIds,
          };
        },
        missing: async (unlisted) => unlisted,
        verify: async (missing) => {
          const there = new Map(source.facts.map((fact) => [factId(fact), fact]));
          const asked = missing.filter(({ recordId }) => !source.unanswered.has(recordId));
          return {
            gone: asked.filter((fact) => !there.has(factId(fact))),
            found: asked.flatMap((fact) => there.get(factId(fact)) ?? []),
            unanswered: missing.filter(({ recordId }) => source.unanswered.has(recordId)),
          };
        },
        usage: () => ({ pages: 1, requests: 2 }),
      };
    },
  };
  return source;
}

export function refusedKey(source: SourceId): SourceError {
  return new SourceError(source, "credentials", `${source} key refused (401): an admin must renew it`);
}

function outOfOrder(source: SourceId): SourceError {
  return new SourceError(source, "unreachable", `${source} is down (503)`);
}

import type { Db } from "mongodb";
import { SOURCE_IDS, type SourceId } from "../../metrics/sources";
import type { Source } from "../../sources/source";
import { addDays, type Day, type ZoneDays } from "../../time/day";
import { type ArrivalLags, arrivalLags, mergeArrivalLags, settlingDays } from "./arrival-lag";
import { type Coverage, type CoverageOutcome, type CoveredRange, coverageAfter } from "./coverage";
import type { Freshness } from "./freshness";
import { type AnswersSeen, type UnansweredDay, unansweredAfter } from "./unanswered";

interface StateDocument {
  readonly _id: string;
  readonly source: SourceId;
  /** As of when it stands, the day that lies in, and from which day on everything was read. */
  readonly asOf?: Date | null;
  readonly asOfDay?: Day | null;
  readonly from?: Day | null;
  /** What is wrong while the last read failed. */
  readonly problem?: string | null;
  readonly fault?: string;
  /** When it broke last, and when it was back last; on the database's clock. */
  readonly brokeAt?: Date;
  readonly backAt?: Date;
  /** The first day that failed reads left unread. */
  readonly owed?: Day | null;
  /** When it was last read as far back as a sync that names no days goes. */
  readonly deepOn?: Day | null;
  /** Which records came lately, and how late. */
  readonly arrivals?: readonly ArrivalLags[];
  readonly basis?: string | null;
  /** Records that count although the vendor doesn't say whether they still exist. */
  readonly unanswered?: readonly UnansweredDay[];
}

/** How many records of each day came or changed in a complete read, and the fingerprint of its session. */
export interface ArrivalCounts {
  readonly on: Day;
  readonly changed: ReadonlyMap<Day, number>;
  readonly configFingerprint: string | null;
}

/** Stores in `settings` how fresh each source is: which days were read without a gap, and what is wrong since. */
export interface SourceStateStore {
  all(off: ReadonlySet<SourceId>): Promise<readonly Freshness[]>;
  /**
   * Records an outcome, for the run that holds the lease; tells whether the source broke or recovered by it, once each.
   */
  record(source: SourceId, outcome: CoverageOutcome): Promise<"broke" | "recovered" | null>;
  /** The last time each source broke, and was back since. */
  changes(): Promise<readonly SourceChange[]>;
  /**
   * Records on which days records came or changed, before the outcome of the run that saw it; tells how many days late
   * they came before and after this. What changed with a setting or an import was not late.
   */
  recordArrivals(source: SourceId, seen: ArrivalCounts): Promise<{ readonly before: number; readonly after: number }>;
  /** Records of how many records a complete read was not told whether they still exist. */
  recordUnanswered(source: SourceId, seen: AnswersSeen): Promise<void>;
  /** Makes the days that were read those of another zone: fewer rather than more, where a day is no longer whole. */
  moveDays(zones: { readonly before: ZoneDays; readonly after: ZoneDays }): Promise<void>;
}

/** A source that broke; with `backAt`, one that is back. */
export interface SourceChange {
  readonly source: SourceId;
  readonly brokeAt: Date;
  /** How long ago that was, on the database's clock. */
  readonly brokeMsAgo: number;
  readonly fault: string;
  readonly problem: string;
  readonly backAt?: Date;
}

/** Beside a state how long ago it broke, on the database's clock; `null` of one that never did. */
type AgedState = StateDocument & { readonly brokeMsAgo: number | null };

const BROKE_AGO = { $set: { brokeMsAgo: { $subtract: ["$$NOW", "$brokeAt"] } } };

export function sourceStateStore(db: Db): SourceStateStore {
  const settings = db.collection<StateDocument>("settings");
  return {
    all: async (off) => {
      const states = { $match: { _id: { $in: SOURCE_IDS.map(key) } } };
      const found = await settings.aggregate<AgedState>([states, BROKE_AGO]).toArray();
      const bySource = new Map(found.map((state) => [state.source, state]));
      return SOURCE_IDS.map((source) => freshness(source, { state: bySource.get(source), off: off.has(source) }));
    },
    record: async (source, outcome) => {
      const before = coverage(await settings.findOne({ _id: key(source) }));
      const after = coverageAfter(before, outcome);
      const change = changeOf(before, after);
      const fault = outcome.kind === "failed" ? { fault: outcome.fault ?? "bug" } : {};
      const at =
        change === null ? {} : { $currentDate: { [change === "broke" ? "brokeAt" : "backAt"]: true as const } };
      const set = { source, ...stored(after), ...fault };
      await settings.updateOne({ _id: key(source) }, { $set: set, ...at }, { upsert: true });
      return change;
    },
    changes: async () => {
      const broken = { $match: { _id: { $in: SOURCE_IDS.map(key) }, brokeAt: { $exists: true } } };
      const found = await settings.aggregate<AgedState & { brokeMsAgo: number }>([broken, BROKE_AGO]).toArray();
      return found.flatMap(({ source, problem, fault = "bug", brokeAt, brokeMsAgo, backAt }): SourceChange[] => {
        if (brokeAt === undefined) return [];
        const broke = { source, brokeAt, brokeMsAgo, fault, problem: problem ?? "" };
        if (typeof problem === "string") return [broke];
        return backAt === undefined ? [] : [{ ...broke, backAt }];
      });
    },
    recordArrivals: async (source, { on, changed, configFingerprint }) => {
      const state = await settings.findOne({ _id: key(source) });
      const kept = state?.arrivals ?? [];
      const known = (state?.basis ?? null) === configFingerprint;
      const after = known ? mergeArrivalLags(kept, arrivalLags(changed, { on, before: coverage(state).read })) : kept;
      if (!known || changed.size > 0) {
        await settings.updateOne(
          { _id: key(source) },
          { $set: { source, arrivals: after, basis: configFingerprint } },
          { upsert: true },
        );
      }
      return { before: settlingDays(kept), after: settlingDays(after) };
    },
    recordUnanswered: async (source, seen) => {
      const before = (await settings.findOne({ _id: key(source) }))?.unanswered ?? [];
      const unanswered = unansweredAfter(before, seen);
      if (before.length + unanswered.length === 0) return;
      await settings.updateOne({ _id: key(source) }, { $set: { source, unanswered } }, { upsert: true });
    },
    moveDays: async (zones) => {
      for (const source of SOURCE_IDS) {
        const { read, ...rest } = coverage(await settings.findOne({ _id: key(source) }));
        if (read === null) continue;
        const moved = {
          ...rest,
          owed: rest.owed === null ? null : addDays(rest.owed, -1),
          read: rangeMoved(read, zones),
        };
        // Their days were another zone's; the next read counts them anew.
        await settings.updateOne({ _id: key(source) }, { $set: stored(moved), $unset: { unanswered: "" } });
      }
    },
  };
}

function changeOf(before: Coverage, after: Coverage): "broke" | "recovered" | null {
  if (before.problem === null) return after.problem === null ? null : "broke";
  return after.problem === null ? "recovered" : null;
}

function rangeMoved(
  { asOf, from }: CoveredRange,
  { before, after }: { readonly before: ZoneDays; readonly after: ZoneDays },
): CoveredRange {
  const whole = after.startOf(from) >= before.startOf(from);
  return { asOf, asOfDay: after.dayOf(asOf), from: whole ? from : addDays(from, 1) };
}

function coverage(state: StateDocument | null): Coverage {
  const { asOf, asOfDay, from, problem = null, owed = null, deepOn = null } = state ?? {};
  return { read: asOf && asOfDay && from ? { asOf, asOfDay, from } : null, problem, owed, deepOn };
}

function stored({
  read,
  problem,
  owed,
  deepOn,
}: Coverage): Omit<StateDocument, "_id" | "source" | "arrivals" | "basis" | "unanswered"> {
  return { asOf: read?.asOf ?? null, asOfDay: read?.asOfDay ?? null, from: read?.from ?? null, problem, owed, deepOn };
}

function freshness(source: SourceId, { state, off }: { state: AgedState | undefined; off: boolean }): Freshness {
  const asOf = state?.asOf ?? null;
  const { from, deepOn } = state ?? {};
  const late = state?.arrivals === undefined ? {} : { settlingDays: settlingDays(state.arrivals) };
  const unanswered = state?.unanswered ?? [];
  const doubted = unanswered.length === 0 ? {} : { unanswered };
  const common = { source, asOf, ...(from && { from }), ...(deepOn && { deepOn }), ...late, ...doubted };
  if (off) return { ...common, state: "off" };
  if (typeof state?.problem === "string")
    return { ...common, state: "failed", problem: state.problem, ...broke(state) };
  return { ...common, state: asOf === null ? "never" : "fresh" };
}

function broke({ brokeAt: at, brokeMsAgo: msAgo, fault = "bug" }: AgedState): Pick<Freshness, "broke"> {
  return at === undefined || msAgo === null ? {} : { broke: { at, msAgo, fault } };
}

function key(source: SourceId): string {
  return `source:${source}`;
}

/** Reads how old each source's figures are, and adds which sources are off and which are imported. */
export async function readFreshness(
  sources: readonly Pick<Source, "id" | "off" | "imported">[],
  states: Pick<SourceStateStore, "all">,
): Promise<readonly Freshness[]> {
  const ids = (given: typeof sources) => new Set(given.map(({ id }) => id));
  const imported = ids(sources.filter((source) => source.imported));
  const found = await states.all(ids(sources.filter(({ off }) => off !== undefined)));
  return found.map((one) => (imported.has(one.source) ? { ...one, imported: true } : one));
}

import type { Db, Document } from "mongodb";
import type { DayRange } from "../metrics/day";
import { SOURCE_IDS, type SourceId } from "../metrics/metrics";
import type { Freshness } from "./freshness";

interface StateDocument {
  readonly _id: string;
  readonly source: SourceId;
  /** When its last complete reading began, and which days that covered. */
  readonly asOf?: Date;
  readonly days?: DayRange;
  /** What is wrong since, while the last reading failed. */
  readonly problem?: string | null;
}

/** What became of a source in one run. */
export type Outcome =
  | { readonly kind: "complete"; readonly asOf: Date; readonly days: DayRange }
  | { readonly kind: "failed"; readonly problem: string };

/** How fresh each source is: its last complete window, and what is wrong since. Kept in `settings`. */
export interface SourceStates {
  all(off: ReadonlySet<SourceId>): Promise<readonly Freshness[]>;
  /** Notes an outcome; answers whether it broke or recovered with it, so that each is said once. */
  note(source: SourceId, outcome: Outcome): Promise<"broke" | "recovered" | null>;
}

export function sourceStates(db: Db): SourceStates {
  const settings = db.collection<StateDocument>("settings");
  return {
    all: async (off) => {
      const found = await settings.find({ _id: { $in: SOURCE_IDS.map(key) } }).toArray();
      const bySource = new Map(found.map((state) => [state.source, state]));
      return SOURCE_IDS.map((source) => freshness(source, { state: bySource.get(source), off: off.has(source) }));
    },
    note: async (source, outcome) => {
      const before = await settings.findOneAndUpdate({ _id: key(source) }, updateFor(source, outcome), {
        upsert: true,
        returnDocument: "before",
      });
      const wasBroken = typeof before?.problem === "string";
      if (outcome.kind === "failed") return wasBroken ? null : "broke";
      return wasBroken ? "recovered" : null;
    },
  };
}

/** Reading an older stretch of days again says nothing of the newest figures: they stay as old as they are. */
function updateFor(source: SourceId, outcome: Outcome): Document | Document[] {
  if (outcome.kind === "failed") return { $set: { source, problem: outcome.problem } };
  const { asOf, days } = outcome;
  const older = { $gt: ["$days.to", days.to] };
  const newest = { asOf: { $cond: [older, "$asOf", asOf] }, days: { $cond: [older, "$days", days] } };
  return [{ $set: { source, ...newest, problem: null } }];
}

function freshness(source: SourceId, { state, off }: { state: StateDocument | undefined; off: boolean }): Freshness {
  const asOf = state?.asOf ?? null;
  if (off) return { source, asOf, state: "off" };
  if (typeof state?.problem === "string") return { source, asOf, state: "failed", problem: state.problem };
  return { source, asOf, state: asOf === null ? "never" : "fresh" };
}

function key(source: SourceId): string {
  return `source:${source}`;
}

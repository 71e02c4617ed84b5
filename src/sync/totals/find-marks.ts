import type { CallFact, DuplicateMark, FactStore } from "../../metrics/fact-store";
import type { Roster } from "../../people/roster";
import type { DayRange, ZoneDays } from "../../time/day";
import { CallStarts, DUPLICATE_REACH_MS, duplicateMarks } from "./duplicates";
import type { Overlap } from "./overlap";

export interface FindMarksDeps {
  readonly facts: Pick<FactStore, "calls" | "callStarts">;
  readonly roster: Pick<Roster, "userOf">;
  readonly days: ZoneDays;
  readonly overlap: Overlap;
}

/** Marks that must change. */
export interface FoundMarks {
  readonly marks: readonly DuplicateMark[];
  /** All calls that may have one. */
  readonly copper: readonly CallFact[];
}

/** Finds which marks of duplicates must change on these days, by the calls that are saved there and just beside. */
export async function findMarks(range: DayRange, { facts, roster, days, overlap }: FindMarksDeps): Promise<FoundMarks> {
  const copper = await facts.calls("copper", range);
  if (copper.length === 0) return { marks: [], copper };
  const { since, until } = days.instantsOf(range);
  const first = new Date(since.getTime() - DUPLICATE_REACH_MS);
  const end = new Date(until.getTime() + DUPLICATE_REACH_MS + 1);
  const beside = [
    { since: first, until: since },
    { since: until, until: end },
  ];
  const starts = new CallStarts((owner) => roster.userOf("justcall", owner));
  // A saved call that was not listed stands: whether it is gone is told when its own day is read.
  for await (const saved of facts.callStarts("justcall", { days: range, beside }))
    starts.add(saved.filter(({ _id }) => !overlap.ids.has(_id)));
  starts.add(overlap.starts.filter(({ at }) => at >= first && at < end));
  return { marks: duplicateMarks({ copper, starts }, (owner) => roster.userOf("copper", owner)), copper };
}

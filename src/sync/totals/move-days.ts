import type { Seal } from "../../metrics/seal";
import type { PeopleStore } from "../../people/people-store";
import { roster } from "../../people/roster";
import { sealedRoster } from "../../people/sealed-roster";
import { addDays, type DayRange, daysBetween, type ZoneDays, zoneDays } from "../../time/day";
import { clockOf } from "../../time/zone-offset";
import type { DaysZoneStore } from "./days-zone-store";
import { NO_OVERLAP } from "./overlap";
import { type RecomputeDeps, recompute } from "./recompute";

export interface MoveDaysDeps extends Omit<RecomputeDeps, "roster" | "overlap"> {
  readonly people: Pick<PeopleStore, "all" | "salesmen">;
  readonly seal: Seal;
  readonly daysZone: DaysZoneStore;
  /** Which days of each source were read. */
  readonly states: { moveDays(zones: { readonly before: ZoneDays; readonly after: ZoneDays }): Promise<void> };
}

/**
 * Moves everything that is kept by days to the team's zone where it was another before: facts keep their instants and get
 * their days by it, and every day's totals are made anew. What is cut off in between begins again with the next run.
 *
 * @returns the days whose totals were made anew; `null` where nothing was to be moved.
 */
export async function moveDays(deps: MoveDaysDeps): Promise<DayRange | null> {
  const { daysZone, states, people, seal, days, fence } = deps;
  const before = await daysZone.zone();
  if (before === null) await daysZone.record(days.zone);
  if (before === null || sameClock(before, days.zone)) return null;
  const span = await daysZone.span(days);
  // Days by another zone begin up to a day earlier or later.
  const moved = span === null ? null : { from: addDays(span.from, -1), to: addDays(span.to, 1) };
  if (moved !== null) {
    for (let ahead = 0; ahead <= daysBetween(moved.from, moved.to); ahead += 1) {
      await fence.check();
      await daysZone.moveFacts(addDays(moved.from, ahead), days);
    }
    const who = sealedRoster(roster(await people.all(), await people.salesmen()), seal);
    await recompute(moved, { ...deps, roster: who, overlap: NO_OVERLAP });
  }
  await fence.check();
  await states.moveDays({ before: zoneDays(before), after: days });
  await daysZone.forgetDays();
  await daysZone.record(days.zone);
  return moved;
}

/** Whether the stored days are those of the team's zone, so that what is read by it may be added to them. */
export async function daysAreMoved({
  daysZone,
  days,
}: {
  readonly daysZone: Pick<DaysZoneStore, "zone">;
  readonly days: ZoneDays;
}): Promise<boolean> {
  const stored = await daysZone.zone();
  return stored === null || sameClock(stored, days.zone);
}

function sameClock(one: string, other: string): boolean {
  return one === other || clockOf(one) === clockOf(other);
}

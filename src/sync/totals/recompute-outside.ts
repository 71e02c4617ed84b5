import { SOURCE_IDS, type SourceId } from "../../metrics/sources";
import type { Day, DayRange } from "../../time/day";
import { daysWithNeighbors } from "./affected-days";
import type { DirtyDaysStore } from "./dirty-days-store";
import { changedOwners, ownerAssignments } from "./owner-assignments";
import type { OwnerAssignmentStore } from "./owner-assignments-store";
import { type RecomputeDeps, recomputeDays } from "./recompute";

interface OutsideDeps extends RecomputeDeps {
  readonly assignments: OwnerAssignmentStore;
  readonly dirtyDays: DirtyDaysStore;
}

interface ReadOutcome {
  readonly source: SourceId;
  /** What stopped the read; `null` when it came to its end. */
  readonly failure: unknown;
}

/**
 * Recomputes totals that changed on days outside the run's range: dirty days, from which a record was re-dated or whose
 * run broke between its facts and its totals; and every day of an owner who was assigned to somebody else since the
 * totals were last made, with the days beside where a call of theirs may cover one across midnight.
 */
export async function recomputeOutside(
  { range, reads }: { readonly range: DayRange; readonly reads: readonly ReadOutcome[] },
  deps: OutsideDeps,
): Promise<void> {
  const { assignments, dirtyDays, facts, roster, fence } = deps;
  const after = ownerAssignments(roster);
  const before = await assignments.all();
  const changed = SOURCE_IDS.map((source) => {
    return { source, owners: before === null ? [] : changedOwners(source, { before, after }) };
  });
  const dirty = await dirtyDays.all();
  const days: Day[] = dirty.map(({ day }) => day);
  for (const { source, owners } of changed)
    days.push(...daysWithNeighbors(source, await facts.daysOfOwners(source, owners)));
  await recomputeDays(
    days.filter((day) => day < range.from || day > range.to),
    deps,
  );
  // Cleared last: a run that breaks before leaves them to the next.
  if (dirty.length > 0) {
    await fence.check();
    await dirtyDays.clear(
      fence.token,
      reads.filter(({ failure }) => failure === null).map(({ source }) => source),
    );
  }
  if (before !== null && changed.every(({ owners }) => owners.length === 0)) return;
  await fence.check();
  await assignments.save(after);
}

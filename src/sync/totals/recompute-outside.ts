import { SOURCE_IDS, type SourceId } from "../../metrics/sources";
import type { Day, DayRange } from "../../time/day";
import type { DirtyDaysStore } from "./dirty-days-store";
import { changedOwners, ownerAssignments } from "./owner-assignments";
import type { OwnerAssignmentStore } from "./owner-assignments-store";
import { type RecomputeDeps, recomputeDays } from "./recompute";

/**
 * Makes totals of days anew that lie outside the run's own and changed all the same: those that are due, since a record
 * was re-dated from there, or a run broke between its facts and its totals; and all on which somebody did something who
 * is mapped otherwise since the totals were last made.
 */
export async function recomputeOutside(
  {
    range,
    reads,
  }: { readonly range: DayRange; readonly reads: readonly { readonly source: SourceId; readonly settled: boolean }[] },
  parts: RecomputeDeps & { readonly claims: OwnerAssignmentStore; readonly due: DirtyDaysStore },
): Promise<void> {
  const { claims, due, facts, roster, stillHeld, asOf } = parts;
  const after = ownerAssignments(roster);
  const before = await claims.all();
  const changed = SOURCE_IDS.map((source) => {
    return { source, owners: before === null ? [] : changedOwners(source, { before, after }) };
  });
  const waiting = await due.all();
  const days: Day[] = waiting.map(({ day }) => day);
  for (const { source, owners } of changed) days.push(...(await facts.daysOfOwners(source, owners)));
  await recomputeDays(
    days.filter((day) => day < range.from || day > range.to),
    parts,
  );
  // Noted last: a run that breaks before leaves it to the next.
  if (waiting.length > 0) {
    await stillHeld();
    await due.settle(
      asOf,
      reads.filter(({ settled }) => settled).map(({ source }) => source),
    );
  }
  if (before !== null && changed.every(({ owners }) => owners.length === 0)) return;
  await stillHeld();
  await claims.save(after);
}

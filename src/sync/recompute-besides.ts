import type { Day, DayRange } from "../metrics/day";
import { SOURCE_IDS } from "../metrics/metrics";
import { changedOwners, claimsOf } from "./claims";
import type { ClaimsStore } from "./claims-store";
import type { SourceRead } from "./read-source";
import { type Recomputing, recomputeDays } from "./recompute";

/**
 * Makes totals of days anew that the run did not read and that changed all the same: those a record was re-dated from,
 * and all on which somebody did something who is mapped otherwise since the totals were last made.
 */
export async function recomputeBesides(
  { range, reads }: { readonly range: DayRange; readonly reads: readonly SourceRead[] },
  parts: Recomputing & { readonly claims: ClaimsStore },
): Promise<void> {
  const { claims, facts, roster, stillHeld } = parts;
  const after = claimsOf(roster);
  const before = await claims.all();
  const changed = SOURCE_IDS.map((source) => {
    return { source, owners: before === null ? [] : changedOwners(source, { before, after }) };
  });
  const days: Day[] = reads.flatMap(({ movedFrom }) => [...movedFrom]);
  for (const { source, owners } of changed) days.push(...(await facts.daysOfOwners(source, owners)));
  await recomputeDays(
    days.filter((day) => day < range.from || day > range.to),
    parts,
  );
  // Kept last: a run that breaks before leaves it to the next.
  if (before !== null && changed.every(({ owners }) => owners.length === 0)) return;
  await stillHeld();
  await claims.save(after);
}

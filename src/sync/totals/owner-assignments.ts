import { SOURCE_IDS, type SourceId } from "../../metrics/sources";
import type { Roster } from "../../people/roster";

/** An owner at a source, and whose it is. */
export interface OwnerAssignment {
  readonly source: SourceId;
  readonly owner: string;
  readonly userId: string;
}

/** Every owner that is somebody's. */
export function ownerAssignments(roster: Roster): readonly OwnerAssignment[] {
  return SOURCE_IDS.flatMap((source) =>
    roster.owners(source).flatMap((owner): OwnerAssignment[] => {
      const userId = roster.userOf(source, owner);
      return userId === null ? [] : [{ source, owner, userId }];
    }),
  );
}

/** The owners at a source that are somebody else's now, nobody's any more, or somebody's at last. */
export function changedOwners(
  source: SourceId,
  { before, after }: { readonly before: readonly OwnerAssignment[]; readonly after: readonly OwnerAssignment[] },
): readonly string[] {
  const [was, is] = [usersBy(source, before), usersBy(source, after)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((owner) => was.get(owner) !== is.get(owner));
}

function usersBy(source: SourceId, assignments: readonly OwnerAssignment[]): ReadonlyMap<string, string> {
  return new Map(
    assignments.flatMap((claim) => (claim.source === source ? [[claim.owner, claim.userId] as const] : [])),
  );
}

import { SOURCE_IDS, type SourceId } from "../../metrics/sources";
import type { Roster } from "../../people/roster";

/** An owner at a source, and the person it is assigned to. */
export interface OwnerAssignment {
  readonly source: SourceId;
  readonly owner: string;
  readonly userId: string;
}

/** Lists every owner that is assigned to a person. */
export function ownerAssignments(roster: Roster): readonly OwnerAssignment[] {
  return SOURCE_IDS.flatMap((source) =>
    roster.owners(source).flatMap((owner): OwnerAssignment[] => {
      const userId = roster.userOf(source, owner);
      return userId === null ? [] : [{ source, owner, userId }];
    }),
  );
}

/** Finds the owners at a source who were assigned to somebody else, unassigned, or assigned for the first time. */
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
